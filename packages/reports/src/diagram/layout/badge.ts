// Where the sign of a change stands at an element: on a corner of its box, where no flow ends.
import type { Box, Point } from "./geometry.ts";

export const badgeRadius = 9;

export function badgePoint(box: Box): Point {
  return { x: box.x + 1, y: box.y + 1 };
}
