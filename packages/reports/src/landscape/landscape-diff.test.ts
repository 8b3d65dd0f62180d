// What became of a small landscape in every form, and that no text of a model breaks one.
import type { LandscapeDiff, RiskRollUp, RollUpStep } from "@merlon/schema";
import { LandscapeDiffSchema } from "@merlon/schema/results";
import { expect, test } from "vitest";
import { plainStyle } from "../terminal/style.ts";
import { infected, payloads } from "../testing/payloads.ts";
import { landscapeDiffBoxes } from "./landscape-diff-graph.ts";
import { landscapeDiffMarkdown } from "./landscape-diff-markdown.ts";
import { landscapeDiffText } from "./landscape-diff-text.ts";
import { dashboardOf } from "./roll-up-dashboard.ts";
import { landscapeDiffDot, landscapeDiffMermaid } from "./landscape-diff-texts.ts";

const page = { style: plainStyle, width: 100 };
const version = { model: "shop", digest: `sha256:${"0".repeat(64)}` };
const step: RollUpStep = { id: "threat:clear@charge", type: "threat", title: "Cards can be read on the way" };
const rolled = (id: string, more: Partial<RiskRollUp> & Pick<RiskRollUp, "verdict">): RiskRollUp => ({ id: `risk:${id}`, title: id === "leak" ? "Cards leak" : id, chain: [], feeders: [], ...more });
const sample: LandscapeDiff = {
  schema: "merlon/landscape-diff/1", title: "Shop", base: { ...version, name: "2026-09-01", commit: "1".repeat(40) }, head: { ...version, name: "2026-11-01", commit: "2".repeat(40) },
  at: { base: "2026-09-01", head: "2026-11-01" }, of: ["element:web"], traversal: { name: "landscape", steps: ["arrives-at<", "threatens<", "uses>", "feeds>", "ends-at<", "decides<"], depth: 8 },
  objects: [
    { change: "same", object: { id: "element:web", type: "element", title: "Web", kind: "process", distance: 0 } },
    { change: "changed", object: { id: "flow:charge", type: "flow", title: "Pay", kind: "http", distance: 1 }, formerly: "flow:pay", fields: [{ field: "kind", before: "https", after: "http" }] },
    { change: "added", object: { id: "threat:clear@charge", type: "threat", title: "Cards can be read on the way", state: "open", severity: "high", where: { file: "model.yaml", line: 9, column: 3 }, distance: 2 } },
    { change: "changed", object: { id: "path:a..web+integrity", type: "path", title: "Anybody to Web", kind: "integrity", state: "moderate", distance: 1 }, fields: [{ field: "state", before: "high", after: "moderate" }] },
    ...["T1040", "T1557", "T1565.002"].map((id) => ({ change: "removed" as const, object: { id: `technique:${id}`, type: "technique" as const, title: id, distance: 3 } })),
    { change: "changed", object: { id: "decision:clear@charge", type: "decision", title: "Only this year.", kind: "accept", state: "expired", day: "2026-10-31", distance: 3 }, formerly: "decision:clear@pay", fields: [{ field: "state", before: "valid", after: "expired" }] },
    { change: "changed", object: { id: "risk:leak", type: "risk", title: "Cards leak", severity: "critical", distance: 2 }, fields: [{ field: "severity", before: "high", after: "critical" }] },
  ],
  relations: [
    { change: "same", from: "decision:clear@charge", type: "decides", to: "threat:clear@charge" }, { change: "removed", from: "element:web", type: "sends", to: "flow:charge" }, { change: "same", from: "flow:charge", type: "arrives-at", to: "element:web" },
    { change: "same", from: "path:a..web+integrity", type: "ends-at", to: "element:web" }, { change: "added", from: "path:a..web+integrity", type: "passes-through", to: "flow:charge" }, { change: "same", from: "risk:leak", type: "endangers", to: "element:web" },
    { change: "added", from: "threat:clear@charge", type: "feeds", to: "risk:leak" }, { change: "added", from: "threat:clear@charge", type: "threatens", to: "flow:charge" },
    ...["T1040", "T1557", "T1565.002"].map((id) => ({ change: "removed" as const, from: "threat:clear@charge", type: "uses" as const, to: `technique:${id}` })),
  ],
  movedRisks: ["risk:leak"], brokenDecisions: ["decision:clear@charge"],
  paths: [{ id: "path:a..web+integrity", change: "cheaper", before: { effort: "high", cost: 10 }, after: { effort: "moderate", cost: 7 } }],
  rollUp: [
    { id: "risk:fine", before: rolled("fine", { rank: "R1", said: "high", level: "high", verdict: "unfed" }), after: rolled("fine", { rank: "R1", state: "done", said: "high", verdict: "ended" }) },
    { id: "risk:leak", before: rolled("leak", { rank: "R4", said: "high", level: "high", verdict: "unfed" }), after: rolled("leak", { rank: "R4", said: "critical", fed: "high", level: "critical", verdict: "overstated", chain: [step, { id: "risk:leak", type: "risk", title: "Cards leak" }], feeders: [{ ...step, level: "high", counts: true }, { id: "vulnerability:V-1", type: "vulnerability", title: "A hole", state: "done", counts: false }] }) },
    { id: "risk:new", after: rolled("new", { rank: "R4", said: "high", level: "high", verdict: "unfed" }) },
  ],
  leftOut: { objects: 12, relations: 30 },
};
const quiet: LandscapeDiff = { ...sample, objects: sample.objects.slice(0, 1), relations: [], movedRisks: [], brokenDecisions: [], paths: [], rollUp: [] };

test("the sample is what is published", () => {
  expect(LandscapeDiffSchema.safeParse(sample).error?.issues ?? []).toEqual([]);
});

test("[LND-8] what became of a landscape as text, Markdown, Mermaid and DOT, each thing told once", async () => {
  await expect(landscapeDiffText(sample, { ...page, all: false })).toMatchFileSnapshot("golden/landscape-diff.txt");
  await expect(landscapeDiffMarkdown(sample)).toMatchFileSnapshot("golden/landscape-diff.md");
  await expect(landscapeDiffMermaid(sample)).toMatchFileSnapshot("golden/landscape-diff.mmd");
  await expect(landscapeDiffDot(sample)).toMatchFileSnapshot("golden/landscape-diff.dot");
});

test("[LND-10] the dashboard tells of each rank and level how many came and went, so that one that came for one that went does not hide", () => {
  expect(dashboardOf(sample)).toEqual({ levels: ["critical", "high"], rows: [
    { rank: "R1", cells: [{ after: 0, came: 0, went: 0 }, { after: 0, came: 0, went: 1 }] }, { rank: "R4", cells: [{ after: 1, came: 1, went: 0 }, { after: 1, came: 1, went: 1 }] },
  ] });
  expect(dashboardOf(quiet)).toBe(undefined);
});

test("[LND-8] Markdown is empty when nothing changed, and a terminal says so", () => {
  expect([landscapeDiffMarkdown(quiet), landscapeDiffText(quiet, { ...page, all: false })]).toEqual(["", "Shop  Landscape of Web, 2026-09-01 (1111111) → 2026-11-01 (2222222)\nNothing changed.\n"]);
});

test("[LND-8] a picture has things that changed alike in one box, and says how many ways of attack paths it does not draw", () => {
  const { heading, boxes, arrows } = landscapeDiffBoxes(sample);
  expect(heading).toBe("Landscape of Web, 2026-09-01 (1111111) → 2026-11-01 (2222222). 12 things and 30 relations that did not change are left out. Where attack paths go is not drawn: 1 relation, with --all");
  expect(boxes.map(({ title, change }) => [title, change])).toEqual([
    ["Web", "same"], ["Pay", "changed"], ["Cards can be read on the way", "added"], ["Anybody to Web", "changed"], ["3 techniques", "removed"], ["Only this year.", "changed"], ["Cards leak", "changed"],
  ]);
  expect(arrows.filter(({ change }) => change !== "same").map(({ from, label, to }) => `${from} ${label ?? ""} ${to}`)).toEqual([
    "element:web − sends flow:charge", "threat:clear@charge + feeds risk:leak", "flow:charge + is threatened by threat:clear@charge", "threat:clear@charge − uses technique:T1040",
  ]);
  expect(landscapeDiffBoxes(sample, { all: true }).boxes).toHaveLength(sample.objects.length);
});

test("no text of a model becomes an element, a reference, a line or a statement", () => {
  const lines = (text: string): number => text.split("\n").length;
  for (const payload of payloads) {
    const sick: LandscapeDiff = {
      ...infected(sample, payload), schema: sample.schema, at: sample.at, of: sample.of!, relations: sample.relations, movedRisks: sample.movedRisks, brokenDecisions: sample.brokenDecisions, paths: sample.paths,
      objects: sample.objects.map((one) => ({ ...one, object: { ...one.object, title: `${payload}${one.object.title}` }, ...(one.fields ? { fields: one.fields.map((field) => ({ ...field, before: payload })) } : {}) })),
    };
    const written = landscapeDiffMarkdown(sick);
    expect({ payload, elements: written.match(/<(?!br>)[^>]*>?/g) ?? [], references: written.match(/(?<!\\)\]\(/g) }).toEqual({ payload, elements: [], references: null });
    for (const write of [landscapeDiffDot, landscapeDiffMermaid]) expect({ payload, lines: lines(write(sick)) }).toEqual({ payload, lines: lines(write(sample)) });
  }
});
