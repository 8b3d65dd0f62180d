// The grid of tracks on which flows are routed: what is blocked by elements, which steps cross the outline of a boundary,
// which steps are unwelcome (along an outline, through a title).
import { boundsOf, inflate } from "../layout/geometry.ts";
import type { Box } from "../layout/geometry.ts";

export interface TrackGrid {
  readonly spacing: number;
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** By point: 1 inside or close to an element, and at the rim of the grid (so that a step never leaves it). */
  readonly blocked: Uint8Array;
  /** By point, for the step to the right and the step down: extra cost. */
  readonly extra: readonly [Float64Array, Float64Array];
  /** By point, for both steps: 0, or the position in `outlineSets` of the outlines that the step crosses. */
  readonly outlines: readonly [Int32Array, Int32Array];
  /** Positions of boundaries. */
  readonly outlineSets: readonly (readonly number[])[];
}

export interface GridInput {
  readonly spacing: number;
  readonly elements: readonly Box[];
  readonly boundaries: readonly Box[];
  readonly titles: readonly Box[];
}

/** Lines keep this far from elements: room for an arrowhead. */
export const clearance = 11;

const outside = 40;
const closeToOutline = 5;
const alongOutlineCost = 2.5;
const titleCost = 5;

export function trackGrid({ spacing, elements, boundaries, titles }: GridInput): TrackGrid {
  const bounds = inflate(boundsOf([...elements, ...boundaries]), outside);
  const columns = Math.ceil(bounds.width / spacing) + 1;
  const rows = Math.ceil(bounds.height / spacing) + 1;
  const size = columns * rows;
  const grid: TrackGrid = {
    spacing, left: bounds.x, top: bounds.y, columns, rows, blocked: new Uint8Array(size),
    extra: [new Float64Array(size), new Float64Array(size)], outlines: [new Int32Array(size), new Int32Array(size)], outlineSets: [],
  };
  const outlineSets: number[][] = [[]];
  for (let point = 0; point < size; point++) {
    const column = point % columns;
    if (column === 0 || column === columns - 1 || point < columns || point >= size - columns) grid.blocked[point] = 1;
  }
  for (const box of elements) eachPoint(grid, inflate(box, clearance), (point) => { grid.blocked[point] = 1; });
  for (const box of titles) {
    eachPoint(grid, inflate(box, 2), (point) => {
      addExtra(grid, 0, point, spacing * titleCost);
      addExtra(grid, 1, point, spacing * titleCost);
    });
  }
  boundaries.forEach((box, i) => {
    markCrossings(grid, box, (across, point) => {
      const set = outlineSets[grid.outlines[across][point] ?? 0] ?? [];
      grid.outlines[across][point] = outlineSets.push([...set, i]) - 1;
    });
    markAlong(grid, box);
  });
  return { ...grid, outlineSets };
}

export function columnX(grid: TrackGrid, column: number): number {
  return grid.left + column * grid.spacing;
}

export function rowY(grid: TrackGrid, row: number): number {
  return grid.top + row * grid.spacing;
}

/** First and last track whose coordinate lies in a closed range. */
function tracksIn(start: number, spacing: number, count: number, from: number, to: number): readonly [number, number] {
  return [Math.max(0, Math.ceil((from - start) / spacing)), Math.min(count - 1, Math.floor((to - start) / spacing))];
}

export function columnsIn(grid: TrackGrid, from: number, to: number): readonly [number, number] {
  return tracksIn(grid.left, grid.spacing, grid.columns, from, to);
}

export function rowsIn(grid: TrackGrid, from: number, to: number): readonly [number, number] {
  return tracksIn(grid.top, grid.spacing, grid.rows, from, to);
}

function eachPoint(grid: TrackGrid, box: Box, visit: (point: number) => void): void {
  const [firstColumn, lastColumn] = columnsIn(grid, box.x, box.x + box.width);
  const [firstRow, lastRow] = rowsIn(grid, box.y, box.y + box.height);
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) visit(row * grid.columns + column);
  }
}

function addExtra(grid: TrackGrid, direction: 0 | 1, point: number, cost: number): void {
  grid.extra[direction][point] = (grid.extra[direction][point] ?? 0) + cost;
}

function markCrossings(grid: TrackGrid, box: Box, mark: (across: 0 | 1, point: number) => void): void {
  const [firstRow, lastRow] = rowsIn(grid, box.y, box.y + box.height);
  const [firstColumn, lastColumn] = columnsIn(grid, box.x, box.x + box.width);
  for (const x of [box.x, box.x + box.width]) {
    const column = Math.ceil((x - grid.left) / grid.spacing) - 1;
    for (let row = firstRow; row <= lastRow; row++) mark(0, row * grid.columns + column);
  }
  for (const y of [box.y, box.y + box.height]) {
    const row = Math.ceil((y - grid.top) / grid.spacing) - 1;
    for (let column = firstColumn; column <= lastColumn; column++) mark(1, row * grid.columns + column);
  }
}

/** Steps so close to an outline that the line would seem to be part of it. */
function markAlong(grid: TrackGrid, { x, y, width, height }: Box): void {
  const cost = grid.spacing * alongOutlineCost;
  for (const level of [y, y + height]) {
    eachPoint(grid, { x, y: level - closeToOutline, width, height: 2 * closeToOutline }, (point) => addExtra(grid, 0, point, cost));
  }
  for (const level of [x, x + width]) {
    eachPoint(grid, { x: level - closeToOutline, y, width: 2 * closeToOutline, height }, (point) => addExtra(grid, 1, point, cost));
  }
}
