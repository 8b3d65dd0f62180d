// Puts a boundary's title into the strip that the layout kept free for it, where the fewest flows run through.
import type { Block } from "../text/block.ts";
import { inflate, lengthInside, overlap } from "./geometry.ts";
import type { Box, Route } from "./geometry.ts";

const inset = 9;
const step = 12;
const lineCost = 40;

export function placeTitle(outline: Box, label: Block, routes: readonly Route[], obstacles: readonly Box[]): Box {
  const at = (x: number): Box => ({ x, y: outline.y + 6, width: label.width, height: label.height });
  const first = outline.x + inset;
  let best = at(first);
  let bestCost = Infinity;
  for (let x = first; x <= Math.max(first, outline.x + outline.width - inset - label.width); x += step) {
    const box = at(x);
    const lines = routes.filter((route) => lengthInside(route, inflate(box, 5)) > 0).length;
    const blocked = obstacles.filter((obstacle) => overlap(obstacle, box)).length;
    const cost = lines * lineCost + blocked * 1000 + (x - first) / step;
    if (cost < bestCost) [best, bestCost] = [box, cost];
  }
  return best;
}
