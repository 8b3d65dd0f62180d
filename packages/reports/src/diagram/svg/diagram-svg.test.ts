import { Graphviz } from "@hpcc-js/wasm-graphviz";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Model } from "@merlon/core";
import { diagramGraph } from "../graph/build-graph.ts";
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import type { DiagramView } from "../graph/diagram-view.ts";
import type { LayoutEngine } from "../layout/draft-layout.ts";
import { layOut } from "../layout/lay-out.ts";
import type { Scene } from "../layout/scene.ts";
import { everyTag, parseSvg, textOf } from "../testing/parse-svg.ts";
import type { SvgTag } from "../testing/parse-svg.ts";
import { pictureFaults } from "../testing/picture-faults.ts";
import { sampleSystem } from "../testing/sample-system.ts";
import type { Sample } from "../testing/sample-system.ts";
import { largeSample, shopSample, smallSample } from "../testing/samples.ts";
import { diagramSvg, sceneSvg } from "./diagram-svg.ts";

let graphviz: LayoutEngine;
beforeAll(async () => {
  const loaded = await Graphviz.load();
  graphviz = (dot) => loaded.layout(dot, "json", "dot");
});

function brokenEngine(): string {
  throw new Error("Graphviz gave up");
}

function svgOf({ model, analysis }: Sample, view: DiagramView = "dfd", engine: LayoutEngine = graphviz): string {
  return diagramSvg(diagramGraph(model, analysis, view), engine);
}

const samples: readonly (readonly [string, () => Sample, DiagramView])[] = [
  ["8 elements", smallSample, "dfd"],
  ["25 elements", shopSample, "dfd"],
  ["25 elements, one kind of data", shopSample, "data:card"],
  ["25 elements, personal data", shopSample, "personal-data"],
  ["25 elements, one boundary", shopSample, "boundary:data-subnet"],
  ["60 elements", () => largeSample(60), "dfd"],
];

interface Picture {
  readonly graph: DiagramGraph;
  readonly scene: Scene;
}

/** Laid out once for all tests. */
const pictures = new Map<string, Picture>();

function pictureOf(name: string): Picture {
  const known = pictures.get(name);
  if (known !== undefined) return known;
  const [, sample, view] = samples.find(([other]) => other === name) ?? ["", smallSample, "dfd"];
  const { model, analysis } = sample();
  const graph = diagramGraph(model, analysis, view);
  const picture = { graph, scene: layOut(graph, graphviz) };
  pictures.set(name, picture);
  return picture;
}

test.each(samples.map(([name]) => name))("%s: nothing overlaps, nothing is cut, boundaries contain what is theirs", (name) => {
  const { graph, scene } = pictureOf(name);
  expect(pictureFaults(graph, scene)).toEqual([]);
});

test.each(samples.slice(0, 2))("%s: the same holds when Graphviz fails", (_, sample, view) => {
  const { model, analysis } = sample();
  const graph = diagramGraph(model, analysis, view);
  expect(pictureFaults(graph, layOut(graph, brokenEngine))).toEqual([]);
});

test("every label finds room in pictures of usual size", () => {
  const numbered = samples.slice(0, 5).map(([name]) => pictureOf(name).scene.flows.filter((placed) => placed.number !== undefined).map((placed) => placed.flow.id));
  expect(numbered.flat()).toEqual([]);
});

test("the same model gives the same bytes, whatever the order of its maps", () => {
  const turned = ({ model, analysis }: Sample): Sample => {
    const reversed = <T>(map: ReadonlyMap<string, T>) => new Map([...map].toReversed());
    const shuffled: Model = {
      ...model, elements: reversed(model.elements), flows: reversed(model.flows), boundaries: reversed(model.boundaries), data: reversed(model.data),
    };
    const lists = { threats: analysis.threats.toReversed(), elements: analysis.elements.toReversed(), flows: analysis.flows.toReversed(), data: analysis.data.toReversed() };
    return { model: shuffled, analysis: { ...analysis, ...lists } };
  };
  const { graph, scene } = pictureOf("25 elements");
  expect(svgOf(turned(shopSample()))).toBe(sceneSvg(graph, scene));
  expect(svgOf(smallSample())).toBe(svgOf(smallSample()));
});

const allowed: Readonly<Record<string, readonly string[]>> = {
  svg: ["xmlns", "width", "height", "viewBox", "font-family", "role"],
  g: ["role", "data-kind", "data-id", "data-part", "data-title-of", "data-label-of", "opacity", "transform"],
  rect: ["x", "y", "width", "height", "rx", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"],
  path: ["d", "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin"],
  circle: ["cx", "cy", "r", "fill", "stroke", "stroke-width"],
  text: ["x", "y", "font-size", "font-weight", "text-anchor", "fill"],
  title: [], desc: [],
};

function strangers(svg: SvgTag): string[] {
  return everyTag(svg).flatMap((tag) => [
    ...(tag.name in allowed ? [] : [tag.name]),
    ...Object.entries(tag.properties).filter(([name, value]) => !allowed[tag.name]?.includes(name) || /url\(|javascript:|NaN|undefined|Infinity/.test(value)).map(([name, value]) => `${name}="${value}"`),
  ]);
}

test("the picture holds shapes and text only, every shape has a title and a description", () => {
  for (const [name] of samples) {
    const { graph, scene } = pictureOf(name);
    const svg = parseSvg(sceneSvg(graph, scene));
    expect(strangers(svg)).toEqual([]);
    const bare = everyTag(svg).filter((tag) => tag.properties.role !== undefined && tag.children.filter((child) => typeof child !== "string").slice(0, 2).map((child) => child.name).join() !== "title,desc");
    expect(bare).toEqual([]);
  }
});

test("no title can add anything to the picture, and every word of it is there", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (title) => {
    const svg = parseSvg(svgOf(sampleSystem({ id: "m", title, boundaries: { b: { title } }, elements: { e: { title, in: "b" } }, flows: { f: { title, from: "e", to: "e" } } }), "dfd", brokenEngine));
    expect(strangers(svg)).toEqual([]);
    const shown = everyTag(svg).filter((tag) => tag.name === "text").map(textOf).join("").replace(/\s/gu, "");
    const wanted = everyTag(svg).filter((tag) => tag.name === "title").map(textOf).map((text) => text.replace(/\s/gu, "")).slice(1);
    expect(wanted.filter((text) => !shown.includes(text))).toEqual([]);
  }), { numRuns: 50, examples: [["</text><script>alert(1)</script>"], ['" onload="x'], ["]]>"], ["<![CDATA[x"]] });
});

test("a legend explains what occurs and nothing else", () => {
  const bare = sampleSystem({ id: "m", title: "M", elements: { a: {}, b: {} }, flows: { ab: { from: "a", to: "b" } } });
  const legend = (sample: Sample) => {
    const part = everyTag(parseSvg(svgOf(sample, "dfd", brokenEngine))).find((tag) => tag.properties["data-part"] === "legend");
    return everyTag(part ?? { name: "", properties: {}, children: [] }).filter((tag) => tag.name === "text").map(textOf).join(" | ");
  };
  expect(legend(bare)).toBe("process | flow inside its boundaries");
  expect(legend(smallSample())).toBe([
    "process", "data store", "external entity", "out of scope", "trust boundary, trust: untrusted", "internal", "restricted",
    "flow inside its boundaries", "data comes back", "crosses a boundary", "encrypted", "not encrypted", "? | encryption not stated",
    "highest class of the data: none", "moderate", "high", "class not known", "high | highest class of the data here", "P | personal data",
    "P+ | special categories of personal data", "H 2 | open threats: the worst severity (Critical, High, Medium, Low, Info) and how many",
  ].join(" | "));
});

test("an empty model gives a picture too", () => {
  const svg = parseSvg(svgOf(sampleSystem({ id: "m", title: "Nothing yet", elements: {} })));
  expect(textOf(svg)).toContain("0 elements, 0 boundaries, 0 flows");
});
