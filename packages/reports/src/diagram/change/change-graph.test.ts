import { Graphviz } from "@hpcc-js/wasm-graphviz";
import type { Impact, ModelOperation, ThreatChange } from "@merlon/schema";
import { expect, test } from "vitest";
import { quietImpact } from "../../testing/sample-impact.ts";
import { threat } from "../../testing/sample-parts.ts";
import { diagramGraph } from "../graph/build-graph.ts";
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { layOut } from "../layout/lay-out.ts";
import { diagramSvg } from "../svg/diagram-svg.ts";
import { everyTag, parseSvg, textOf } from "../testing/parse-svg.ts";
import { pictureFaults } from "../testing/picture-faults.ts";
import { sampleSystem, type SampleSystem } from "../testing/sample-system.ts";
import { largeSample, shopSample } from "../testing/samples.ts";
import { toDot } from "../to-dot.ts";
import { toMermaid } from "../to-mermaid.ts";
import { changeGraph, type ChangeGraphOptions } from "./change-graph.ts";

const graphviz = await Graphviz.load();
const engine = (dot: string): string => graphviz.layout(dot, "json", "dot");

const base: SampleSystem = {
  id: "m", title: "M", data: { mail: { title: "Mail", class: "moderate", personal: "yes" } },
  boundaries: { net: { title: "Net" }, lab: { title: "Lab" }, out: { title: "Out" } },
  elements: { web: { title: "Web", in: "net" }, db: { title: "Store", kind: "store", in: "net", holds: ["mail"] }, admin: { title: "Admin", in: "net" }, old: { title: "Old", in: "lab" }, far: { title: "Far" } },
  flows: { read: { title: "Read", from: "web", to: "db", protocol: "https", carries: [] }, manage: { title: "Manage", from: "admin", to: "db" }, legacy: { title: "Legacy", from: "web", to: "old" }, alone: { title: "Alone", from: "far", to: "far" } },
  threats: { "element:db": ["medium"], "element:old": ["low"] },
};
const head: SampleSystem = {
  ...base, boundaries: { net: { title: "Net" }, out: { title: "Out" } },
  elements: { web: { title: "Web", in: "net" }, orders: { title: "Store", kind: "store", in: "net", holds: ["mail"] }, admin: { title: "Admin", in: "out" }, far: { title: "Far" }, sender: { title: "Sender", in: "out" } },
  flows: { read: { title: "Read", from: "web", to: "orders", protocol: "http", carries: [] }, manage: { title: "Manage", from: "admin", to: "orders" }, send: { title: "Send", from: "web", to: "sender", carries: ["mail"] }, alone: { title: "Alone", from: "far", to: "far" } },
  threats: { "element:orders": ["high", "medium"], "flow:send": ["high"] },
};

const operation = (id: number, of: Partial<ModelOperation>): ModelOperation => ({ id, kind: "set", map: "elements", object: "", title: "", ...of });
const added = (kind: "element" | "flow", id: string): ThreatChange => ({ change: "added", id: `rule@${id}`, threat: threat({ id: `rule@${id}`, title: "T", target: { kind, id, title: id } }), cause: { kind: "but-for", operations: [] }, facts: [] });
const impact: Impact = {
  ...quietImpact, base: { name: "main", model: "m", digest: "" }, head: { name: "feature", model: "m", digest: "" },
  operations: [
    operation(1, { kind: "rename", object: "orders", before: "db", after: "orders" }), operation(2, { kind: "move", object: "admin", key: "in", before: "net", after: "out" }),
    operation(3, { map: "flows", object: "read", key: "protocol", before: "https", after: "http" }), operation(4, { map: "data", object: "mail", key: "levels" }),
  ],
  threats: [added("element", "orders"), added("flow", "send")],
};

function graphOf(options: ChangeGraphOptions = {}, of: Impact = impact, after = head): DiagramGraph {
  return changeGraph(sampleSystem(base), sampleSystem(after), of, options);
}

/** `id kind: words`, in the order of the picture. */
function told({ elements, boundaries, flows }: DiagramGraph): string[] {
  return [...elements, ...boundaries, ...flows].map(({ id, change }) => `${id} ${change?.kind ?? "-"}${change?.words.length ? `: ${change.words.join("; ")}` : ""}`);
}

test("[IMC-21] both versions are in one picture, each part with what the change did to it", () => {
  const graph = graphOf();
  expect(told(graph)).toEqual([
    "admin changed: in: Net → Out", "far same", "former:admin former: now in Out", "old removed", "orders changed: formerly db", "sender added", "web same",
    "lab removed", "net same", "out same",
    "alone same", "legacy removed", "manage touched: now crosses Net, Out", "read changed: protocol: https → http", "send added",
  ]);
  expect([graph.heading, graph.summary, graph.notes]).toEqual([
    "main → feature", "1 element and 1 flow added; 1 element, 1 boundary and 1 flow removed; 2 elements and 1 flow changed.",
    ["Open threats: 4 before, 4 after, 2 of them new.", "Changed too, and not drawn: data."],
  ]);
});

test("[IMC-21] open threats are told before and after, the new ones counted", () => {
  const parts = [...graphOf().elements, ...graphOf().flows].filter(({ change }) => change?.before !== undefined || (change?.newThreats ?? 0) > 0);
  expect(parts.map(({ id, threats, change }) => [id, change?.before?.threats, threats, change?.newThreats])).toEqual([
    ["old", { count: 1, worst: "low" }, undefined, 0], ["orders", { count: 1, worst: "medium" }, { count: 2, worst: "high" }, 1], ["send", undefined, { count: 1, worst: "high" }, 1],
  ]);
});

test("a flow with another end is drawn where it was too", () => {
  const after = { ...base, flows: { ...base.flows, manage: { title: "Manage", from: "admin", to: "web" } } };
  const graph = graphOf({}, { ...impact, threats: [], operations: [operation(1, { kind: "rewire", map: "flows", object: "manage", key: "to", before: "db", after: "web" })] }, after);
  expect(told(graph).filter((text) => text.includes("manage"))).toEqual(["former:manage former", "manage changed: to: Store → Web"]);
});

test("an id that now is something else's keeps both apart", () => {
  const after = { ...base, elements: { web: { title: "Web" } }, flows: {}, boundaries: { db: { title: "Other" } } };
  expect(told(graphOf({}, { ...impact, operations: [], threats: [] }, after)).filter((text) => text.includes("db"))).toEqual(["former:db removed", "db added"]);
});

test("[IMC-22] a picture is reduced to what changed, its neighbours and what is around them, and says what is left out", () => {
  const graph = graphOf({ extent: "neighbourhood" });
  expect([told(graph).filter((text) => text.includes("same")), graph.notes.at(-1)]).toEqual([["web same", "net same", "out same"], "Left out, because nothing changed there: 1 element and 1 flow."]);
  const [many, large] = [largeSample(400), changeGraph(largeSample(400), largeSample(400), { ...impact, threats: [], operations: [operation(1, { object: "e3", key: "type", before: "a", after: "b" })] })];
  expect([many.model.elements.size, large.elements.length < 12, large.elements.filter(({ change }) => change?.kind !== "same").map(({ id }) => id)]).toEqual([400, true, ["e3"]]);
});

test("[IMC-22] of too many changes what lies together is summed up, with what changed in it", () => {
  const every = largeSample(400).model.elements.keys();
  const graph = changeGraph(largeSample(400), largeSample(400), { ...impact, threats: [], operations: [...every].map((object, i) => operation(i + 1, { object, key: "type", before: "a", after: "b" })) });
  const boxes = graph.elements.filter(({ shape }) => shape === "collapsed");
  expect([graph.elements.length <= 120, boxes.length > 0, boxes.filter(({ change }) => change?.kind !== "changed" || !/^\d+ changed$/.test(change.words.join()))]).toEqual([true, true, []]);
});

test("[IMC-22] where more flows changed than can be followed they are summed up too, none left out", () => {
  const name = (n: number): string => `e${n % 96}`;
  const elements = Object.fromEntries(Array.from({ length: 96 }, (_, n) => [name(n), { title: name(n), in: `b${n % 12}` }]));
  const flows = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`f${n}`, { title: `F${n}`, from: name(n), to: name(n * 7 + 5) }]));
  const many = sampleSystem({ ...base, elements, flows, threats: {}, boundaries: Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`b${n}`, { title: `B${n}` }])) });
  const graph = changeGraph(many, many, { ...impact, threats: [], operations: Object.keys(flows).map((object, i) => operation(i + 1, { map: "flows", object, key: "port", before: "1", after: "2" })) });
  const changed = [...graph.flows, ...graph.elements].flatMap(({ change }) => change?.words ?? []).map((words) => Number(/^(\d+) changed$/.exec(words)?.[1] ?? (words.startsWith("port:") ? 1 : 0)));
  expect([graph.flows.length <= 80, changed.reduce((sum, n) => sum + n, 0), graph.summary, graph.notes.at(-1)]).toEqual([true, 300, "300 flows changed.", "80 of 96 elements are drawn as 10 boxes."]);
});

test("a model that one version does not have is drawn as it is, and that is said", () => {
  const graph = graphOf({}, { ...impact, base: { ...impact.base, absent: true } });
  expect([graph.notes, told(graph).filter((text) => !text.endsWith(" -"))]).toEqual([["All of this is new."], []]);
});

test("[IMC-21] where nothing changed everything stands as in the ordinary picture", () => {
  const same = sampleSystem(base);
  const places = (graph: DiagramGraph) => layOut(graph, engine).elements.map(({ element, box }) => [element.id, box]);
  expect(places(changeGraph(same, same, { ...quietImpact, operations: [] }))).toEqual(places(diagramGraph(same.model, same.analysis, "dfd")));
});

test("[IMC-21] no shape, label or sign lies over another, and the bytes are the same each time", () => {
  for (const extent of ["whole", "neighbourhood"] as const) {
    const graph = graphOf({ extent });
    expect([pictureFaults(graph, layOut(graph, engine)), diagramSvg(graph, engine)]).toEqual([[], diagramSvg(graphOf({ extent }), engine)]);
  }
  const before = shopSample();
  const { cache: _, ...flows } = Object.fromEntries(before.model.flows);
  const graph = changeGraph(before, { ...before, model: { ...before.model, flows: new Map(Object.entries(flows)) } }, { ...quietImpact, operations: [] }, { extent: "whole" });
  expect(pictureFaults(graph, layOut(graph, engine))).toEqual([]);
});

test("[IMC-21] no colour is needed: signs, dashes and words tell each change, in every form", () => {
  const graph = graphOf();
  const svg = parseSvg(diagramSvg(graph, engine));
  const legend = everyTag(svg).find((tag) => tag.properties["data-part"] === "legend");
  const texts = everyTag(legend ?? svg).filter((tag) => tag.name === "text").map(textOf);
  expect(texts.slice(0, 5)).toEqual(["new", "gone", "changed", "where it was before", "faint: as it was"]);
  const described = everyTag(svg).filter((tag) => tag.name === "desc").map(textOf).filter((text) => /New\.|Gone\.|Changed\.|It was here before\./.test(text));
  expect(described.length).toBe(9);
  const struck = everyTag(svg).filter((tag) => tag.properties["text-decoration"] === "line-through").map(textOf);
  expect(["Old", "Lab", "Legacy", "Admin"].filter((title) => !struck.includes(title))).toEqual([]);
  for (const text of [toMermaid(graph), toDot(graph)]) expect(["+ new", "gone", "changed", "before"].filter((word) => !text.includes(word))).toEqual([]);
  expect(toMermaid(graph)).toContain("2 open, worst high, 1 of them new, before 1 open, worst medium");
});
