// Routes all flows of a placement anew on a grid of tracks. Graphviz knows nothing of boundaries when it routes: its lines run
// through boundaries they have nothing to do with, along outlines and on top of each other. These do not, where they can.
import { enclosing } from "../graph/containment.ts";
import type { DiagramFlow, DiagramGraph } from "../graph/diagram-graph.ts";
import { centreOf, distance, simplify } from "../layout/geometry.ts";
import type { Box, Point, Route } from "../layout/geometry.ts";
import type { Placement } from "../layout/placement.ts";
import { findRoute, searchMemory } from "./find-route.ts";
import type { FoundRoute, RouteSearch } from "./find-route.ts";
import { emptyOccupancy, meetsOthers, occupy } from "./occupancy.ts";
import { portsOf } from "./ports.ts";
import type { Port } from "./ports.ts";
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
  const legs = graph.flows.flatMap((flow) => legsOf(flow, placement));
  const found = routeLegs(legs, graph, { grid, passes: work > littleWork ? 1 : 2 });
  const routes = graph.flows.flatMap((flow): (readonly [string, Route])[] => {
    const parts = legs.filter((leg) => leg.flow === flow.id).map((leg) => found.get(leg));
    const points = parts.flatMap((part) => (part === undefined ? [] : pointsOf(part, grid)));
    return parts.length === 0 || parts.includes(undefined) ? [] : [[flow.id, simplify(points)]];
  });
  return { ...placement, routes: new Map([...placement.routes, ...routes]) };
}

/** A flow from element to element; one that passes through others has several legs. */
interface Leg {
  readonly flow: string;
  readonly from: string;
  readonly to: string;
  readonly source: Box;
  readonly target: Box;
}

function legsOf(flow: DiagramFlow, { elements }: Placement): Leg[] {
  const stops = [flow.from, ...flow.via.map((element) => element.id), flow.to].filter((id) => elements.has(id));
  return stops.slice(1).flatMap((to, i) => {
    const from = stops[i] ?? to;
    const [source, target] = [elements.get(from), elements.get(to)];
    return source === undefined || target === undefined ? [] : [{ flow: flow.id, from, to, source, target }];
  });
}

interface Routing {
  readonly grid: TrackGrid;
  readonly passes: number;
}

/** Short ones first; in the second pass those that meet others, knowing all of them. */
function routeLegs(legs: readonly Leg[], graph: DiagramGraph, { grid, passes }: Routing): Map<Leg, FoundRoute> {
  const occupancy = emptyOccupancy(grid);
  const memory = searchMemory(grid);
  const costs = outlineCostsOf(graph);
  const portsFor = portFinder(grid);
  const found = new Map<Leg, FoundRoute>();
  const order = shortestFirst(legs);
  for (let pass = 0; pass < passes; pass++) {
    for (const leg of order) {
      const before = found.get(leg);
      if (before !== undefined) occupy(occupancy, before.points, -1);
      const free = before !== undefined && !meetsOthers(grid, occupancy, before.points);
      const route = free ? before : findRoute({ grid, occupancy, target: leg.target, outlineCost: costs(leg), ...portsFor(leg) }, memory) ?? before;
      if (route === undefined) continue;
      found.set(leg, route);
      occupy(occupancy, route.points, 1);
    }
  }
  return found;
}

function shortestFirst(legs: readonly Leg[]): Leg[] {
  return legs.map((leg) => ({ leg, size: distance(centreOf(leg.source), centreOf(leg.target)) }))
    .toSorted((a, b) => a.size - b.size || (a.leg.flow < b.leg.flow ? -1 : a.leg.flow > b.leg.flow ? 1 : 0)).map(({ leg }) => leg);
}

/** A flow back to its own source leaves at the right side and returns from above. */
function portFinder(grid: TrackGrid): (leg: Leg) => Pick<RouteSearch, "starts" | "goals"> {
  const known = new Map<string, readonly Port[]>();
  const portsAt = (element: string, box: Box): readonly Port[] => {
    const ports = known.get(element) ?? portsOf(grid, box);
    known.set(element, ports);
    return ports;
  };
  return ({ from, to, source, target }) => {
    const [starts, goals] = [portsAt(from, source), portsAt(to, target)];
    if (from !== to) return { starts, goals };
    return { starts: starts.filter((port) => port.out === 0), goals: goals.filter((port) => port.out === 3) };
  };
}

function outlineCostsOf(graph: DiagramGraph): (leg: Leg) => number[] {
  const byId = new Map(graph.boundaries.map((boundary) => [boundary.id, boundary]));
  const home = new Map(graph.elements.map((element) => [element.id, new Set(enclosing(element.boundary, byId))]));
  return ({ from, to }) => graph.boundaries.map(({ id }) => {
    const ends = [from, to].filter((end) => home.get(end)?.has(id)).length;
    return [outlineCosts.foreign, outlineCosts.crossed, outlineCosts.left][ends] ?? 0;
  });
}

function pointsOf({ start, goal, points }: FoundRoute, grid: TrackGrid): Point[] {
  const inner = points.map((point) => ({ x: columnX(grid, point % grid.columns), y: rowY(grid, Math.floor(point / grid.columns)) }));
  return [start.border, ...inner, goal.border];
}
