// The little plane geometry that other tools' pictures need: what lies inside a box, and which lines meet.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export function centre(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

export function area(rect: Rect): number {
  return rect.width * rect.height;
}

export function holdsPoint(rect: Rect, point: Point): boolean {
  return point.x >= rect.x && point.x <= rect.x + rect.width && point.y >= rect.y && point.y <= rect.y + rect.height;
}

export function holdsRect(outer: Rect, inner: Rect): boolean {
  return holdsPoint(outer, inner) && holdsPoint(outer, { x: inner.x + inner.width, y: inner.y + inner.height });
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest rectangle around a line; undefined for no points. */
export function frameOf(line: readonly Point[]): Rect | undefined {
  if (line.length === 0) return undefined;
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Whether two rectangles have a point in common, if only at their edges. */
export function touch(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** Whether two lines of straight pieces have a point in common. */
export function linesMeet(a: readonly Point[], b: readonly Point[]): boolean {
  return pieces(a).some((first) => pieces(b).some((second) => piecesMeet(first, second)));
}

type Piece = readonly [Point, Point];

function pieces(line: readonly Point[]): readonly Piece[] {
  return line.slice(1).map((point, index) => [line[index] ?? point, point] as const);
}

function piecesMeet([a, b]: Piece, [c, d]: Piece): boolean {
  const sides = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)] as const;
  if (sides[0] !== sides[1] && sides[2] !== sides[3]) return true;
  return (sides[0] === 0 && between(a, b, c)) || (sides[1] === 0 && between(a, b, d))
    || (sides[2] === 0 && between(c, d, a)) || (sides[3] === 0 && between(c, d, b));
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
}

function between(a: Point, b: Point, c: Point): boolean {
  return c.x >= Math.min(a.x, b.x) && c.x <= Math.max(a.x, b.x) && c.y >= Math.min(a.y, b.y) && c.y <= Math.max(a.y, b.y);
}
