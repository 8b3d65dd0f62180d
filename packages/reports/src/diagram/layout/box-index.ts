// Finds what lies near a box without looking at everything: a plain grid of cells.
import type { Box } from "./geometry.ts";

const cellSize = 80;
/** Cells are numbered row by row; pictures are far narrower than this many cells. */
const rowLength = 100_000;

export interface BoxIndex<T> {
  add(box: Box, item: T): void;
  /** Items whose cells the box touches, each once. */
  near(box: Box): T[];
}

interface Entry<T> {
  readonly item: T;
  /** The last query that found it. */
  seen: number;
}

export function boxIndex<T>(): BoxIndex<T> {
  const cells = new Map<number, Entry<T>[]>();
  let query = 0;
  return {
    add(box, item) {
      const entry = { item, seen: 0 };
      for (const key of cellsOf(box)) {
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [entry]);
        else cell.push(entry);
      }
    },
    near(box) {
      query++;
      const found: T[] = [];
      for (const key of cellsOf(box)) {
        for (const entry of cells.get(key) ?? []) {
          if (entry.seen === query) continue;
          entry.seen = query;
          found.push(entry.item);
        }
      }
      return found;
    },
  };
}

function cellsOf(box: Box): number[] {
  const keys: number[] = [];
  const [left, right] = [Math.floor(box.x / cellSize), Math.floor((box.x + box.width) / cellSize)];
  const [top, bottom] = [Math.floor(box.y / cellSize), Math.floor((box.y + box.height) / cellSize)];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) keys.push(row * rowLength + column);
  }
  return keys;
}
