// Who gets to an element, directly or through others, as a set of actor classes.
import type { FactBase } from "./fact-base.ts";
import { known, unknown } from "./fact.ts";
import type { ElementSubject, Fact, Input } from "./subject.ts";
import { ACTORS } from "./orders.ts";
import { innermostPerType, statedTrust } from "./trust.ts";

export function reachedBy(element: ElementSubject, base: FactBase): Fact {
  const { low, high } = base.reach.actors;
  const least = actorsOf(low[element.index]!);
  if (low[element.index] === high[element.index]) return known(least);
  return unknown(base.track ? [] : deciding(element, base), [least, actorsOf(high[element.index]!)]);
}

function actorsOf(bits: number): readonly string[] {
  return ACTORS.filter((_, at) => (bits & (1 << at)) !== 0);
}

/** Questions that are enough to go on with; their answers bring the next. */
const MOST_INPUTS = 3;

/** Backwards along the flows to the nearest places of which it is not known who is there. */
function deciding(element: ElementSubject, { reach }: FactBase): readonly Input[] {
  const inputs: Input[] = [];
  const seen = new Set<ElementSubject>([element]);
  for (const at of seen) {
    if (inputs.length >= MOST_INPUTS) break;
    if (reach.actors.low[at.index] === reach.actors.high[at.index]) continue;
    const network = innermostPerType(at).find((b) => b.source.type === "network");
    if (at.source.kind === "external" && at.source.actor === undefined) inputs.push({ subject: at, key: "actor" });
    else if (network && !statedTrust(network)) inputs.push({ subject: network, key: "trust" });
    for (const flow of [...at.inflows, ...at.passing]) seen.add(flow.from);
  }
  return inputs;
}
