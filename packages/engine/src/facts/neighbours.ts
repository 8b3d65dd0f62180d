// Neighbours: the other processes of ours in the innermost network that an element is in. What strangers can call there is one step away from it.
import { anyFactOf } from "./any-fact.ts";
import type { FactBase } from "./fact-base.ts";
import { flag, known } from "./fact.ts";
import type { BoundarySubject, ElementSubject, Fact } from "./subject.ts";

/** Whether a process beside this element is called from the least trusted level, or is stated to be internet-facing. */
export function exposedNeighbour(element: ElementSubject, base: FactBase): Fact {
  const network = networkOf(element);
  if (!network) return flag(false);
  const beside = (neighboursOf(base).get(network) ?? []).filter((other) => other.element !== element);
  return anyFactOf(beside, (other) => other.exposed);
}

function networkOf(element: ElementSubject): BoundarySubject | undefined {
  return element.boundaries.find((boundary) => boundary.source.type === "network");
}

interface Neighbour { readonly element: ElementSubject; readonly exposed: Fact }

const byBase = new WeakMap<FactBase, ReadonlyMap<BoundarySubject, readonly Neighbour[]>>();

/** Once per model, so that everybody in a network looks at a few. */
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
    const exposed = exposure(element, base);
    if (exposed.value === "no") continue;
    const list = all.get(network);
    if (list) list.push({ element, exposed });
    else all.set(network, [{ element, exposed }]);
  }
  return new Map([...all].map(([network, list]) => [network, few(list)]));
}

function exposure(element: ElementSubject, base: FactBase): Fact {
  if (element.characteristics.get("internet-facing")?.value === "yes") return known("yes");
  return anyFactOf(element.inflows, (flow) => base.fact(flow, "from-least-trusted"));
}

/** Two known ones, since an element does not count itself, and as many unknown ones as are worth asking about. */
function few(list: readonly Neighbour[]): readonly Neighbour[] {
  const surely = list.filter(({ exposed }) => exposed.value === "yes").slice(0, 2);
  return [...surely, ...list.filter(({ exposed }) => exposed.value === undefined).slice(0, 3)];
}
