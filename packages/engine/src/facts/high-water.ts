// The high-water mark: the highest class over many facts, open where something that is not known could raise it.
import type { ProtectedProperty } from "@merlon/schema";
import type { FactBase, FactTable, Support } from "./fact-base.ts";
import { assumed, between, ends, highEnd, known, lowEnd } from "./fact.ts";
import type { DataSet, Fact, Input, Subject } from "./subject.ts";
import { CLASSES, PROPERTIES } from "./orders.ts";

/** `missing`: unknown fields that could bring any class. The order of a table other than the classes may be given. */
export function highWater(facts: readonly Fact[], missing: readonly Input[] = [], order: readonly string[] = CLASSES): Fact {
  let low = 0;
  let high = missing.length > 0 ? order.length - 1 : 0;
  let isGuess = false;
  for (const fact of facts) {
    low = Math.max(low, lowEnd(order, fact));
    high = Math.max(high, highEnd(order, fact));
    isGuess ||= fact.assumed === true;
  }
  if (low === high) return isGuess ? assumed(order[low]!) : known(order[low]!);
  const open = facts.filter((fact) => fact.inputs.length > 0 && highEnd(order, fact) > low);
  // The usual case: nothing but one field is open.
  if (open.length === 0) return between(order, low, high, missing);
  return between(order, low, high, [...new Set([...open.flatMap((fact) => fact.inputs), ...missing])]);
}

/** High-water class of a set of data for a property. */
export function classOfSet(set: DataSet, property: ProtectedProperty, base: FactBase): Fact {
  return highWater(set.data.map((data) => base.fact(data, property)), set.missing);
}

/** The high-water facts of a subject, one per protected property. `setOf`: the data they are taken over, for proofs. */
export function classFacts<S extends Subject>(
  classOf: (subject: S, property: ProtectedProperty, base: FactBase) => Fact, setOf?: (subject: S, base: FactBase) => DataSet,
): FactTable<S> {
  return Object.fromEntries(PROPERTIES.map((property) => [property, {
    title: `highest ${property} class`, values: "order" as const, order: CLASSES,
    derive: (subject: S, base: FactBase) => classOf(subject, property, base),
    ...(setOf ? { because: (subject: S, base: FactBase) => classSupports(setOf(subject, base), property, base) } : {}),
  }]));
}

/** Lines of a proof that are shown of a longer list. */
export const MOST_SUPPORTS = 8;

/** The data that make a high-water mark, highest first, each with its class. */
export function classSupports(set: DataSet, property: ProtectedProperty, base: FactBase): readonly Support[] {
  const found = set.data.map((data) => ({ data, ...ends(CLASSES, base.fact(data, property)) }));
  found.sort((a, b) => b.high - a.high || (a.data.id < b.data.id ? -1 : 1));
  return found.slice(0, MOST_SUPPORTS).map(({ data, low, high }) => ({
    text: `${data.title}: ${property} ${low === high ? CLASSES[low]! : "unknown"}`, where: data.where, provenance: "declared" as const,
  }));
}
