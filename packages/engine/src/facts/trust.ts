// Trust of an element: the least over its innermost boundary of each type. A boundary that states none takes its parent's.
import type { FactBase } from "./fact-base.ts";
import { between, known, unknown } from "./fact.ts";
import type { BoundarySubject, ElementSubject, Fact, Input } from "./subject.ts";

/** The nearest stated trust of a boundary or one it lies in. */
export function statedTrust(boundary: BoundarySubject): { readonly level: string; readonly at: BoundarySubject } | undefined {
  for (let b: BoundarySubject | undefined = boundary; b; b = b.parent) {
    if (b.source.trust !== undefined) return { level: b.source.trust, at: b };
  }
  return undefined;
}

/** One boundary per type, the innermost, of those an element is inside of. */
export function innermostPerType(element: ElementSubject): readonly BoundarySubject[] {
  const seen = new Set<string>();
  const result: BoundarySubject[] = [];
  for (const boundary of element.boundaries) {
    if (seen.has(boundary.source.type)) continue;
    seen.add(boundary.source.type);
    result.push(boundary);
  }
  return result;
}

export function trustOfElement(element: ElementSubject, base: FactBase): Fact {
  const order = base.model.trustLevels;
  const innermost = innermostPerType(element);
  if (innermost.length === 0) return unknown([{ subject: element, key: "in" }], order);
  let low = order.length - 1;
  let high = order.length - 1;
  const inputs: Input[] = [];
  for (const boundary of innermost) {
    const trust = statedTrust(boundary);
    if (trust) {
      low = Math.min(low, order.indexOf(trust.level));
      high = Math.min(high, order.indexOf(trust.level));
    } else {
      low = 0;
      inputs.push({ subject: boundary, key: "trust" });
    }
  }
  return between(order, low, high, inputs);
}

export function trustOfBoundary(boundary: BoundarySubject, base: FactBase): Fact {
  const trust = statedTrust(boundary);
  return trust ? known(trust.level) : unknown([{ subject: boundary, key: "trust" }], base.model.trustLevels);
}

/** Turns a trust fact into the flag "is the lowest level of the trust scale". */
export function isLeast(trust: Fact, base: FactBase): Fact {
  const least = base.model.trustLevels[0];
  if (trust.value !== undefined) return known(trust.value === least ? "yes" : "no");
  if (trust.possible && !trust.possible.includes(least as string)) return known("no");
  return unknown(trust.inputs);
}
