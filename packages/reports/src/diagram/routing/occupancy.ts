// Which steps of the grid are taken by flows routed so far.
import type { TrackGrid } from "./track-grid.ts";

export interface Occupancy {
  /** By point, for the step to the right and the step down: number of flows. */
  readonly steps: readonly [Uint8Array, Uint8Array];
  /** By point: number of flows whose first or last point this is. */
  readonly ends: Uint8Array;
}

export function emptyOccupancy(grid: TrackGrid): Occupancy {
  const size = grid.columns * grid.rows;
  return { steps: [new Uint8Array(size), new Uint8Array(size)], ends: new Uint8Array(size) };
}

/** Adds (`by` 1) or removes (`by` -1) a path of neighbouring points. */
export function occupy({ steps, ends }: Occupancy, path: readonly number[], by: 1 | -1): void {
  path.slice(1).forEach((to, i) => {
    const from = path[i] ?? to;
    const low = Math.min(from, to);
    const across = Math.abs(to - from) === 1 ? 0 : 1;
    steps[across][low] = (steps[across][low] ?? 0) + by;
  });
  for (const end of [path[0], path[path.length - 1]]) {
    if (end !== undefined) ends[end] = (ends[end] ?? 0) + by;
  }
}

/** True when another flow crosses, touches or shares the path. The path itself must not be in the occupancy. */
export function meetsOthers(grid: TrackGrid, { steps, ends }: Occupancy, path: readonly number[]): boolean {
  const used = (point: number): number => (steps[0][point] ?? 0) + (steps[0][point - 1] ?? 0) + (steps[1][point] ?? 0) + (steps[1][point - grid.columns] ?? 0);
  return path.some((point) => used(point) + (ends[point] ?? 0) > 0);
}
