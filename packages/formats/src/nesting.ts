// Which drawn box lies in which other, for formats that only say where boxes stand.
import { area, holdsPoint, holdsRect } from "./geometry.ts";
import type { Point, Rect } from "./geometry.ts";

export interface Box {
  readonly id: string;
  readonly rect: Rect | undefined;
}

/** The smallest box that holds each box of one picture. */
export function parentBoxes<T extends Box>(boxes: readonly T[]): ReadonlyMap<T, T> {
  return new Map(boxes.flatMap((box) => {
    const parent = smallestBox(boxes.filter((other) => holdsBox(other, box)));
    return parent === undefined ? [] : [[box, parent] as const];
  }));
}

/** Of two boxes of the same size in the same place the one with the greater id is inside. */
function holdsBox(outer: Box, inner: Box): boolean {
  if (outer === inner || outer.rect === undefined || inner.rect === undefined || !holdsRect(outer.rect, inner.rect)) return false;
  return area(outer.rect) > area(inner.rect) || outer.id < inner.id;
}

export function smallestBox<T extends Box>(boxes: readonly T[]): T | undefined {
  return [...boxes].sort((a, b) => sizeOf(a) - sizeOf(b) || (a.id > b.id ? -1 : 1))[0];
}

function sizeOf(box: Box): number {
  return box.rect === undefined ? Number.MAX_VALUE : area(box.rect);
}

export function boxesAround<T extends Box>(boxes: readonly T[], point: Point | undefined): readonly T[] {
  return point === undefined ? [] : boxes.filter((box) => box.rect !== undefined && holdsPoint(box.rect, point));
}

/** From the nearest outwards. */
export function outerBoxes<T extends Box>(parents: ReadonlyMap<T, T>, box: T): readonly T[] {
  const line: T[] = [];
  for (let at = parents.get(box); at !== undefined && !line.includes(at); at = parents.get(at)) line.push(at);
  return line;
}
