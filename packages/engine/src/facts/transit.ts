// Who can read what is on its way: encryption is hop by hop unless end-to-end is stated, and what a flow goes `via` sees it.
import { CLASSES } from "./orders.ts";
import { dataAt } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { ends, flag, unknown } from "./fact.ts";
import type { ElementSubject, Fact, FlowSubject, Input } from "./subject.ts";

/** Readable on the wire or at an intermediary that is not trusted like the ends. */
export function exposedInTransit(flow: FlowSubject, base: FactBase): Fact {
  const encrypted = base.fact(flow, "encryption-in-transit");
  const endToEnd = base.fact(flow, "end-to-end-encryption");
  // Only stated end-to-end encryption counts: hardly anything has it, so nobody is asked for each flow.
  if (endToEnd.value === "yes") return flag(false);
  if (encrypted.value === "no") return flag(true);
  const through = weakIntermediary(flow, base);
  if (through.value === "yes") return flag(true);
  return encrypted.value === undefined || through.value === undefined ? unknown([...encrypted.inputs, ...through.inputs]) : flag(false);
}

/** An intermediary that is an external, or in the least trusted level. */
export function weakIntermediary(flow: FlowSubject, base: FactBase): Fact {
  const inputs: Input[] = [];
  for (const element of flow.via) {
    if (element.source.kind === "external") return flag(true);
    const least = base.fact(element, "least-trusted");
    if (least.value === "yes") return flag(true);
    inputs.push(...least.inputs);
  }
  return inputs.length > 0 ? unknown(inputs) : flag(false);
}

/** Data of at least moderate confidentiality is here in clear (not merely its token or cipher text). */
export function plaintextHolder(element: ElementSubject, base: FactBase): Fact {
  const here = dataAt(element, base);
  const inputs: Input[] = [...here.missing];
  for (const data of here.data) {
    if (data.source.derivedFrom.some((origin) => origin.by === "encrypted" || origin.by === "tokenised")) continue;
    const fact = base.fact(data, "confidentiality");
    const end = ends(CLASSES, fact);
    if (end.low >= 2) return flag(true);
    if (end.high >= 2) inputs.push(...fact.inputs);
  }
  return inputs.length > 0 ? unknown(inputs) : flag(false);
}
