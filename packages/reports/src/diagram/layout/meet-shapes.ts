// Lets routes end on the drawn outline: a layout knows elements as rectangles only, so a line that ends near the corner of
// a rounded shape would stop short of it.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import type { Box, Point, Route } from "./geometry.ts";
import type { Placement } from "./placement.ts";

export function meetShapes(graph: DiagramGraph, placement: Placement): Placement {
  const rounded = new Map(graph.elements.flatMap((element) => {
    const box = placement.elements.get(element.id);
    return box === undefined || element.shape !== "process" ? [] : [[element.id, box] as const];
  }));
  const routes = graph.flows.flatMap((flow): (readonly [string, Route])[] => {
    const route = placement.routes.get(flow.id);
    return route === undefined ? [] : [[flow.id, endAt(startAt(route, rounded.get(flow.from)), rounded.get(flow.to))]];
  });
  return { ...placement, routes: new Map(routes) };
}

/** Corner radius of a process. */
export function processRadius(box: Box): number {
  return Math.min(box.height / 2, 20);
}

function startAt(route: Route, box: Box | undefined): Route {
  const [first, second, ...rest] = route;
  if (box === undefined || first === undefined || second === undefined) return route;
  return [onOutline(first, second, box), second, ...rest];
}

function endAt(route: Route, box: Box | undefined): Route {
  return startAt([...route].reverse(), box).toReversed();
}

/** Moves an end inwards, in the direction of its segment, to where the rounded corner is. */
function onOutline(end: Point, before: Point, box: Box): Point {
  const radius = processRadius(box);
  const level = Math.abs(end.y - before.y) < 0.5;
  if (!level && Math.abs(end.x - before.x) >= 0.5) return end;
  const offset = level ? cornerOffset(end.y, box.y, box.height, radius) : cornerOffset(end.x, box.x, box.width, radius);
  return level
    ? { x: end.x + Math.sign(end.x - before.x) * offset, y: end.y }
    : { x: end.x, y: end.y + Math.sign(end.y - before.y) * offset };
}

/** How far the outline lies inside the rectangle, this far along one of its sides. */
function cornerOffset(at: number, start: number, size: number, radius: number): number {
  const inset = radius - Math.min(at - start, start + size - at);
  return inset <= 0 ? 0 : radius - Math.sqrt(Math.max(0, radius * radius - inset * inset));
}
