// Which boundaries the drawn line of a flow meets. The file does not say, and the Microsoft tool's rules go by the picture: a boundary counts by its outline, an open line by its curve.
import { frameOf, linesMeet, touch } from "../geometry.ts";
import type { Point, Rect } from "../geometry.ts";
import { groupBy } from "../ids/group-by.ts";
import type { DrawnLine, Shape } from "./shapes.ts";

interface Outline {
  readonly boundary: Shape;
  readonly points: readonly Point[];
  readonly frame: Rect | undefined;
}

/** The boundaries and boundary lines that each flow meets, by the flow's key. */
export function readCrossings(shapes: readonly Shape[]): ReadonlyMap<string, readonly Shape[]> {
  const boundaries = shapes.filter(({ kind }) => kind === "box" || kind === "line").map(outlineOf);
  const bySurface = groupBy(boundaries, ({ boundary }) => boundary.surface.guid);
  return new Map(shapes.filter(({ kind }) => kind === "flow").map((flow) => [flow.key, met(flow, bySurface.get(flow.surface.guid) ?? [])]));
}

/** Most lines are far from most boundaries, which their frames tell at once. */
function met({ line }: Shape, outlines: readonly Outline[]): readonly Shape[] {
  const drawn = line === undefined ? [] : curve(line);
  const around = frameOf(drawn);
  if (around === undefined) return [];
  return outlines.filter(({ points, frame }) => frame !== undefined && touch(around, frame) && linesMeet(drawn, points)).map(({ boundary }) => boundary);
}

function outlineOf(boundary: Shape): Outline {
  const { rect, line } = boundary;
  const points = line !== undefined ? curve(line) : rect === undefined ? [] : corners(rect);
  return { boundary, points, frame: frameOf(points) };
}

function corners({ x, y, width, height }: Rect): readonly Point[] {
  return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }, { x, y }];
}

const pieces = 12;

/** A parabola through the handle, in straight pieces; a straight line where there is no handle. */
function curve({ from, to, handle }: DrawnLine): readonly Point[] {
  if (handle === undefined) return [from, to];
  const bend = { x: 2 * handle.x - (from.x + to.x) / 2, y: 2 * handle.y - (from.y + to.y) / 2 };
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const t = index / pieces;
    const at = (a: number, b: number, c: number): number => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
    return { x: at(from.x, bend.x, to.x), y: at(from.y, bend.y, to.y) };
  });
}
