// Where a flow may leave or reach an element: any track that meets one of its sides, away from the corners.
import type { Box, Point } from "../layout/geometry.ts";
import { clearance, columnsIn, columnX, rowsIn, rowY } from "./track-grid.ts";
import type { TrackGrid } from "./track-grid.ts";

/** 0 right, 1 down, 2 left, 3 up. */
export type Direction = 0 | 1 | 2 | 3;

export interface Port {
  /** The point of the grid just outside. */
  readonly point: number;
  /** The way out of the element. */
  readonly out: Direction;
  readonly border: Point;
  /** The middle of a side costs least. */
  readonly cost: number;
}

const corner = 12;
const offCentreCost = 0.25;

export function portsOf(grid: TrackGrid, box: Box): Port[] {
  const [firstColumn, lastColumn] = columnsIn(grid, box.x + corner, box.x + box.width - corner);
  const [firstRow, lastRow] = rowsIn(grid, box.y + corner, box.y + box.height - corner);
  const above = rowsIn(grid, grid.top, box.y - clearance)[1];
  const below = rowsIn(grid, box.y + box.height + clearance, Infinity)[0];
  const before = columnsIn(grid, grid.left, box.x - clearance)[1];
  const after = columnsIn(grid, box.x + box.width + clearance, Infinity)[0];
  const ports: Port[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    const x = columnX(grid, column);
    const cost = Math.abs(x - box.x - box.width / 2) * offCentreCost;
    ports.push({ point: above * grid.columns + column, out: 3, border: { x, y: box.y }, cost });
    ports.push({ point: below * grid.columns + column, out: 1, border: { x, y: box.y + box.height }, cost });
  }
  for (let row = firstRow; row <= lastRow; row++) {
    const y = rowY(grid, row);
    const cost = Math.abs(y - box.y - box.height / 2) * offCentreCost;
    ports.push({ point: row * grid.columns + before, out: 2, border: { x: box.x, y }, cost });
    ports.push({ point: row * grid.columns + after, out: 0, border: { x: box.x + box.width, y }, cost });
  }
  return ports;
}
