// Which boundaries the drawn line of a flow meets. The file does not say, and the Microsoft tool's rules go by the picture: a boundary counts by its outline, an open line by its curve.
import { linesMeet } from "../geometry.ts";
import type { Point, Rect } from "../geometry.ts";
import { groupBy } from "../ids/group-by.ts";
import type { DrawnLine, Shape } from "./shapes.ts";

/** The boundaries and boundary lines that each flow meets, by the flow's key. */
export function readCrossings(shapes: readonly Shape[]): ReadonlyMap<string, readonly Shape[]> {
  const outlines = groupBy(shapes.filter(({ kind }) => kind === "box" || kind === "line"), ({ surface }) => surface.guid);
  const drawn = new Map([...outlines.values()].flat().map((boundary) => [boundary, outlineOf(boundary)]));
  return new Map(shapes.filter(({ kind }) => kind === "flow").map((flow) => {
    const line = flow.line === undefined ? [] : curve(flow.line);
    return [flow.key, (outlines.get(flow.surface.guid) ?? []).filter((boundary) => linesMeet(line, drawn.get(boundary) ?? []))];
  }));
}

function outlineOf({ rect, line }: Shape): readonly Point[] {
  if (line !== undefined) return curve(line);
  return rect === undefined ? [] : frame(rect);
}

function frame({ x, y, width, height }: Rect): readonly Point[] {
  return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }, { x, y }];
}

const pieces = 16;

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
