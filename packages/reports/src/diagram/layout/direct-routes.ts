// Straight lines from border to border, parallel ones side by side, and loops at the right side for flows that return to
// their own source.
import type { DiagramFlow } from "../graph/diagram-graph.ts";
import { centreOf, clip } from "./geometry.ts";
import type { Box, Point, Route } from "./geometry.ts";

const apart = 22;

export function directRoutes(flows: readonly DiagramFlow[], elements: ReadonlyMap<string, Box>): Map<string, Route> {
  const routes = new Map<string, Route>();
  const lanes = new Map<string, DiagramFlow[]>();
  for (const flow of flows) {
    const key = [flow.from, flow.to].toSorted().join(" ");
    lanes.set(key, [...(lanes.get(key) ?? []), flow]);
  }
  for (const lane of lanes.values()) {
    lane.forEach((flow, i) => {
      const [from, to] = [elements.get(flow.from), elements.get(flow.to)];
      if (from === undefined || to === undefined) return;
      routes.set(flow.id, flow.from === flow.to ? loop(from, i) : straight(from, to, laneOffset(flow, i, lane.length)));
    });
  }
  return routes;
}

/** The same lane for both directions: turned round, left is right. */
function laneOffset(flow: DiagramFlow, i: number, count: number): number {
  return (i - (count - 1) / 2) * apart * (flow.from < flow.to ? 1 : -1);
}

function straight(from: Box, to: Box, offset: number): Route {
  const [a, b] = [centreOf(from), centreOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const shift = { x: (-(b.y - a.y) / length) * offset, y: ((b.x - a.x) / length) * offset };
  const segment = { from: moved(a, shift), to: moved(b, shift) };
  const [leave, enter] = [clip(segment, from)?.[1] ?? 0, clip(segment, to)?.[0] ?? 1];
  const at = (t: number): Point => ({
    x: segment.from.x + t * (segment.to.x - segment.from.x), y: segment.from.y + t * (segment.to.y - segment.from.y),
  });
  return [at(leave), at(enter)];
}

function loop(box: Box, i: number): Route {
  const right = box.x + box.width;
  const reach = right + 18 + i * 10;
  const [upper, lower] = [box.y + box.height * 0.3, box.y + box.height * 0.7];
  return [{ x: right, y: upper }, { x: reach, y: upper }, { x: reach, y: lower }, { x: right, y: lower }];
}

function moved(point: Point, by: Point): Point {
  return { x: point.x + by.x, y: point.y + by.y };
}
