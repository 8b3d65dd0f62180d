// How hard a layout is to read, before labels: lines that pass through boundaries they have nothing to do with, lines that
// cross each other or run through titles and elements, empty space. Only for choosing between layouts that passed the checks.
import { enclosing } from "../graph/containment.ts";
import type { DiagramFlow, DiagramGraph } from "../graph/diagram-graph.ts";
import { boundsOf, inflate, lengthInside, lengthOf, segmentsOf } from "./geometry.ts";
import type { Box, Route, Segment } from "./geometry.ts";
import type { Placement } from "./placement.ts";

const weights = { foreignBoundary: 3, crossing: 1, throughElement: 12, detour: 0.3, emptiness: 1.2, aspect: 12, width: 4 };

/** Wider pictures become hard to read where they are shown: on a page or in a column. */
const pageWidth = 1400;

export function layoutCost(graph: DiagramGraph, placement: Placement): number {
  const bounds = boundsOf([...placement.elements.values(), ...placement.boundaries.values()]);
  const filled = [...placement.elements.values()].reduce((sum, box) => sum + box.width * box.height, 0);
  const length = [...placement.routes.values()].reduce((sum, route) => sum + lengthOf(route), 0);
  return weights.foreignBoundary * foreignBoundaries(graph, placement)
    + weights.crossing * lineCrossings(placement)
    + weights.throughElement * throughElements(graph, placement)
    + weights.detour * length / 100
    + weights.emptiness * bounds.width * bounds.height / Math.max(filled, 1)
    + weights.aspect * aspectCost(bounds)
    + weights.width * Math.max(0, bounds.width - pageWidth) / 100;
}

/** A page may be up to 1.6 times as wide as tall, or 1.5 times as tall as wide, at no cost. */
function aspectCost({ width, height }: Box): number {
  const ratio = width / Math.max(height, 1);
  return Math.max(0, Math.log(ratio / 1.6), Math.log(1 / (ratio * 1.5)));
}

/** Flows that run through a boundary that neither end is in, or leave one that both are in. */
function foreignBoundaries(graph: DiagramGraph, placement: Placement): number {
  const byId = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const home = new Map(graph.elements.map((element) => [element.id, enclosing(element.boundary, byId)]));
  const inside = (flow: DiagramFlow, id: string): number =>
    [flow.from, flow.to].filter((end) => home.get(end)?.includes(id)).length;
  return graph.flows.reduce((sum, flow) => sum + graph.boundaries.filter((boundary) => {
    const [route, box] = [placement.routes.get(flow.id), placement.boundaries.get(boundary.id)];
    if (route === undefined || box === undefined) return false;
    const ends = inside(flow, boundary.id);
    if (ends === 0) return lengthInside(route, box) > 1;
    return ends === 2 && lengthInside(route, box) < lengthOf(route) - 1;
  }).length, 0);
}

function throughElements(graph: DiagramGraph, placement: Placement): number {
  return graph.flows.reduce((sum, flow) => {
    const route = placement.routes.get(flow.id) ?? [];
    return sum + [...placement.elements].filter(([id, box]) => !touches(flow, id) && lengthInside(route, inflate(box, -2)) > 0).length;
  }, 0);
}

/** The flow ends at the element or passes through it. */
function touches(flow: DiagramFlow, element: string): boolean {
  return flow.from === element || flow.to === element || flow.via.some(({ id }) => id === element);
}

function lineCrossings({ routes }: Placement): number {
  const segments = [...routes.values()].flatMap((route: Route, owner) => segmentsOf(route).map((segment) => ({ ...segment, owner })));
  let crossings = 0;
  segments.forEach((a, i) => {
    for (let j = i + 1; j < segments.length; j++) {
      const b = segments[j];
      if (b !== undefined && a.owner !== b.owner && cross(a, b)) crossings++;
    }
  });
  return crossings;
}

function cross(a: Segment, b: Segment): boolean {
  if (Math.max(a.from.x, a.to.x) < Math.min(b.from.x, b.to.x) || Math.max(b.from.x, b.to.x) < Math.min(a.from.x, a.to.x)) return false;
  if (Math.max(a.from.y, a.to.y) < Math.min(b.from.y, b.to.y) || Math.max(b.from.y, b.to.y) < Math.min(a.from.y, a.to.y)) return false;
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

function side({ from, to }: Segment, point: { readonly x: number; readonly y: number }): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}
