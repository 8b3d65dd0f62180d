import { expect, test } from "vitest";
import { sampleSystem } from "../testing/sample-system.ts";
import type { SampleSystem } from "../testing/sample-system.ts";
import { shopSample, smallSample } from "../testing/samples.ts";
import { diagramGraph } from "./build-graph.ts";
import { diagramView } from "./diagram-view.ts";
import type { DiagramView } from "./diagram-view.ts";

function graphOf(system: Omit<SampleSystem, "id" | "title">, view: DiagramView = "dfd") {
  const { model, analysis } = sampleSystem({ id: "m", title: "M", ...system });
  return diagramGraph(model, analysis, view);
}

function idsOf(graph: ReturnType<typeof diagramGraph>) {
  const [elements, flows, boundaries] = [graph.elements, graph.flows, graph.boundaries].map((items) => items.map((item) => item.id).join(" "));
  return { elements, flows, boundaries };
}

test("a graph holds what the picture shows, with its marks", () => {
  expect(graphOf({
    data: { card: { title: "Card", class: "high", personal: "special" } },
    boundaries: { net: { title: "Net", trust: "internal" } },
    elements: { shopper: { kind: "external", actor: "customer" }, web: { title: "Web", type: "web.app-server", in: "net" } },
    flows: { pay: { from: "shopper", to: "web", protocol: "https", carries: ["card"], response: [], via: ["web"] } },
    threats: { "flow:pay": ["low", "high"], "boundary:net": ["info"], "model:model": ["critical"] },
    forbidden: ["pay net"],
  })).toEqual({
    view: "dfd", model: { id: "m", title: "M" }, heading: "Data flow diagram",
    elements: [
      { id: "shopper", title: "shopper", shape: "external", note: "customer", tags: [], sensitivity: "none", personal: "none", outOfScope: false, dimmed: false },
      { id: "web", title: "Web", shape: "process", note: "app server", boundary: "net", tags: [], sensitivity: "high", personal: "special", outOfScope: false, dimmed: false },
    ],
    boundaries: [{ id: "net", title: "Net", type: "network", trust: "internal", trustRank: 0.75, tags: [], threats: { count: 1, worst: "info" } }],
    flows: [{
      id: "pay", title: "pay", plainTitle: false, from: "shopper", to: "web", protocol: "https", data: ["Card"], response: [], via: [{ id: "web", title: "Web" }],
      crosses: [{ id: "net", title: "Net", forbidden: true }], encrypted: "yes", sensitivity: "high", personal: "special",
      threats: { count: 2, worst: "high" }, outOfScope: false, dimmed: false, count: 1,
    }],
    threats: { count: 1, worst: "critical" },
    notes: [],
  });
});

test("an element in boundaries of several types is drawn in the network, the others are tags", () => {
  const graph = graphOf({
    boundaries: { net: {}, subnet: { in: "net" }, eu: { title: "EU", type: "jurisdiction" }, pod: { type: "container", in: "subnet" }, nobody: { in: "eu" } },
    elements: { a: { in: ["eu", "subnet"] }, b: { in: ["eu", "pod", "subnet"] }, c: { in: "eu" }, d: { in: "subnet" } },
  });
  expect(graph.elements.map(({ id, boundary, tags }) => ({ id, boundary, tags: tags.map((tag) => `${tag.title} ${tag.type}`) }))).toEqual([
    { id: "a", boundary: "subnet", tags: ["EU jurisdiction"] },
    { id: "b", boundary: "pod", tags: ["EU jurisdiction"] },
    { id: "c", boundary: "eu", tags: [] },
    { id: "d", boundary: "subnet", tags: [] },
  ]);
  expect(graph.boundaries.map((boundary) => boundary.id)).toEqual(["eu", "net", "nobody", "pod", "subnet"]);
});

test("what everything in a boundary shares is said once, at the outermost boundary", () => {
  const eu = "eu";
  const graph = graphOf({
    boundaries: { net: {}, left: { in: "net" }, right: { in: "net" }, other: {}, eu: { title: "EU", type: "jurisdiction" } },
    elements: { a: { in: ["left", eu] }, b: { in: ["left", eu] }, c: { in: ["right", eu] }, d: { in: ["other", eu] }, e: { in: "other" } },
  });
  const tagged = [...graph.boundaries, ...graph.elements].filter((item) => item.tags.length > 0).map(({ id, tags }) => `${id}: ${tags.map((tag) => tag.title).join()}`);
  expect(tagged).toEqual(["net: EU", "d: EU"]);
});

test("a boundary that is only a tag gets no outline", () => {
  const graph = graphOf({ boundaries: { net: {}, eu: { type: "jurisdiction" } }, elements: { a: { in: ["eu", "net"] } } });
  expect(graph.boundaries.map((boundary) => boundary.id)).toEqual(["net"]);
});

test("the view of a kind of data shows where it is and what carries it, parts included", () => {
  const graph = graphOf({
    data: { payment: {}, card: { partOf: "payment" }, logs: {} },
    boundaries: { net: {}, inner: { in: "net" }, other: {} },
    elements: { a: {}, b: { in: "inner" }, c: { in: "other" }, d: { holds: ["card"] } },
    flows: { pay: { from: "a", to: "b", carries: ["card", "logs"] }, log: { from: "b", to: "c", carries: ["logs"] } },
  }, "data:payment");
  expect(idsOf(graph)).toEqual({ elements: "a b d", flows: "pay", boundaries: "inner net" });
  expect([graph.heading, graph.flows[0]?.data]).toEqual(["Where payment goes", ["card"]]);
});

test("the view of personal data shows all of it and nothing else", () => {
  const { model, analysis } = smallSample();
  expect(idsOf(diagramGraph(model, analysis, "personal-data"))).toEqual({
    elements: "api backup mail-provider notes user web worker",
    flows: "api-to-notes nightly-dump send-reminder visit web-to-api",
    boundaries: "cloud data-subnet internet",
  });
});

test("the view of a boundary shows members, crossings and other ends; what stays inside is context", () => {
  const { model, analysis } = smallSample();
  const graph = diagramGraph(model, analysis, "boundary:data-subnet");
  expect(idsOf(graph)).toEqual({
    elements: "api backup notes queue worker", flows: "api-to-notes api-to-queue nightly-dump worker-to-queue", boundaries: "cloud data-subnet",
  });
  expect([...graph.elements, ...graph.flows].filter((item) => item.dimmed).map((item) => item.id)).toEqual(["backup", "nightly-dump"]);
});

test("only views of what the model has are views", () => {
  const { model } = shopSample();
  const texts = ["dfd", "personal-data", "data:card", "data:nothing", "boundary:aws", "boundary:card", "threats"];
  expect(texts.map((text) => diagramView(text, model))).toEqual(["dfd", "personal-data", "data:card", undefined, "boundary:aws", undefined, undefined]);
});

test("titles are one line without anything that acts on a screen", () => {
  const graph = graphOf({ elements: { a: { title: " two\nlines\u202e\u001b[31m " }, b: { title: "" } } });
  expect(graph.elements.map((element) => element.title)).toEqual(["two lines\ufffd␛[31m", "b"]);
});
