import { expect, test } from "vitest";
import { diagramGraph } from "../graph/build-graph.ts";
import { sampleSystem } from "../testing/sample-system.ts";
import type { Box } from "./geometry.ts";
import { layoutProblems } from "./layout-problems.ts";

const { model, analysis } = sampleSystem({
  id: "m", title: "M", boundaries: { net: {}, inner: { in: "net" }, other: {} }, elements: { a: { in: "inner" }, b: {} }, flows: { ab: { from: "a", to: "b" } },
});
const graph = diagramGraph(model, analysis, "dfd");

function box(x: number, width: number): Box {
  return { x, y: 0, width, height: 100 };
}

function problems(places: Readonly<Record<string, Box>>): string[] {
  const good = { net: box(0, 100), inner: box(10, 50), other: box(200, 50), a: box(20, 20), b: box(120, 20), ...places };
  const part = (ids: readonly string[]) => new Map(Object.entries(good).filter(([id]) => ids.includes(id)));
  const placement = { elements: part(["a", "b"]), boundaries: part(["net", "inner", "other"]), routes: new Map([["ab", [{ x: 0, y: 0 }]]]) };
  return layoutProblems(graph, placement).map(({ kind, objects }) => [kind, ...objects].join(" "));
}

test("a layout without problems has none", () => {
  expect(problems({})).toEqual([]);
});

test("each kind of wrong layout is found", () => {
  expect(problems({ a: box(70, 20) })).toEqual(["outside-own-boundary a inner"]);
  expect(problems({ b: box(90, 20) })).toEqual(["inside-foreign-boundary b net"]);
  expect(problems({ inner: box(-10, 60) })).toEqual(["outside-own-boundary inner net"]);
  expect(problems({ other: box(50, 30) })).toEqual(["boundaries-overlap net other", "boundaries-overlap inner other"]);
  expect(problems({ a: box(-15, 30), inner: box(-20, 150), net: box(-30, 300), b: box(-10, 40), other: box(400, 10) })).toContain("elements-overlap a b");
  expect(layoutProblems(graph, { elements: new Map(), boundaries: new Map(), routes: new Map() }).map(({ kind, objects }) => `${kind} ${objects[0]}`))
    .toEqual(["missing a", "missing b", "missing inner", "missing net", "missing other", "missing ab"]);
});
