// Boxes, points and polylines. All numbers are pixels; y grows downwards.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Route = readonly Point[];

export function inflate(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** True when more than `slack` pixels are shared in both directions. */
export function overlap(a: Box, b: Box, slack = 0.5): boolean {
  return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

export function contains(outer: Box, inner: Box, slack = 0.5): boolean {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack
    && inner.x + inner.width <= outer.x + outer.width + slack && inner.y + inner.height <= outer.y + outer.height + slack;
}

export function holdsPoint(box: Box, point: Point): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}

export function centreOf(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The point of a box that is nearest to another point. */
export function nearestIn(box: Box, { x, y }: Point): Point {
  return { x: Math.min(Math.max(x, box.x), box.x + box.width), y: Math.min(Math.max(y, box.y), box.y + box.height) };
}

export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x, y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

export function lengthOf(route: Route): number {
  return segmentsOf(route).reduce((sum, segment) => sum + distance(segment.from, segment.to), 0);
}

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

export function segmentsOf(route: Route): Segment[] {
  return route.slice(1).map((to, i) => ({ from: route[i] ?? to, to }));
}

/** The part of a segment inside a box, as the range of its parameter; null when it stays outside. */
export function clip({ from, to }: Segment, box: Box): readonly [number, number] | null {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const sides = [
    [-dx, from.x - box.x], [dx, box.x + box.width - from.x], [-dy, from.y - box.y], [dy, box.y + box.height - from.y],
  ] as const;
  for (const [direction, room] of sides) {
    if (direction === 0) {
      if (room < 0) return null;
    } else if (direction < 0) {
      enter = Math.max(enter, room / direction);
    } else {
      leave = Math.min(leave, room / direction);
    }
  }
  return enter <= leave ? [enter, leave] : null;
}

export function pointAt({ from, to }: Segment, t: number): Point {
  return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
}

/** Length of a segment inside a box. Most segments are level or upright: those are quick. */
export function coveredLength(segment: Segment, box: Box): number {
  const { from, to } = segment;
  if (from.y === to.y) return from.y < box.y || from.y > box.y + box.height ? 0 : shared(from.x, to.x, box.x, box.width);
  if (from.x === to.x) return from.x < box.x || from.x > box.x + box.width ? 0 : shared(from.y, to.y, box.y, box.height);
  const range = clip(segment, box);
  return range === null ? 0 : (range[1] - range[0]) * distance(from, to);
}

function shared(a: number, b: number, start: number, size: number): number {
  return Math.max(0, Math.min(Math.max(a, b), start + size) - Math.max(Math.min(a, b), start));
}

/** Length of a route inside a box. */
export function lengthInside(route: Route, box: Box): number {
  let sum = 0;
  for (let i = 1; i < route.length; i++) {
    const [from, to] = [route[i - 1], route[i]];
    if (from !== undefined && to !== undefined) sum += coveredLength({ from, to }, box);
  }
  return sum;
}

/** Without repeated points and points in the middle of a straight run. */
export function simplify(route: Route): Point[] {
  const kept: Point[] = [];
  for (const point of route) {
    const last = kept[kept.length - 1];
    if (last !== undefined && distance(last, point) < 0.01) continue;
    const before = kept[kept.length - 2];
    if (last !== undefined && before !== undefined && turn(before, last, point) < 0.01) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Distance of b from the line a–c, or a large number when c turns back. */
function turn(a: Point, b: Point, c: Point): number {
  const forward = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  if (forward < 0) return Number.MAX_VALUE;
  return Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / Math.max(distance(a, c), 0.01);
}
