import { expect, test } from "vitest";
import { diagramGraph } from "../graph/build-graph.ts";
import { lengthInside, segmentsOf } from "../layout/geometry.ts";
import type { Box, Route } from "../layout/geometry.ts";
import { sampleSystem } from "../testing/sample-system.ts";
import type { SampleSystem } from "../testing/sample-system.ts";
import { routeFlows } from "./route-flows.ts";

function routes(system: Omit<SampleSystem, "id" | "title">, elements: Readonly<Record<string, Box>>, boundaries: Readonly<Record<string, Box>> = {}): Record<string, Route> {
  const { model, analysis } = sampleSystem({ id: "m", title: "M", ...system });
  const placement = { elements: new Map(Object.entries(elements)), boundaries: new Map(Object.entries(boundaries)), routes: new Map() };
  return Object.fromEntries(routeFlows({ graph: diagramGraph(model, analysis, "dfd"), placement, titles: [] }).routes);
}

const left = { x: 0, y: 0, width: 100, height: 50 };
const middle = { x: 180, y: 0, width: 100, height: 50 };
const right = { x: 360, y: 0, width: 100, height: 50 };

test("elements side by side are joined by one straight line", () => {
  const { f } = routes({ elements: { a: {}, b: {} }, flows: { f: { from: "a", to: "b" } } }, { a: left, b: right });
  expect(f).toEqual([{ x: 100, y: 20 }, { x: 360, y: 20 }].map(({ x }) => ({ x, y: expect.any(Number) })));
});

test("a route goes round an element in its way, level and upright", () => {
  const { f = [] } = routes({ elements: { a: {}, b: {}, c: {} }, flows: { f: { from: "a", to: "c" } } }, { a: left, b: middle, c: right });
  expect(lengthInside(f, middle)).toBe(0);
  expect(segmentsOf(f).filter(({ from, to }) => from.x !== to.x && from.y !== to.y)).toEqual([]);
});

test("a route goes round a boundary that it has nothing to do with", () => {
  const net = { x: 140, y: -40, width: 180, height: 130 };
  const system = { boundaries: { net: {} }, elements: { a: {}, b: { in: "net" }, c: {} }, flows: { f: { from: "a", to: "c" } } };
  const { f = [] } = routes(system, { a: left, b: { ...middle, height: 10 }, c: right }, { net });
  expect(lengthInside(f, net)).toBe(0);
});

test("parallel flows have tracks of their own, a flow to itself is a loop", () => {
  const found = routes({
    elements: { a: {}, b: {} }, flows: { f: { from: "a", to: "b" }, g: { from: "a", to: "b" }, h: { from: "b", to: "a" }, self: { from: "a", to: "a" } },
  }, { a: left, b: right });
  const levels = [found.f, found.g, found.h].map((route) => route?.[0]?.y);
  expect(new Set(levels).size).toBe(3);
  expect(found.self?.map((_, i, route) => (i === 0 || i === route.length - 1 ? "end" : "bend"))).toEqual(["end", "bend", "bend", "bend", "end"]);
});

test("a flow passes through the elements it names, in order", () => {
  const above = { x: 180, y: -200, width: 100, height: 50 };
  const { f = [] } = routes({ elements: { a: {}, proxy: {}, c: {} }, flows: { f: { from: "a", to: "c", via: ["proxy"] } } }, { a: left, proxy: above, c: right });
  expect(lengthInside(f, above)).toBeGreaterThan(40);
});
