// Every step of attack that a model's facts allow, towards some goals.
import type { FactBase } from "../facts/fact-base.ts";
import type { DataSubject, ElementSubject } from "../facts/subject.ts";
import { addAgentSteps } from "./agent-steps.ts";
import { startGraph, type AttackGraph } from "./attack-graph.ts";
import { addDataSteps } from "./data-steps.ts";
import { addEntrySteps, addPlaceSteps } from "./entry-steps.ts";
import { addDenialSteps, addTamperSteps } from "./harm-steps.ts";
import { addTakeoverSteps } from "./takeover-steps.ts";

/** `deny`: whether anybody asks what can be stopped. */
export function buildAttackGraph(base: FactBase, goals: ReadonlySet<ElementSubject | DataSubject>, deny: "deny" | "keep"): AttackGraph {
  const { builder, finish } = startGraph(base, goals);
  addPlaceSteps(builder);
  addEntrySteps(builder);
  addTakeoverSteps(builder);
  addDataSteps(builder);
  addAgentSteps(builder);
  addTamperSteps(builder);
  if (deny === "deny") addDenialSteps(builder);
  return finish();
}
