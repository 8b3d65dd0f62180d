import { expect, test } from "vitest";
import { crossingPoints, pointAlong } from "./crossing-points.ts";
import type { Route } from "./geometry.ts";

const outline = { x: 0, y: 0, width: 100, height: 100 };

function crossingPoint(route: Route) {
  return crossingPoints(route, [], outline)[0];
}

test("a crossing is where the route changes sides for good", () => {
  expect(crossingPoint([{ x: 50, y: 50 }, { x: 150, y: 50 }])).toEqual({ x: 100, y: 50 });
  expect(crossingPoint([{ x: 50, y: 50 }, { x: 150, y: 50 }, { x: 150, y: 80 }, { x: 50, y: 80 }, { x: 50, y: 200 }])).toEqual({ x: 50, y: 100 });
  expect(crossingPoint([{ x: 10, y: 10 }, { x: 90, y: 90 }])).toBeUndefined();
});

test("a route along the outline crosses where it leaves it", () => {
  expect(crossingPoint([{ x: 100, y: 50 }, { x: 100, y: 150 }])).toEqual({ x: 100, y: 100 });
});

test("[FCT-2] a flow that goes through others crosses on each stretch that changes sides, and on no other", () => {
  const proxy = { x: 150, y: 40, width: 20, height: 20 };
  const aside = { x: 40, y: 60, width: 20, height: 20 };
  const there = { x: 0, y: 50 };
  expect(crossingPoints([there, { x: 150, y: 50 }, { x: 160, y: 60 }, { x: 160, y: 80 }, { x: 50, y: 80 }], [proxy], outline)).toEqual([{ x: 100, y: 50 }, { x: 100, y: 80 }]);
  expect(crossingPoints([{ x: 20, y: 70 }, { x: 90, y: 70 }, { x: 90, y: 200 }], [aside], outline)).toEqual([{ x: 90, y: 100 }]);
  expect(crossingPoints([there, { x: 200, y: 50 }], [aside], outline)).toEqual([{ x: 100, y: 50 }]);
});

test("points along a route count from its start or from its end", () => {
  const route = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }];
  expect([pointAlong(route, 15), pointAlong(route, -5), pointAlong(route, 99)]).toEqual([{ x: 10, y: 5 }, { x: 10, y: 5 }, { x: 10, y: 10 }]);
});
