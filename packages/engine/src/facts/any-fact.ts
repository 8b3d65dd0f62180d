// "Some member says yes" over any list of subjects, with Kleene's unknown.
import type { FactBase } from "./fact-base.ts";
import { flag, known, unknown } from "./fact.ts";
import type { DataSet, Fact, Input } from "./subject.ts";

/** `missing`: unknown fields that could add members. */
export function anyFactOf<S>(members: Iterable<S>, factOf: (member: S) => Fact, missing: readonly Input[] = []): Fact {
  const inputs: Input[] = [...missing];
  let isKnown = missing.length === 0;
  for (const member of members) {
    const fact = factOf(member);
    if (fact.value === "yes") return known("yes");
    if (fact.value !== undefined) continue;
    isKnown = false;
    inputs.push(...fact.inputs);
  }
  return isKnown ? flag(false) : unknown(inputs);
}

export function anyOf(set: DataSet, key: string, base: FactBase): Fact {
  return anyFactOf(set.data, (data) => base.fact(data, key), set.missing);
}
