// What became of elements that were split or merged, and what decisions about them would be called there.
import type { Model } from "@merlon/core";
import type { CarriedDecision, Decision } from "@merlon/schema";
import { withObject, type DecisionKey } from "./threat-key.ts";

/** In the order of the elements; ids as they are today. */
export function successionsIn({ elements, formerly }: Pick<Model, "elements" | "formerly">): readonly CarriedDecision[] {
  const live = (id: string): string => formerly.get(id) ?? id;
  return [...elements.values()].flatMap(({ id, splitFrom, mergedInto }): readonly CarriedDecision[] => [
    ...(splitFrom === undefined ? [] : [{ by: "split-from" as const, from: live(splitFrom), to: id }]),
    ...(mergedInto === undefined ? [] : [{ by: "merged-into" as const, from: id, to: live(mergedInto) }]),
  ]);
}

/** The decision at the new element: with its key, and with facts that speak of it; undefined when it does not speak of the old one. */
export function carriedTo({ from, to }: CarriedDecision, key: DecisionKey, decision: Decision): { readonly key: DecisionKey; readonly decision: Decision } | undefined {
  const moved = withObject(key, from, to);
  if (moved === undefined) return undefined;
  const { facts } = decision;
  const name = (fact: string): string => (fact.startsWith(`${from}.`) ? to + fact.slice(from.length) : fact).replaceAll(`[${from}]`, `[${to}]`);
  return { key: moved, decision: facts ? { ...decision, facts: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [name(fact), value])) } : decision };
}
