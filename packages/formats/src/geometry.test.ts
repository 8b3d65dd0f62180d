import { expect, test } from "vitest";
import { frameOf, holdsRect, linesMeet, overlap, touch } from "./geometry.ts";

const box = { x: 0, y: 0, width: 100, height: 100 };

test("a box holds what touches its edge, and overlaps only what shares an area", () => {
  expect([holdsRect(box, { x: 0, y: 50, width: 100, height: 50 }), holdsRect(box, { x: 90, y: 0, width: 20, height: 20 })]).toEqual([true, false]);
  expect([overlap(box, { x: 90, y: 90, width: 20, height: 20 }), overlap(box, { x: 100, y: 0, width: 10, height: 10 })]).toEqual([true, false]);
});

test("bent lines meet where any of their pieces do, also when they only touch", () => {
  const line = [{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }];
  const across = [{ x: 5, y: 5 }, { x: 15, y: 5 }];
  const touching = [{ x: 10, y: 10 }, { x: 20, y: 20 }];
  const beside = [{ x: 0, y: 1 }, { x: 9, y: 1 }];
  expect([across, touching, beside, [{ x: 5, y: 0 }]].map((other) => linesMeet(line, other))).toEqual([true, true, false, false]);
});

test("frames of lines touch at their edges too, and no points have none", () => {
  const frame = frameOf([{ x: 3, y: 9 }, { x: -1, y: 2 }]);
  expect([frame, frameOf([])]).toEqual([{ x: -1, y: 2, width: 4, height: 7 }, undefined]);
  expect([touch(box, { x: 100, y: 0, width: 0, height: 5 }), touch(box, { x: 101, y: 0, width: 1, height: 1 })]).toEqual([true, false]);
});
