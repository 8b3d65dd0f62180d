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
  return low === high ? known(order[low]!) : unknown(inputs, order.slice(low, high + 1));
}

/** The least and the greatest index a fact on an ordered list can have. */
export function ends(order: readonly string[], fact: Fact): { readonly low: number; readonly high: number } {
  if (fact.value !== undefined) {
    const at = order.indexOf(String(fact.value));
    return { low: at, high: at };
  }
  let low = order.length - 1;
  let high = 0;
  for (const value of fact.possible ?? order) {
    const at = order.indexOf(String(value));
    low = Math.min(low, at);
    high = Math.max(high, at);
  }
  return { low, high };
}
