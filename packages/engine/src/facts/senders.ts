// Senders: whoever brings data to an element, with the arrow or in an answer. What people outside reach there decides what may be in that data.
import type { FactBase } from "./fact-base.ts";
import { between, ends } from "./fact.ts";
import { REACHES } from "./orders.ts";
import type { ElementSubject, Fact, Input } from "./subject.ts";

/** The highest reach of an element that sends data here. */
export function senderReach(element: ElementSubject, base: FactBase): Fact {
  let low = 0;
  let high = 0;
  const inputs: Input[] = [];
  const add = (sender: ElementSubject, data: readonly string[] | undefined, missing: Input) => {
    if (data?.length === 0) return;
    const reach = base.fact(sender, "reach");
    const range = ends(REACHES, reach);
    if (data) low = Math.max(low, range.low);
    else if (range.high > 0) inputs.push(missing);
    high = Math.max(high, range.high);
    inputs.push(...reach.inputs);
  };
  for (const flow of element.inflows) add(flow.from, flow.source.carries, { subject: flow, key: "carries" });
  for (const flow of element.outflows) add(flow.to, flow.source.response, { subject: flow, key: "response" });
  return between(REACHES, low, high, inputs);
}
