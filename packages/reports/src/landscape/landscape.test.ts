import type { Landscape } from "@merlon/schema";
import { LandscapeSchema } from "@merlon/schema/results";
import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { infected, payloads } from "../testing/payloads.ts";
import { landscapeBoxes } from "./landscape-graph.ts";
import { landscapeKindsText } from "./landscape-kinds.ts";
import { landscapeMarkdown } from "./landscape-markdown.ts";
import { landscapeText } from "./landscape-text.ts";
import { landscapeDot, landscapeGraphml, landscapeMermaid, landscapePlantUml } from "./landscape-texts.ts";

const page = { style: plainStyle, width: 100 };
const techniques = ["T1040", "T1557", "T1565.002"];
const sample: Landscape = {
  schema: "merlon/landscape/1", model: { id: "shop", title: "Shop", digest: `sha256:${"0".repeat(64)}` }, at: "2026-11-02",
  of: ["element:web"], traversal: { name: "landscape", steps: ["arrives-at<", "threatens<", "uses>", "feeds>", "owns<", "decides<"], depth: 8 },
  objects: [
    { id: "element:web", type: "element", title: "Web", kind: "process", distance: 0 },
    { id: "flow:pay", type: "flow", title: "Pay", kind: "http", distance: 1 },
    { id: "threat:clear@pay", type: "threat", title: "Cards can be read on the way", kind: "clear", state: "accepted", severity: "high", where: { file: "model.yaml", line: 9, column: 3 }, distance: 2 },
    ...techniques.map((id) => ({ id: `technique:${id}`, type: "technique" as const, title: id, url: "https://attack.mitre.org/", distance: 3 })),
    { id: "decision:clear@pay", type: "decision", title: "Only this year.", kind: "accept", state: "expired", day: "2026-10-31", distance: 3 },
    { id: "risk:leak", type: "risk", title: "Cards leak", severity: "medium", level: "high", distance: 3 },
    { id: "person:dan", type: "person", title: "dan", distance: 4 },
  ],
  relations: [
    { from: "decision:clear@pay", type: "decides", to: "threat:clear@pay" }, { from: "flow:pay", type: "arrives-at", to: "element:web" }, { from: "person:dan", type: "owns", to: "risk:leak" },
    { from: "threat:clear@pay", type: "feeds", to: "risk:leak" }, { from: "threat:clear@pay", type: "threatens", to: "flow:pay" }, ...techniques.map((id) => ({ from: "threat:clear@pay", type: "uses" as const, to: `technique:${id}` })),
  ],
  rollUp: [{
    id: "risk:leak", title: "Cards leak", said: "medium", fed: "high", level: "high", verdict: "understated", feeders: [{ id: "threat:clear@pay", type: "threat", title: "Cards can be read on the way", state: "accepted", level: "high", counts: true }],
    chain: [{ id: "threat:clear@pay", type: "threat", title: "Cards can be read on the way" }, { id: "risk:leak", type: "risk", title: "Cards leak" }],
  }],
};

test("the sample is what is published", () => {
  expect(LandscapeSchema.safeParse(sample).error?.issues ?? []).toEqual([]);
});

test("a landscape on a terminal, worst things first, with what lies between", async () => {
  await expect(landscapeText(sample, { ...page, all: false })).toMatchFileSnapshot("golden/landscape.txt");
  await expect(landscapeKindsText(sample, page)).toMatchFileSnapshot("golden/kinds.txt");
});

test("a landscape as Markdown and for other tools", async () => {
  await expect(landscapeMarkdown(sample)).toMatchFileSnapshot("golden/landscape.md");
  await expect(landscapeMermaid(sample)).toMatchFileSnapshot("golden/landscape.mmd");
  await expect(landscapeDot(sample)).toMatchFileSnapshot("golden/landscape.dot");
  await expect(landscapePlantUml(sample)).toMatchFileSnapshot("golden/landscape.puml");
  await expect(landscapeGraphml(sample)).toMatchFileSnapshot("golden/landscape.graphml");
});

test("[LND-4] things that hang on the same others are one box, arrows lead away from the start, and --all keeps all apart", () => {
  const { boxes, arrows } = landscapeBoxes(sample);
  expect(boxes.map(({ title }) => title)).toEqual(["Web", "Pay", "Cards can be read on the way", "3 techniques", "Only this year.", "Cards leak", "dan"]);
  expect(arrows.map(({ from, label, to }) => `${from} ${label ?? ""} ${to}`)).toEqual([
    "threat:clear@pay is decided by decision:clear@pay", "element:web receives flow:pay", "risk:leak is answered for by person:dan", "threat:clear@pay feeds risk:leak",
    "flow:pay is threatened by threat:clear@pay", "threat:clear@pay uses technique:T1040",
  ]);
  expect(landscapeBoxes(sample, { all: true }).boxes).toHaveLength(sample.objects.length);
});

test("no text of a model becomes an element, a reference, a line or a statement", () => {
  const lines = (text: string): number => text.split("\n").length;
  for (const payload of payloads) {
    const sick = { ...infected(sample, payload), objects: sample.objects.map((object) => ({ ...object, title: `${payload}${object.title}`, ...(object.kind === undefined ? {} : { kind: payload }) })), relations: sample.relations };
    const whole = { ...sick, of: sample.of!, at: sample.at };
    const markdown = landscapeMarkdown(whole);
    expect({ payload, elements: markdown.match(/<(?!br>)[^>]*>?/g) ?? [], references: markdown.match(/(?<!\\)\]\(/g) }).toEqual({ payload, elements: [], references: null });
    for (const write of [landscapeDot, landscapeMermaid, landscapePlantUml, landscapeGraphml]) expect({ payload, lines: lines(write(whole)) }).toEqual({ payload, lines: lines(write(sample)) });
    expect(landscapeGraphml(whole).match(/<(?!\/?(graphml|key|graph|node|edge|data)\b|\?xml)/g)).toBe(null);
  }
});
