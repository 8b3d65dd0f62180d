import { Graphviz } from "@hpcc-js/wasm-graphviz";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { diagramGraph } from "./graph/build-graph.ts";
import { sampleSystem } from "./testing/sample-system.ts";
import { toDot } from "./to-dot.ts";

let graphviz: Graphviz;
beforeAll(async () => {
  graphviz = await Graphviz.load();
});

function dotOf(title: string): string {
  const { model, analysis } = sampleSystem({
    id: "m", title, boundaries: { net: { title, trust: "internal" } }, elements: { a: { title }, b: { in: "net", kind: "store" } },
    flows: { ab: { title, from: "a", to: "b", protocol: "https" } },
  });
  return toDot(diagramGraph(model, analysis, "dfd"));
}

test("the text is a graph with clusters for boundaries", () => {
  expect(dotOf("Shop").split("\n")).toEqual([
    'digraph "m" {',
    '  label="Shop: Data flow diagram"; labelloc=t; newrank=true; rankdir=TB; fontname="DejaVu Sans";',
    '  node [fontname="DejaVu Sans", fontsize=11, style=filled]; edge [fontname="DejaVu Sans", fontsize=9];',
    '  "a" [label="Shop", shape=box, style="rounded,filled", fillcolor="#eaf1fb", color="#274472"];',
    '  subgraph "cluster_net" {',
    '    label="Shop\\nnetwork, trust: internal"; style="dashed,filled"; color="#3c7a3a"; fillcolor="#f0f8ee";',
    '    "b" [label="b", shape=cylinder, fillcolor="#fff8e1", color="#6b4e00"];',
    "  }",
    '  "a" -> "b" [label="Shop\\nhttps\\nencrypted", color="#667085", style=bold];',
    "}",
    "",
  ]);
});

test("Graphviz reads every title as it is, and nothing else changes", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (title) => {
    const graph = diagramGraphTitle(title);
    const read = JSON.parse(graphviz.layout(dotOf(title), "json", "dot")) as { objects: { name: string; label: string }[]; edges: unknown[] };
    const label = read.objects.find((object) => object.name === "a")?.label ?? "";
    expect(label.replaceAll("&amp;", "&").replaceAll('\\"', '"').replaceAll("\\\\", "\\")).toBe(graph);
    expect([read.objects.length, read.edges.length]).toEqual([3, 1]);
  }), { numRuns: 60, examples: [['"; evil [label="x"'], ["\\N \\G"], ["&lt;b&gt;"], ["<b>x</b>"], ["end\\"]] });
});

/** The title as the graph shows it. */
function diagramGraphTitle(title: string): string {
  const { model, analysis } = sampleSystem({ id: "m", title: "M", elements: { a: { title } } });
  return diagramGraph(model, analysis, "dfd").elements[0]?.title ?? "";
}
