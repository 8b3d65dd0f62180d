import fc from "fast-check";
import { expect, test } from "vitest";
import { blockOf } from "../text/block.ts";
import { overlap } from "./geometry.ts";
import { placeLabels } from "./place-labels.ts";

const label = blockOf([[{ kind: "text", text: "Place order", style: "flow", ink: "strong" }]], 200);

test("a label stands on the middle of its line where nothing is in the way", () => {
  const placed = placeLabels([{ id: "f", route: [{ x: 0, y: 0 }, { x: 220, y: 0 }], variants: [label] }], { obstacles: [], outlines: [] });
  const box = placed.get("f")?.box;
  expect(box === undefined ? undefined : [box.x + box.width / 2, box.y + box.height / 2]).toEqual([110, 0]);
});

test("a label without room is left out", () => {
  const wall = { x: -500, y: -500, width: 1000, height: 1000 };
  expect(placeLabels([{ id: "f", route: [{ x: 0, y: 0 }, { x: 90, y: 0 }], variants: [label] }], { obstacles: [wall], outlines: [] }).size).toBe(0);
});

test("whatever the routes, no label lies over another or over an obstacle", () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }) });
  const box = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }), width: fc.integer({ min: 5, max: 200 }), height: fc.integer({ min: 5, max: 80 }) });
  fc.assert(fc.property(fc.array(fc.array(point, { minLength: 2, maxLength: 4 }), { maxLength: 12 }), fc.array(box, { maxLength: 12 }), (routes, obstacles) => {
    const requests = routes.map((route, i) => ({ id: `f${i}`, route, variants: [label] }));
    const boxes = [...placeLabels(requests, { obstacles, outlines: obstacles }).values()].map((placed) => placed.box);
    const collisions = boxes.filter((a, i) => [...boxes.slice(i + 1), ...obstacles].some((b) => overlap(a, b)));
    expect(collisions).toEqual([]);
  }), { numRuns: 60 });
});
