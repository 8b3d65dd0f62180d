// Every step of attack that a model's facts allow, towards some goals.
import type { FactBase } from "../facts/fact-base.ts";
import type { DataSubject, ElementSubject } from "../facts/subject.ts";
import { startGraph, type AttackGraph } from "./attack-graph.ts";
import { addDataSteps } from "./data-steps.ts";
import { addEntrySteps, addPlaceSteps } from "./entry-steps.ts";
import { addHarmSteps } from "./harm-steps.ts";
import { addTakeoverSteps } from "./takeover-steps.ts";

export function buildAttackGraph(base: FactBase, goals: ReadonlySet<ElementSubject | DataSubject>): AttackGraph {
  const { builder, finish } = startGraph(base, goals);
  addPlaceSteps(builder);
  addEntrySteps(builder);
  addTakeoverSteps(builder);
  addDataSteps(builder);
  addHarmSteps(builder);
  return finish();
}
