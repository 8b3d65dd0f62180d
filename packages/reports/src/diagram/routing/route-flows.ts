// Routes all flows of a placement anew on a grid of tracks. Graphviz knows nothing of boundaries when it routes: its lines run
// through boundaries they have nothing to do with, along outlines and on top of each other. These do not, where they can.
import { enclosing } from "../graph/containment.ts";
import type { DiagramFlow, DiagramGraph } from "../graph/diagram-graph.ts";
import { centreOf, distance, simplify } from "../layout/geometry.ts";
import type { Box, Route } from "../layout/geometry.ts";
import type { Placement } from "../layout/placement.ts";
import { findRoute, searchMemory } from "./find-route.ts";
import type { FoundRoute } from "./find-route.ts";
import { emptyOccupancy, meetsOthers, occupy } from "./occupancy.ts";
import { portsOf } from "./ports.ts";
import { columnX, rowY, trackGrid } from "./track-grid.ts";
import type { TrackGrid } from "./track-grid.ts";

/** Where the titles of boundaries will probably stand: lines avoid them. */
export interface RoutingInput {
  readonly graph: DiagramGraph;
  readonly placement: Placement;
  readonly titles: readonly Box[];
}

const spacing = 12;
/** Points of the grid times flows: up to here flows that meet others are routed again, knowing all of them. */
const littleWork = 12_000_000;
/** Above this the routing takes too long. */
const mostWork = 60_000_000;
const outlineCosts = { crossed: 6, foreign: 260, left: 260 };

/** The placement with better routes; flows that find no way keep theirs. */
export function routeFlows({ graph, placement, titles }: RoutingInput): Placement {
  const grid = trackGrid({
    spacing, titles, elements: [...placement.elements.values()],
    boundaries: graph.boundaries.map((boundary) => placement.boundaries.get(boundary.id) ?? { x: 0, y: 0, width: 0, height: 0 }),
  });
  const work = grid.columns * grid.rows * graph.flows.length;
  if (work > mostWork) return placement;
  const occupancy = emptyOccupancy(grid);
  const memory = searchMemory(grid);
  const costs = outlineCostsOf(graph);
  const found = new Map<string, FoundRoute>();
  for (let pass = 0; pass < (work > littleWork ? 1 : 2); pass++) {
    for (const flow of shortestFirst(graph, placement)) {
      const [source, target] = [placement.elements.get(flow.from), placement.elements.get(flow.to)];
      if (source === undefined || target === undefined) continue;
      const before = found.get(flow.id);
      if (before !== undefined) occupy(occupancy, before.points, -1);
      const free = before !== undefined && !meetsOthers(grid, occupancy, before.points);
      const route = free ? before : findRoute({
        grid, occupancy, target, outlineCost: costs(flow), ...portsFor(flow, grid, source, target),
      }, memory) ?? before;
      if (route === undefined) continue;
      found.set(flow.id, route);
      occupy(occupancy, route.points, 1);
    }
  }
  return { ...placement, routes: new Map([...placement.routes, ...[...found].map(([id, route]) => [id, routeOf(route, grid)] as const)]) };
}

function shortestFirst(graph: DiagramGraph, placement: Placement): DiagramFlow[] {
  const length = (flow: DiagramFlow): number => {
    const [source, target] = [placement.elements.get(flow.from), placement.elements.get(flow.to)];
    return source === undefined || target === undefined ? 0 : distance(centreOf(source), centreOf(target));
  };
  return graph.flows.map((flow) => ({ flow, size: length(flow) }))
    .toSorted((a, b) => a.size - b.size || (a.flow.id < b.flow.id ? -1 : 1)).map(({ flow }) => flow);
}

/** A flow back to its own source leaves at the right side and returns from above. */
function portsFor(flow: DiagramFlow, grid: TrackGrid, source: Box, target: Box): Pick<Parameters<typeof findRoute>[0], "starts" | "goals"> {
  const [starts, goals] = [portsOf(grid, source), portsOf(grid, target)];
  if (flow.from !== flow.to) return { starts, goals };
  return { starts: starts.filter((port) => port.out === 0), goals: goals.filter((port) => port.out === 3) };
}

function outlineCostsOf(graph: DiagramGraph): (flow: DiagramFlow) => number[] {
  const byId = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const home = new Map(graph.elements.map((element) => [element.id, new Set(enclosing(element.boundary, byId))]));
  return (flow) => graph.boundaries.map(({ id }) => {
    const ends = [flow.from, flow.to].filter((end) => home.get(end)?.has(id)).length;
    return [outlineCosts.foreign, outlineCosts.crossed, outlineCosts.left][ends] ?? 0;
  });
}

function routeOf({ start, goal, points }: FoundRoute, grid: TrackGrid): Route {
  const inner = points.map((point) => ({ x: columnX(grid, point % grid.columns), y: rowY(grid, Math.floor(point / grid.columns)) }));
  return simplify([start.border, ...inner, goal.border]);
}
