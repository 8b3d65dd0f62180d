// What attackers are after: data and elements whose loss is worst, for each property that can be lost.
import type { AttackedProperty, Jewel, SensitivityClass } from "@merlon/schema";
import { byId } from "../analysis/summaries.ts";
import { classOfLevels } from "../facts/data-class.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { ends } from "../facts/fact.ts";
import { CLASSES } from "../facts/orders.ts";
import type { DataSubject, ElementSubject, Fact } from "../facts/subject.ts";
import type { AttackGraph } from "./attack-graph.ts";

const ATTACKED: readonly AttackedProperty[] = ["confidentiality", "integrity", "availability"];

export interface Goal {
  readonly subject: DataSubject | ElementSubject;
  readonly property: AttackedProperty;
  /** Place in CLASSES: the least and the most that it can be. */
  readonly low: number;
  readonly high: number;
}

/** An element counts for the levels that are stated for itself: what it handles counts as data. */
export function classOf(subject: DataSubject | ElementSubject, property: AttackedProperty, base: FactBase): Fact | undefined {
  return subject.kind === "data" ? base.fact(subject, property) : classOfLevels(subject.source.levels, property, base);
}

/** Of class high; where nothing is, those of the worst class there is. Only what is ours and in scope. */
export function crownJewels(base: FactBase): readonly Goal[] {
  const all = [...[...base.subjects.data.values()].sort(byId), ...elementsInScope(base)].flatMap((subject) => goalsAt(subject, base));
  const worst = Math.max(1, ...all.map(({ low }) => low));
  return all.filter(({ low }) => low === worst);
}

export function goalsAt(subject: DataSubject | ElementSubject, base: FactBase): readonly Goal[] {
  return ATTACKED.flatMap((property): readonly Goal[] => {
    const fact = classOf(subject, property, base);
    return fact ? [{ subject, property, ...ends(CLASSES, fact) }] : [];
  });
}

function elementsInScope(base: FactBase): readonly ElementSubject[] {
  return [...base.subjects.elements.values()].filter((e) => e.source.kind !== "external" && !e.isGone && e.source.outOfScope === undefined).sort(byId);
}

/** What an attacker must have to have lost us the property. */
export function factOf({ subject, property }: Pick<Goal, "subject" | "property">, { facts }: AttackGraph): number {
  if (property === "availability") return facts.stopped(subject);
  if (subject.kind === "element") return facts.own(subject);
  return property === "confidentiality" ? facts.leaked(subject) : facts.changed(subject);
}

export function jewelOf({ subject, property, low }: Goal): Jewel {
  return { kind: subject.kind, id: subject.id, title: subject.title, property, class: CLASSES[low]! satisfies SensitivityClass };
}
