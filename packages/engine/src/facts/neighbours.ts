// Neighbours: the other processes of ours in the innermost network that an element is in. What strangers can call there is one step away from it.
import { anyFactOf } from "./any-fact.ts";
import type { FactBase } from "./fact-base.ts";
import { flag, known } from "./fact.ts";
import { ofSubject, partOfTable, sameFact, sameList, sharedTable } from "./shared-table.ts";
import type { BoundarySubject, ElementSubject, Fact } from "./subject.ts";

/** Whether a process beside this element is called from the least trusted level, or is stated to be internet-facing. */
export function exposedNeighbour(element: ElementSubject, base: FactBase): Fact {
  const network = networkOf(element);
  if (!network) return flag(false);
  const beside = neighboursIn(network, base).filter((other) => other.element !== element);
  return anyFactOf(beside, (other) => other.exposed);
}

function networkOf(element: ElementSubject): BoundarySubject | undefined {
  return element.boundaries.find((boundary) => boundary.source.type === "network");
}

interface Neighbour { readonly element: ElementSubject; readonly exposed: Fact }

const table = sharedTable<readonly Neighbour[]>("neighbours", (a, b) => sameList(a, b, (one, other) => one.element === other.element && sameFact(one.exposed, other.exposed)));
const exposed = sharedTable<Fact>("exposed", sameFact);

/** Once per network, so that everybody in it looks at a few. */
function neighboursIn(network: BoundarySubject, base: FactBase): readonly Neighbour[] {
  return ofSubject(table, network, base, () => few(network.members.flatMap((element): readonly Neighbour[] => {
    if (element.source.kind !== "process" || networkOf(element) !== network) return [];
    const fact = partOfTable(exposed, element, base, () => exposure(element, base));
    return fact.value === "no" ? [] : [{ element, exposed: fact }];
  })));
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
