// What there is to see of one version, as words by key: outcomes, who gets where, where data is, what crosses, what protects, which decisions hold.
// Two versions differ in some keys; whether an operation is behind a difference is found by looking at a version without it.
import { isInForce, type Model } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { prepare } from "../analysis/prepare.ts";
import { directionOf, forbids } from "../facts/crossing-policy.ts";
import { placesOf } from "../facts/data-at.ts";
import { ends } from "../facts/fact.ts";
import { REACHES } from "../facts/orders.ts";
import type { Fact } from "../facts/subject.ts";
import { reconcile } from "../ledger/reconcile.ts";
import { threatOf, humanThreatOf } from "../threats/build-threat.ts";
import { scoreThreat } from "../threats/severity.ts";

export type Observation = ReadonlyMap<string, string>;

/** `threat:<id>`, `reach:<element>`, `at:<data>:<element>`, `cross:<boundary>:<flow>`, `control:<id>` and `decision:<key>`. */
export function observe(model: Model, library: Library, at: string): Observation {
  const { base, evaluation, allRules } = prepare(model, library);
  const seen = new Map<string, string>();
  for (const { id, outcome, rule, target, about } of evaluation.instances) {
    seen.set(`threat:${id}`, outcome === "threat" ? `threat ${scoreThreat(rule.rule, target, about, base).severity}` : outcome);
  }
  for (const threat of model.threats.values()) seen.set(`threat:${threat.id}`, `threat ${humanThreatOf(threat, base).severity}`);
  for (const element of base.subjects.elements.values()) seen.set(`reach:${element.id}`, reachWords(base.fact(element, "reach")));
  for (const data of base.subjects.data.values()) for (const element of placesOf(data)) seen.set(`at:${data.id}:${element.id}`, "yes");
  for (const boundary of base.subjects.boundaries.values()) {
    for (const flow of boundary.crossings) seen.set(`cross:${boundary.id}:${flow.id}`, `${directionOf(boundary, flow)}${forbids(boundary, flow).value === "yes" ? " forbidden" : ""}`);
  }
  for (const control of model.controls.values()) if (isInForce(control)) seen.set(`control:${control.id}`, "in force");
  if (model.decisions.size === 0) return seen;
  const threats = [...evaluation.instances.filter(({ outcome }) => outcome === "threat").map((instance) => threatOf(instance, base)), ...[...model.threats.values()].map((threat) => humanThreatOf(threat, base))];
  for (const { key, state } of reconcile({ base, rules: allRules, instances: evaluation.instances, threats, at }).all) seen.set(`decision:${key}`, state);
  return seen;
}

/** `authenticated`, or `authenticated to anonymous` where something is not known. */
function reachWords(fact: Fact): string {
  const { low, high } = ends(REACHES, fact);
  return low === high ? REACHES[low]! : `${REACHES[low]!} to ${REACHES[high]!}`;
}

/** The farthest that attackers may get. */
export function farthest(words: string): number {
  return REACHES.indexOf(words.slice(words.lastIndexOf(" ") + 1) as (typeof REACHES)[number]);
}

/** Keys that say something else, in order. */
export function differences(before: Observation, after: Observation): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();
}
