// More room between things without a new layout: centres move apart, sizes and margins stay, so whatever was side by side or
// inside stays so. Routes are laid anew as straight lines; route them afterwards.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { directRoutes } from "./direct-routes.ts";
import type { Box } from "./geometry.ts";
import type { Placement } from "./placement.ts";

export interface Stretch {
  readonly x: number;
  readonly y: number;
}

interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function stretched(graph: DiagramGraph, placement: Placement, by: Stretch): Placement {
  const elements = new Map([...placement.elements].map(([id, box]) => [id, moved(box, by)]));
  const boundaries = new Map<string, Box>();
  const place = (id: string): Box => {
    const before = placement.boundaries.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const nested = graph.boundaries.filter((boundary) => boundary.parent === id).map((boundary) => boundary.id);
    const inside = graph.elements.filter((element) => element.boundary === id).map((element) => element.id);
    const after = [...nested.map(place), ...inside.flatMap((element) => elements.get(element) ?? [])];
    const old = [...nested.map((other) => placement.boundaries.get(other)), ...inside.map((element) => placement.elements.get(element))];
    const margins = marginsOf(before, old.filter((box) => box !== undefined));
    const box = after.length === 0 ? moved(before, by) : around(after, margins);
    boundaries.set(id, box);
    return box;
  };
  for (const boundary of graph.boundaries) if (boundary.parent === undefined) place(boundary.id);
  return { elements, boundaries, routes: directRoutes(graph.flows, elements) };
}

function moved({ x, y, width, height }: Box, by: Stretch): Box {
  return { x: (x + width / 2) * by.x - width / 2, y: (y + height / 2) * by.y - height / 2, width, height };
}

function marginsOf(outer: Box, inner: readonly Box[]): Margins {
  return {
    left: Math.min(...inner.map((box) => box.x)) - outer.x,
    top: Math.min(...inner.map((box) => box.y)) - outer.y,
    right: outer.x + outer.width - Math.max(...inner.map((box) => box.x + box.width)),
    bottom: outer.y + outer.height - Math.max(...inner.map((box) => box.y + box.height)),
  };
}

function around(inner: readonly Box[], margins: Margins): Box {
  const x = Math.min(...inner.map((box) => box.x)) - margins.left;
  const y = Math.min(...inner.map((box) => box.y)) - margins.top;
  return {
    x, y,
    width: Math.max(...inner.map((box) => box.x + box.width)) + margins.right - x,
    height: Math.max(...inner.map((box) => box.y + box.height)) + margins.bottom - y,
  };
}
