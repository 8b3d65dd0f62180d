import { expect, test } from "vitest";
import { sampleSystem } from "../testing/sample-system.ts";
import { largeSample } from "../testing/samples.ts";
import { diagramGraph } from "./build-graph.ts";

const nested = sampleSystem({
  id: "m", title: "M",
  boundaries: { outer: {}, left: { title: "Left", in: "outer" }, right: { in: "outer" } },
  elements: { a: { in: "left" }, b: { in: "left" }, c: { in: "left", holds: ["x"] }, d: { in: "right" }, e: { in: "right" }, f: {} },
  data: { x: { class: "high", personal: "yes" } },
  flows: {
    ab: { from: "a", to: "b" }, fa: { from: "f", to: "a", protocol: "https", carries: ["x"] }, fb: { from: "f", to: "b", protocol: "http", carries: [], encrypted: "no" }, ed: { from: "e", to: "d" },
  },
  threats: { "element:a": ["low"], "flow:ab": ["high"], "boundary:left": ["medium"] },
});

test("boundaries become boxes, innermost and fullest first, until few enough are left", () => {
  const graph = diagramGraph(nested.model, nested.analysis, "dfd", { limit: 4 });
  expect(graph.elements.map((element) => element.id)).toEqual(["d", "e", "f", "left"]);
  expect(graph.elements[3]).toEqual({
    id: "left", title: "Left", shape: "collapsed", note: "3 elements and 1 flow inside", boundary: "outer", tags: [], sensitivity: "high",
    personal: "personal", threats: { count: 3, worst: "high" }, outOfScope: false, dimmed: false,
  });
  expect(graph.boundaries.map((boundary) => boundary.id)).toEqual(["outer", "right"]);
  expect(graph.notes).toEqual(["3 of 6 elements are drawn as 1 box."]);
});

test("parallel flows to a box become one that says the worst of them", () => {
  const graph = diagramGraph(nested.model, nested.analysis, "dfd", { limit: 4 });
  expect(graph.flows.map((flow) => flow.id)).toEqual(["ed", "f..left"]);
  expect(graph.flows[1]).toEqual({
    id: "f..left", title: "2 flows", plainTitle: false, from: "f", to: "left", data: ["x"], via: [],
    crosses: [{ id: "left", title: "Left", forbidden: false }, { id: "outer", title: "outer", forbidden: false }],
    encrypted: "no", sensitivity: "high", personal: "personal", outOfScope: false, dimmed: false, count: 2,
  });
});

test("named boundaries are collapsed in any case; elements in no boundary by kind when nothing else is left", () => {
  expect(diagramGraph(nested.model, nested.analysis, "dfd", { collapsed: ["outer", "nowhere"] }).elements.map((element) => element.id)).toEqual(["f", "outer"]);
  const loose = sampleSystem({ id: "m", title: "M", elements: { a: {}, b: {}, c: { kind: "store" } } });
  expect(diagramGraph(loose.model, loose.analysis, "dfd", { limit: 2 }).elements.map(({ title, note }) => `${title}, ${note}`)).toEqual([
    "In no boundary: process, 2 elements and 0 flows inside", "In no boundary: store, 1 element and 0 flows inside",
  ]);
});

test("a large model stays below the limit", () => {
  const { model, analysis } = largeSample(600);
  const graph = diagramGraph(model, analysis, "dfd");
  expect(graph.elements.length).toBeLessThanOrEqual(300);
  expect(graph.elements.length).toBeGreaterThan(200);
});

test("when even the outermost boundaries are too many, the smallest share a box", () => {
  const many = sampleSystem({
    id: "m", title: "M", boundaries: { a: {}, b: {}, c: {}, d: {} }, elements: { a1: { in: "a" }, a2: { in: "a" }, b1: { in: "b" }, c1: { in: "c" }, d1: { in: "d" } },
  });
  const graph = diagramGraph(many.model, many.analysis, "dfd", { limit: 2 });
  expect(graph.elements.map(({ id, title, note }) => `${id}: ${title}, ${note}`)).toEqual([
    "a: a, 2 elements and 0 flows inside", "other:boundaries: All other boundaries, 3 elements and 0 flows inside",
  ]);
  expect(graph.boundaries).toEqual([]);
});
