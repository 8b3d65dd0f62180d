// Neighbours: the other processes in the innermost network that an element is in. What strangers can reach there is one step away from it.
import type { FactBase } from "./fact-base.ts";
import { between, ends, known } from "./fact.ts";
import { REACHES } from "./orders.ts";
import type { BoundarySubject, ElementSubject, Fact } from "./subject.ts";

/** The highest reach of a process of ours beside this element. */
export function neighbourReach(element: ElementSubject, base: FactBase): Fact {
  const network = networkOf(element);
  if (!network) return known(REACHES[0]!);
  const beside = (neighboursOf(base).get(network) ?? []).filter((other) => other.element !== element);
  const low = beside.reduce((most, other) => Math.max(most, other.low), 0);
  const high = beside.reduce((most, other) => Math.max(most, other.high), 0);
  return between(REACHES, low, high, beside.filter((other) => other.high > low).flatMap((other) => base.fact(other.element, "reach").inputs));
}

function networkOf(element: ElementSubject): BoundarySubject | undefined {
  return element.boundaries.find((boundary) => boundary.source.type === "network");
}

interface Neighbour { readonly element: ElementSubject; readonly low: number; readonly high: number }

const byBase = new WeakMap<FactBase, ReadonlyMap<BoundarySubject, readonly Neighbour[]>>();

/** The few that can be the highest, once per model: two by what is known and two by what is possible, since an element does not count itself. */
function neighboursOf(base: FactBase): ReadonlyMap<BoundarySubject, readonly Neighbour[]> {
  let found = byBase.get(base);
  if (!found) byBase.set(base, (found = group(base)));
  return found;
}

function group(base: FactBase): ReadonlyMap<BoundarySubject, readonly Neighbour[]> {
  const all = new Map<BoundarySubject, Neighbour[]>();
  for (const element of base.subjects.elements.values()) {
    const network = networkOf(element);
    if (!network || element.source.kind !== "process" || element.isGone) continue;
    const neighbour = { element, ...ends(REACHES, base.fact(element, "reach")) };
    const list = all.get(network);
    if (list) list.push(neighbour);
    else all.set(network, [neighbour]);
  }
  return new Map([...all].map(([network, list]) => [network, [...new Set([...highest(list, "low"), ...highest(list, "high")])]]));
}

function highest(list: readonly Neighbour[], by: "low" | "high"): readonly Neighbour[] {
  return [...list].sort((a, b) => b[by] - a[by]).slice(0, 2);
}
