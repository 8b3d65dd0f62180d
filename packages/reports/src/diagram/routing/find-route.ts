// The cqueueest way of one flow through the grid: short, few bends, few crossings with other flows, on no other flow's track,
// and only through the outlines of boundaries that it really crosses. A* over points and directions.
import type { Box } from "../layout/geometry.ts";
import { bucketQueue } from "./bucket-queue.ts";
import type { BucketQueue } from "./bucket-queue.ts";
import type { Occupancy } from "./occupancy.ts";
import type { Direction, Port } from "./ports.ts";
import { columnX, rowY } from "./track-grid.ts";
import type { TrackGrid } from "./track-grid.ts";

export interface RouteSearch {
  readonly grid: TrackGrid;
  readonly occupancy: Occupancy;
  readonly starts: readonly Port[];
  readonly goals: readonly Port[];
  /** For the estimate of what is left. */
  readonly target: Box;
  /** By position of the boundary: what crossing its outline costs this flow. */
  readonly outlineCost: readonly number[];
}

export interface FoundRoute {
  readonly start: Port;
  readonly goal: Port;
  /** Neighbouring points, first to last. */
  readonly points: readonly number[];
}

const cost = { bend: 34, crossing: 42, touching: 150, shared: 420, samePort: 500, neighbour: 3 };

/** Working memory, kept between searches of one grid. What an earlier search wrote is known by its number and not wiped. */
export interface SearchMemory {
  readonly best: Float64Array;
  readonly parent: Int32Array;
  /** By state: the last search that reached it, and the last that finished it. */
  readonly reached: Int32Array;
  readonly done: Int32Array;
  readonly queue: BucketQueue;
  search: number;
}

export function searchMemory(grid: TrackGrid): SearchMemory {
  const states = 4 * grid.columns * grid.rows;
  return {
    best: new Float64Array(states), parent: new Int32Array(states), reached: new Int32Array(states), done: new Int32Array(states),
    queue: bucketQueue(), search: 0,
  };
}

/** States are `4 * point + direction`; finishing at a goal is `-1 - state` in the queue. */
export function findRoute(search: RouteSearch, memory: SearchMemory): FoundRoute | undefined {
  const { best, done, queue } = memory;
  begin(search, memory);
  const goals = new Map(search.goals.map((port) => [port.point, port]));
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (state < 0) return traceBack(-1 - state, memory, search, goals);
    if (done[state] === memory.search) continue;
    done[state] = memory.search;
    const goal = goals.get(state >> 2);
    if (goal !== undefined) pushFinish(state, best[state] ?? 0, goal, search, queue);
    expand(state, search, memory);
  }
  return undefined;
}

function begin(search: RouteSearch, memory: SearchMemory): void {
  memory.search++;
  memory.queue.clear();
  for (const port of search.starts) {
    const state = 4 * port.point + port.out;
    const start = port.cost + (search.occupancy.ends[port.point] ?? 0) * cost.samePort;
    if (search.grid.blocked[port.point] !== 1) reach(state, start, -1, start + estimate(search, port.point, port.out), memory);
  }
}

function expand(state: number, search: RouteSearch, memory: SearchMemory): void {
  const point = state >> 2;
  const here = memory.best[state] ?? 0;
  const bend = bendCost(search, point);
  for (let turn = 0; turn < 4; turn++) {
    const direction = ((state + turn) & 3) as Direction;
    const next = neighbour(search.grid, point, direction);
    const nextState = 4 * next + direction;
    if (turn === 2 || search.grid.blocked[next] === 1 || memory.done[nextState] === memory.search) continue;
    const there = here + (turn === 0 ? 0 : bend) + stepCost(search, point, next, direction);
    reach(nextState, there, state, there + estimate(search, next, direction), memory);
  }
}

function reach(state: number, there: number, from: number, key: number, memory: SearchMemory): void {
  const { best, parent, reached, queue, search } = memory;
  if (reached[state] === search && there >= (best[state] ?? 0)) return;
  reached[state] = search;
  best[state] = there;
  parent[state] = from;
  queue.push(key, state);
}

/** The last bend is paid for when the way in is not the way it came. */
function pushFinish(state: number, here: number, goal: Port, search: RouteSearch, queue: BucketQueue): void {
  const direction = state & 3;
  if (direction === goal.out) return;
  const turned = direction === ((goal.out + 2) & 3) ? 0 : cost.bend;
  queue.push(here + turned + goal.cost + (search.occupancy.ends[goal.point] ?? 0) * cost.samePort, -1 - state);
}

function neighbour({ columns }: TrackGrid, point: number, direction: Direction): number {
  switch (direction) {
    case 0: return point + 1;
    case 1: return point + columns;
    case 2: return point - 1;
    case 3: return point - columns;
  }
}

/** A bend where another flow runs looks like a fork. */
function bendCost({ occupancy, grid }: RouteSearch, point: number): number {
  return cost.bend + (usesAt(occupancy, grid, point, 0) + usesAt(occupancy, grid, point, 1) > 0 ? cost.touching : 0);
}

function stepCost({ grid, occupancy, outlineCost }: RouteSearch, from: number, to: number, direction: Direction): number {
  const across = direction === 0 || direction === 2 ? 0 : 1;
  const low = Math.min(from, to);
  const steps = occupancy.steps[across];
  const beside = across === 0 ? grid.columns : 1;
  let sum = grid.spacing + (grid.extra[across][low] ?? 0);
  sum += (steps[low] ?? 0) * cost.shared;
  if ((steps[low - beside] ?? 0) > 0) sum += cost.neighbour;
  if ((steps[low + beside] ?? 0) > 0) sum += cost.neighbour;
  const crossed = usesAt(occupancy, grid, to, across === 0 ? 1 : 0) + (occupancy.ends[to] ?? 0);
  if (crossed === 1) sum += cost.touching;
  else if (crossed > 1) sum += cost.crossing;
  const outlines = grid.outlines[across][low] ?? 0;
  if (outlines === 0) return sum;
  for (const boundary of grid.outlineSets[outlines] ?? []) sum += outlineCost[boundary] ?? 0;
  return sum;
}

/** Flows on the two steps that meet at a point in one direction. */
function usesAt({ steps }: Occupancy, { columns }: TrackGrid, point: number, across: 0 | 1): number {
  return (steps[across][point] ?? 0) + (steps[across][point - (across === 0 ? 1 : columns)] ?? 0);
}

/** Never more than what is left; a flow that moves past its target has at least one bend to go. */
function estimate({ grid, target }: RouteSearch, point: number, direction: Direction): number {
  const x = columnX(grid, point % grid.columns);
  const y = rowY(grid, Math.floor(point / grid.columns));
  const dx = Math.max(target.x - x, 0, x - target.x - target.width);
  const dy = Math.max(target.y - y, 0, y - target.y - target.height);
  const aside = (direction & 1) === 0 ? dy : dx;
  return Math.max(0, dx + dy - 2 * grid.spacing) + (aside > 0 ? cost.bend : 0);
}

function traceBack(last: number, { parent }: SearchMemory, { starts }: RouteSearch, goals: ReadonlyMap<number, Port>): FoundRoute | undefined {
  const points: number[] = [];
  let first = last;
  for (let state = last; state !== -1; state = parent[state] ?? -1) {
    points.push(state >> 2);
    first = state;
  }
  const start = starts.find((port) => 4 * port.point + port.out === first);
  const goal = goals.get(last >> 2);
  return start === undefined || goal === undefined ? undefined : { start, goal, points: points.toReversed() };
}
