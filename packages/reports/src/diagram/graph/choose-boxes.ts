// Which elements of a large picture are summed up in which box: boundaries become one box each, innermost and fullest first,
// until few enough boxes are left; then elements in no boundary, by kind; then whole boundaries together.
import { enclosing } from "./containment.ts";
import type { DiagramGraph } from "./diagram-graph.ts";

/** Boxes that stand for no boundary; a colon cannot be in an id of a model. */
export const looseBox = "other:";
export const manyBoundariesBox = `${looseBox}boundaries`;

/** Element id to the id of its box: a boundary, or one that starts with `other:`. Elements that stay are left out. */
export function chooseBoxes(graph: DiagramGraph, limit: number, wanted: readonly string[]): ReadonlyMap<string, string> {
  const boundaries = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const chains = new Map(graph.elements.map((element) => [element.id, enclosing(element.boundary, boundaries)]));
  const collapsed = chooseCollapsed([...chains.values()], limit, wanted);
  const boxes = new Map<string, string>();
  for (const [id, chain] of chains) {
    const box = chain.findLast((boundary) => collapsed.has(boundary));
    if (box !== undefined) boxes.set(id, box);
  }
  if (boxCount(graph, boxes) > limit) {
    for (const element of graph.elements) if (element.boundary === undefined) boxes.set(element.id, looseBox + element.shape);
  }
  return boxCount(graph, boxes) > limit ? outermostBoxes(chains, boxes, limit) : boxes;
}

function boxCount(graph: DiagramGraph, boxes: ReadonlyMap<string, string>): number {
  return graph.elements.length - boxes.size + new Set(boxes.values()).size;
}

function chooseCollapsed(chains: readonly (readonly string[])[], limit: number, wanted: readonly string[]): Set<string> {
  const collapsed = new Set(wanted.filter((id) => chains.some((chain) => chain.includes(id))));
  const depthOf = new Map(chains.flatMap((chain) => chain.map((id, i) => [id, chain.length - i] as const)));
  let boxes = new Set(chains.map((chain, i) => chain.findLast((id) => collapsed.has(id)) ?? `element ${i}`)).size;
  for (let depth = Math.max(0, ...depthOf.values()); depth > 0 && boxes > limit; depth--) {
    const fullestFirst = [...boxesInside(chains, collapsed)]
      .filter(([id, count]) => count > 1 && depthOf.get(id) === depth)
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    for (const [id, count] of fullestFirst) {
      if (boxes <= limit) break;
      collapsed.add(id);
      boxes -= count - 1;
    }
  }
  return collapsed;
}

/** How many boxes each boundary that is not itself summed up shows inside. */
function boxesInside(chains: readonly (readonly string[])[], collapsed: ReadonlySet<string>): Map<string, number> {
  const boxes = new Map<string, Set<string>>();
  chains.forEach((chain, i) => {
    const at = chain.findLastIndex((id) => collapsed.has(id));
    for (const id of chain.slice(at + 1)) {
      boxes.set(id, (boxes.get(id) ?? new Set()).add(at < 0 ? `element ${i}` : chain[at] ?? ""));
    }
  });
  return new Map([...boxes].map(([id, set]) => [id, set.size]));
}

/** The largest outermost boundaries, one box each; all others in one box. */
function outermostBoxes(chains: ReadonlyMap<string, readonly string[]>, boxes: ReadonlyMap<string, string>, limit: number): Map<string, string> {
  const outermost = [...chains].map(([id, chain]) => [id, chain.at(-1) ?? boxes.get(id) ?? looseBox] as const);
  const sizes = new Map<string, number>();
  for (const [, box] of outermost) sizes.set(box, (sizes.get(box) ?? 0) + 1);
  const kept = [...sizes].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit - 1).map(([box]) => box);
  const large = new Set(kept);
  return new Map(outermost.map(([id, box]) => [id, large.has(box) ? box : manyBoundariesBox]));
}
