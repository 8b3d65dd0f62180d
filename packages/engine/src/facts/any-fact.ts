// "Some member says yes" over any list of subjects, with Kleene's unknown.
import { flag, known, unknown } from "./fact.ts";
import type { Fact, Input } from "./subject.ts";

export function anyFactOf<S>(members: readonly S[], factOf: (member: S) => Fact): Fact {
  const inputs: Input[] = [];
  for (const member of members) {
    const fact = factOf(member);
    if (fact.value === "yes") return known("yes");
    if (fact.value === undefined) inputs.push(...fact.inputs);
  }
  return inputs.length === 0 ? flag(false) : unknown(inputs);
}
