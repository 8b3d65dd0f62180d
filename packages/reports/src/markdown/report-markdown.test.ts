import { expect, test } from "vitest";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { sampleStride } from "../testing/sample-stride.ts";
import { counted } from "../testing/sample-parts.ts";
import { reportMarkdown } from "./report-markdown.ts";

test("the report has everything there is to say about a model", async () => {
  await expect(reportMarkdown(sampleAnalysis, sampleStride)).toMatchFileSnapshot("golden/report.md");
});

test("a diagram beside the report is shown by its name", () => {
  const text = reportMarkdown(sampleAnalysis, sampleStride, { diagramSvgName: "my (new) diagram.svg" });
  expect(text.split("\n").filter((row) => row.startsWith("!["))).toEqual(["![Data flow diagram](my%20%28new%29%20diagram.svg)"]);
});

test("a model with nothing in it gets a short report that says so", async () => {
  const { risks: _, ...rest } = sampleAnalysis;
  const empty = counted({
    ...rest, threats: [], groups: [], mitigated: [], questions: [], elements: [], flows: [], boundaries: [], crossings: [], data: [], scales: [], controls: [], assumptions: [],
    decisions: [], rules: [], next: { enough: false, sentences: ["Name the first elements: what runs, what stores data, and who uses it."] },
  });
  await expect(reportMarkdown(empty, { ...sampleStride, tables: [], cells: {} })).toMatchFileSnapshot("golden/report-empty.md");
});
