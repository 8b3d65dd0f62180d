// Draws containment by one tree. An element may be in several boundaries of different types, but a picture can put it in
// one place only: networks decide, the others become tags on the element.
import type { BoundaryType } from "@merlon/schema";
import type { Model, ModelBoundary, ModelElement } from "@merlon/core";

/** Which type of boundary decides where an element is drawn, first one first. */
const drawingOrder: readonly BoundaryType[] = [
  "network", "account", "host", "container", "process", "device", "tenant", "organisation", "user", "physical", "jurisdiction",
];

export interface Place {
  readonly boundary?: string;
  readonly tags: readonly string[];
}

export function placeOf(element: ModelElement, boundaries: Model["boundaries"]): Place {
  const stated = element.in.filter((id) => boundaries.has(id));
  const innermost = stated.filter((id) => !stated.some((other) => other !== id && enclosing(other, boundaries).includes(id)));
  const ordered = innermost.map((id) => ({ id, rank: rankOf(boundaries.get(id)) })).toSorted(byRankThenId);
  const [home, ...others] = ordered;
  return { ...(home === undefined ? {} : { boundary: home.id }), tags: others.map((other) => other.id).toSorted() };
}

/** A boundary and all that enclose it, innermost first. Stops at a cycle. */
export function enclosing(id: string | undefined, boundaries: ReadonlyMap<string, { readonly parent?: string }>): string[] {
  const chain: string[] = [];
  for (let at = id; at !== undefined && boundaries.has(at) && !chain.includes(at); at = boundaries.get(at)?.parent) chain.push(at);
  return chain;
}

function rankOf(boundary: ModelBoundary | undefined): number {
  const rank = boundary === undefined ? -1 : drawingOrder.indexOf(boundary.type);
  return rank < 0 ? drawingOrder.length : rank;
}

function byRankThenId(a: { id: string; rank: number }, b: { id: string; rank: number }): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
