// Where a flow crosses the outline of a boundary. Each stretch of it, from one element to the next, crosses at one point at most,
// however often the line wanders in and out: the last one on its way, after which it stays on the other side.
import { clip, distance, holdsPoint, inflate, pointAt, segmentsOf } from "./geometry.ts";
import type { Box, Point, Route, Segment } from "./geometry.ts";

/** One point for each stretch that ends on the other side than it began; `stops` are the elements that the flow goes through, in order. */
export function crossingPoints(route: Route, stops: readonly Box[], outline: Box): readonly Point[] {
  const stretches = stretchesOf(route, stops);
  return stretches.flatMap((stretch) => {
    const [first, last] = [stretch[0], stretch[stretch.length - 1]];
    const stays = stretches.length > 1 && first && last && holdsPoint(outline, first) === holdsPoint(outline, last);
    return stays ? [] : crossingPoint(stretch, outline) ?? [];
  });
}

/** Cut in the middle of what the line shares with each stop. A stop that it does not meet cuts nothing. */
function stretchesOf(route: Route, stops: readonly Box[]): readonly Route[] {
  const done: Route[] = [];
  let rest = route;
  for (const stop of stops) {
    const segments = segmentsOf(rest);
    const ranges = segments.map((segment) => clip(segment, inflate(stop, 1)));
    const at = ranges.findIndex((range) => range !== null);
    const [segment, range] = [segments[at], ranges[at]];
    if (!segment || !range) continue;
    const cut = pointAt(segment, (range[0] + range[1]) / 2);
    done.push([...rest.slice(0, at + 1), cut]);
    rest = [cut, ...rest.slice(at + 1)];
  }
  return [...done, rest];
}

/** The point, or undefined when the route never changes sides. */
function crossingPoint(route: Route, outline: Box): Point | undefined {
  let last: Point | undefined;
  for (const segment of segmentsOf(route)) {
    const cuts = cutsOf(segment, outline);
    for (const [i, cut] of cuts.entries()) {
      const before = pointAt(segment, (cut + (cuts[i - 1] ?? 0)) / 2);
      const after = pointAt(segment, (cut + (cuts[i + 1] ?? 1)) / 2);
      if (holdsPoint(outline, before) !== holdsPoint(outline, after)) last = pointAt(segment, cut);
    }
  }
  return last;
}

/** Parameters at which a segment meets the lines through the four sides, in order. */
function cutsOf({ from, to }: Segment, outline: Box): number[] {
  const cuts: number[] = [];
  for (const [a, b, sides] of [
    [from.x, to.x, [outline.x, outline.x + outline.width]], [from.y, to.y, [outline.y, outline.y + outline.height]],
  ] as const) {
    for (const side of sides) {
      const t = a === b ? -1 : (side - a) / (b - a);
      if (t > 0 && t < 1) cuts.push(t);
    }
  }
  return cuts.toSorted((a, b) => a - b);
}

/** A point on the route, this far from its start (or from its end when negative). */
export function pointAlong(route: Route, length: number): Point {
  const path = length < 0 ? [...route].reverse() : route;
  let left = Math.abs(length);
  for (const segment of segmentsOf(path)) {
    const size = distance(segment.from, segment.to);
    if (size >= left) return pointAt(segment, size === 0 ? 0 : left / size);
    left -= size;
  }
  return path[path.length - 1] ?? { x: 0, y: 0 };
}
