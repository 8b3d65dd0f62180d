import { expect, test } from "vitest";
import { diagramGraph } from "../graph/build-graph.ts";
import { shopSample } from "../testing/samples.ts";
import { gridLayout } from "./grid-layout.ts";
import { layoutProblems } from "./layout-problems.ts";
import { sizesOf } from "./sizes.ts";
import { stretched } from "./stretch.ts";

test("stretching moves things apart and keeps containment and sizes", () => {
  const { model, analysis } = shopSample();
  const graph = diagramGraph(model, analysis, "dfd");
  const before = gridLayout(graph, sizesOf(graph));
  const after = stretched(graph, before, { x: 1.3, y: 1.5 });
  expect(layoutProblems(graph, after)).toEqual([]);
  expect([...after.elements].map(([id, box]) => [id, box.width, box.height])).toEqual([...before.elements].map(([id, box]) => [id, box.width, box.height]));
  const width = (placement: typeof before) => placement.boundaries.get("aws")?.width ?? 0;
  expect(width(after)).toBeGreaterThan(width(before) * 1.1);
});
