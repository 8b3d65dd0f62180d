import { expect, test } from "vitest";
import { crossingPoint, pointAlong } from "./crossing-points.ts";

const outline = { x: 0, y: 0, width: 100, height: 100 };

test("a crossing is where the route changes sides for good", () => {
  expect(crossingPoint([{ x: 50, y: 50 }, { x: 150, y: 50 }], outline)).toEqual({ x: 100, y: 50 });
  expect(crossingPoint([{ x: 50, y: 50 }, { x: 150, y: 50 }, { x: 150, y: 80 }, { x: 50, y: 80 }, { x: 50, y: 200 }], outline)).toEqual({ x: 50, y: 100 });
  expect(crossingPoint([{ x: 10, y: 10 }, { x: 90, y: 90 }], outline)).toBeUndefined();
});

test("a route along the outline crosses where it leaves it", () => {
  expect(crossingPoint([{ x: 100, y: 50 }, { x: 100, y: 150 }], outline)).toEqual({ x: 100, y: 100 });
});

test("points along a route count from its start or from its end", () => {
  const route = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }];
  expect([pointAlong(route, 15), pointAlong(route, -5), pointAlong(route, 99)]).toEqual([{ x: 10, y: 5 }, { x: 10, y: 5 }, { x: 10, y: 10 }]);
});
