// Says once what holds for everything in a boundary: a tag that all elements inside share moves to the boundary's title.
import { enclosing } from "./containment.ts";
import type { BoundaryTag, DiagramBoundary, DiagramElement } from "./diagram-graph.ts";

export interface Tagged {
  readonly elements: readonly DiagramElement[];
  readonly boundaries: readonly DiagramBoundary[];
}

export function hoistTags({ elements, boundaries }: Tagged): Tagged {
  const byId = new Map(boundaries.map((boundary) => [boundary.id, boundary]));
  const chains = new Map(elements.map((element) => [element.id, enclosing(element.boundary, byId)]));
  const inside = new Map<string, DiagramElement[]>();
  for (const element of elements) {
    for (const id of chains.get(element.id) ?? []) inside.set(id, [...(inside.get(id) ?? []), element]);
  }
  const shared = new Map([...inside].map(([id, members]) => [id, sharedTags(members)]));
  const covered = (chain: readonly string[], tag: BoundaryTag): boolean => chain.some((id) => shared.get(id)?.some((other) => other.id === tag.id));
  return {
    elements: elements.map((element) => ({ ...element, tags: element.tags.filter((tag) => !covered(chains.get(element.id) ?? [], tag)) })),
    boundaries: boundaries.map((boundary) => ({
      ...boundary, tags: (shared.get(boundary.id) ?? []).filter((tag) => !covered(enclosing(boundary.parent, byId), tag)),
    })),
  };
}

/** With one element alone nothing is saved. */
function sharedTags(members: readonly DiagramElement[]): BoundaryTag[] {
  const [first, ...others] = members;
  if (first === undefined || others.length === 0) return [];
  return first.tags.filter((tag) => others.every((other) => other.tags.some(({ id }) => id === tag.id)));
}
