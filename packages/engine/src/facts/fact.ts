// Makes facts: known, assumed, unknown with what it could be, or between two ends of an order.
import type { Scalar } from "@merlon/schema";
import type { Atom, Fact, Input } from "./subject.ts";

const NO_INPUTS: readonly Input[] = [];

/** What an object of this kind cannot have: no test of it is true, and nobody is asked. */
export const ABSENT: Fact = { value: "absent", inputs: NO_INPUTS };

const interned = new Map<Scalar, Fact>();

export function known(value: Atom): Fact {
  if (typeof value === "object") return { value, inputs: NO_INPUTS };
  let fact = interned.get(value);
  if (!fact) interned.set(value, (fact = { value, inputs: NO_INPUTS }));
  return fact;
}

export function assumed(value: Atom): Fact {
  return { value, inputs: NO_INPUTS, assumed: true };
}

export function unknown(inputs: readonly Input[], possible?: readonly Atom[]): Fact {
  return possible ? { value: undefined, possible, inputs } : { value: undefined, inputs };
}

export function flag(value: boolean): Fact {
  return known(value ? "yes" : "no");
}

/** A value on an ordered list: known when both ends agree, else every step between them is possible. */
export function between(order: readonly string[], low: number, high: number, inputs: readonly Input[]): Fact {
  return low === high ? known(order[low]!) : unknown(inputs, stepsOf(order, low, high));
}

const stretches = new WeakMap<readonly string[], Map<number, readonly string[]>>();

/** The same list for every fact between the same two ends. */
function stepsOf(order: readonly string[], low: number, high: number): readonly string[] {
  let known = stretches.get(order);
  if (!known) stretches.set(order, (known = new Map<number, readonly string[]>()));
  const key = low * order.length + high;
  let steps = known.get(key);
  if (!steps) known.set(key, (steps = order.slice(low, high + 1)));
  return steps;
}

/** The least and the greatest index a fact on an ordered list can have. */
export function ends(order: readonly string[], fact: Fact): { readonly low: number; readonly high: number } {
  return { low: lowEnd(order, fact), high: highEnd(order, fact) };
}

/** The least index a fact on an ordered list can have. */
export function lowEnd(order: readonly string[], fact: Fact): number {
  if (fact.value !== undefined) return order.indexOf(fact.value as string);
  return fact.possible ? fact.possible.reduce((least: number, value) => Math.min(least, order.indexOf(value as string)), order.length - 1) : 0;
}

/** The greatest index a fact on an ordered list can have. */
export function highEnd(order: readonly string[], fact: Fact): number {
  if (fact.value !== undefined) return order.indexOf(fact.value as string);
  return fact.possible ? fact.possible.reduce((most: number, value) => Math.max(most, order.indexOf(value as string)), 0) : order.length - 1;
}
