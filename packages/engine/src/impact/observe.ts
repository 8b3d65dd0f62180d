// What there is to see of one version, as words by key: outcomes, who gets where, where data is, what crosses, what protects, which decisions hold.
// Two versions differ in some keys; whether an operation is behind a difference is found by looking at a version without it.
import { isInForce, type Model } from "@merlon/core";
import type { Library, Outcome, Severity } from "@merlon/schema";
import { prepare } from "../analysis/prepare.ts";
import { directionOf, forbids } from "../facts/crossing-policy.ts";
import { placesOf } from "../facts/data-at.ts";
import { ends } from "../facts/fact.ts";
import { REACHES } from "../facts/orders.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { BoundarySubject, Fact, FlowSubject } from "../facts/subject.ts";
import { reconcile } from "../ledger/reconcile.ts";
import { threatOf, humanThreatOf } from "../threats/build-threat.ts";
import { severities } from "../threats/severity.ts";

export type Observation = ReadonlyMap<string, string>;

/** What one version has to say, asked key by key. */
export interface Seen {
  readonly base: FactBase;
  readonly threats: Model["threats"];
  outcome(id: string): { readonly outcome: Outcome; readonly severity?: Severity } | undefined;
}

/** The words that `observe` has under a key other than that of a decision. */
export function wordsOf(key: string, { base, threats, outcome }: Seen): string | undefined {
  const [kind, first, second] = parted(key);
  const { elements, data, boundaries, flows } = base.subjects;
  switch (kind) {
    case "threat": return threats.has(first) ? `threat ${humanThreatOf(threats.get(first)!, base).severity}` : outcomeWords(outcome(first));
    case "reach": return elements.has(first) ? reachWords(base.fact(elements.get(first)!, "reach")) : undefined;
    case "at": return data.has(first) && [...placesOf(data.get(first)!)].some(({ id }) => id === second) ? "yes" : undefined;
    case "cross": return boundaries.has(first) && flows.has(second) && boundaries.get(first)!.crossings.includes(flows.get(second)!) ? crossingWords(boundaries.get(first)!, flows.get(second)!) : undefined;
    case "control": return base.model.controls.has(first) && isInForce(base.model.controls.get(first)!) ? IN_FORCE : undefined;
    default: return undefined;
  }
}

function parted(key: string): readonly [string, string, string] {
  const [kind = "", first = "", second = ""] = key.split(":");
  return [kind, kind === "threat" ? key.slice(key.indexOf(":") + 1) : first, second];
}

const IN_FORCE = "in force";

/** Why there is no threat makes no difference: what only turned one reason into another is behind nothing. */
function outcomeWords(found: { readonly outcome: Outcome; readonly severity?: Severity } | undefined): string | undefined {
  return found?.outcome === "threat" ? `threat ${found.severity!}` : found?.outcome === "question" ? "question" : undefined;
}

function crossingWords(boundary: BoundarySubject, flow: FlowSubject): string {
  return `${directionOf(boundary, flow)}${forbids(boundary, flow).value === "yes" ? " forbidden" : ""}`;
}

/** `threat:<id>`, `reach:<element>`, `at:<data>:<element>`, `cross:<boundary>:<flow>`, `control:<id>` and `decision:<key>`. */
export function observe(model: Model, library: Library, at: string): Observation {
  const { base, evaluation, allRules } = prepare(model, library);
  const seen = new Map<string, string>();
  const severityOf = severities(base);
  for (const instance of evaluation.instances) {
    const words = outcomeWords({ outcome: instance.outcome, ...(instance.outcome === "threat" ? { severity: severityOf(instance) } : {}) });
    if (words !== undefined) seen.set(`threat:${instance.id}`, words);
  }
  for (const threat of model.threats.values()) seen.set(`threat:${threat.id}`, `threat ${humanThreatOf(threat, base).severity}`);
  for (const element of base.subjects.elements.values()) seen.set(`reach:${element.id}`, reachWords(base.fact(element, "reach")));
  for (const data of base.subjects.data.values()) for (const element of placesOf(data)) seen.set(`at:${data.id}:${element.id}`, "yes");
  for (const boundary of base.subjects.boundaries.values()) {
    for (const flow of boundary.crossings) seen.set(`cross:${boundary.id}:${flow.id}`, crossingWords(boundary, flow));
  }
  for (const control of model.controls.values()) if (isInForce(control)) seen.set(`control:${control.id}`, IN_FORCE);
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
