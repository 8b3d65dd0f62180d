import { expect, test } from "vitest";
import { ansiStyle, plainStyle } from "../terminal/style.ts";
import { displayWidth } from "../terminal/display-width.ts";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { counted, flow, threat } from "../testing/sample-parts.ts";
import { summaryText } from "./summary-text.ts";

const plain = { style: plainStyle, width: 100 };

test("the summary says what was found, why, what is not known and what to do next", async () => {
  await expect(summaryText(sampleAnalysis, plain)).toMatchFileSnapshot("golden/summary.txt");
});

test("colour adds nothing that the words do not say", () => {
  // oxlint-disable-next-line no-control-regex -- takes the inks off again
  expect(summaryText(sampleAnalysis, { ...plain, style: ansiStyle }).replace(/\u001b\[\d+m/g, "")).toBe(summaryText(sampleAnalysis, plain));
});

test("no line is wider than the screen", () => {
  for (const width of [60, 80, 100]) {
    const lines = summaryText({ ...sampleAnalysis, crossings: [] }, { ...plain, width }).split("\n");
    expect(lines.filter((text) => displayWidth(text) > width)).toEqual([]);
  }
});

test("what is left out is counted, and the command to see it is the caller's", () => {
  const many = Array.from({ length: 12 }, (_, n) => threat({ id: `rule-${n}@web`, title: `Rule ${n}`, target: { kind: "element", id: "web", title: "Web" } }));
  const groups = many.map((t) => ({ rule: t.rule?.id ?? "", title: t.title, severity: t.severity, threats: [t.id] }));
  const analysis = counted({ ...sampleAnalysis, threats: many, groups });
  const command = (verb: string): string => `npx merlon ${verb} shop`;
  expect(summaryText(analysis, { ...plain, command })).toContain("and 4 more: npx merlon analyze --all shop");
  const all = summaryText(analysis, { ...plain, command, all: true });
  expect(many.filter((t) => !all.includes(t.id))).toEqual([]);
});

test("a model with nothing to report says so and stays short", async () => {
  const empty = counted({
    ...sampleAnalysis, threats: [], groups: [], mitigated: [], questions: [], crossings: [], decisions: [], data: [], boundaries: [],
    flows: [flow({ id: "visit", title: "Visit", from: "a", to: "b" })], next: { enough: true, sentences: ["Nothing material is left at depth standard."] },
  });
  await expect(summaryText(empty, plain)).toMatchFileSnapshot("golden/summary-enough.txt");
});

test("a special category stands apart from where the data is", () => {
  const special = { ...sampleAnalysis, data: sampleAnalysis.data.map((one) => ({ ...one, personal: "yes" as const, special: "yes" as const })) };
  expect(summaryText(special, plain)).toMatch(/ {2}special category {2}at /);
});
