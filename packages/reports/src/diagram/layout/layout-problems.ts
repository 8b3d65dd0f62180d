// Checks every layout before it is drawn: a picture that shows an element in a boundary it is not in would be a lie.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { enclosing } from "../graph/containment.ts";
import { contains, overlap } from "./geometry.ts";
import type { Placement } from "./placement.ts";

export interface LayoutProblem {
  readonly kind: "missing" | "outside-own-boundary" | "inside-foreign-boundary" | "boundaries-overlap" | "elements-overlap";
  /** The two objects concerned, or one that has no place. */
  readonly objects: readonly string[];
}

export function layoutProblems(graph: DiagramGraph, placement: Placement): LayoutProblem[] {
  return [...missing(graph, placement), ...containmentProblems(graph, placement), ...overlaps(graph, placement)];
}

function missing(graph: DiagramGraph, placement: Placement): LayoutProblem[] {
  const lost = [
    ...graph.elements.filter((element) => !placement.elements.has(element.id)),
    ...graph.boundaries.filter((boundary) => !placement.boundaries.has(boundary.id)),
    ...graph.flows.filter((flow) => !placement.routes.has(flow.id)),
  ];
  return lost.map((item) => ({ kind: "missing", objects: [item.id] }));
}

function containmentProblems(graph: DiagramGraph, placement: Placement): LayoutProblem[] {
  const boundaries = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const problems: LayoutProblem[] = [];
  for (const element of graph.elements) {
    const box = placement.elements.get(element.id);
    const own = enclosing(element.boundary, boundaries);
    for (const [id, outline] of placement.boundaries) {
      if (box === undefined) continue;
      if (own.includes(id) && !contains(outline, box)) problems.push({ kind: "outside-own-boundary", objects: [element.id, id] });
      if (!own.includes(id) && overlap(outline, box)) problems.push({ kind: "inside-foreign-boundary", objects: [element.id, id] });
    }
  }
  for (const boundary of graph.boundaries) {
    const inner = placement.boundaries.get(boundary.id);
    const outer = placement.boundaries.get(boundary.parent ?? "");
    if (inner !== undefined && outer !== undefined && !contains(outer, inner)) {
      problems.push({ kind: "outside-own-boundary", objects: [boundary.id, boundary.parent ?? ""] });
    }
  }
  return problems;
}

function overlaps(graph: DiagramGraph, placement: Placement): LayoutProblem[] {
  const boundaries = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const nested = (a: string, b: string): boolean => enclosing(a, boundaries).includes(b) || enclosing(b, boundaries).includes(a);
  const siblings = pairs([...placement.boundaries]).filter(([[a, boxA], [b, boxB]]) => overlap(boxA, boxB) && !nested(a, b));
  const elements = pairs([...placement.elements]).filter(([[, boxA], [, boxB]]) => overlap(boxA, boxB));
  return [
    ...siblings.map(([[a], [b]]): LayoutProblem => ({ kind: "boundaries-overlap", objects: [a, b] })),
    ...elements.map(([[a], [b]]): LayoutProblem => ({ kind: "elements-overlap", objects: [a, b] })),
  ];
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));
}
