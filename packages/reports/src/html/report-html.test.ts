import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { quietImpact, sampleImpact } from "../testing/sample-impact.ts";
import { counted } from "../testing/sample-parts.ts";
import { sampleStride } from "../testing/sample-stride.ts";
import { impactHtml } from "./impact-html.ts";
import { reportHtml } from "./report-html.ts";
import { strideHtml } from "./stride-html.ts";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document"><title>Corner shop</title></svg>';
const page = reportHtml(sampleAnalysis, sampleStride, { diagramSvg: svg });
const { risks: _, ...rest } = sampleAnalysis;
const empty = reportHtml(counted({
  ...rest, threats: [], groups: [], mitigated: [], questions: [], elements: [], flows: [], boundaries: [], crossings: [], data: [], scales: [], controls: [], assumptions: [],
  decisions: [], rules: [], next: { enough: true, sentences: [] },
}), { ...sampleStride, tables: [], cells: {} });
const till = { ...sampleImpact, head: { ...sampleImpact.head, model: "acme/till" } };
const impacts = [{ impact: sampleImpact, title: "Shop", pictureSvg: svg }, { impact: till, title: "Till", pictureSvg: svg }, { impact: { ...quietImpact, operations: [] }, title: "Depot" }];
const pages = [page, empty, strideHtml(sampleStride), impactHtml(impacts.slice(0, 1)), impactHtml(impacts), impactHtml(impacts.slice(2))];

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = ""]) => found);
}

test("the page runs its own script and style and no other, and loads nothing", () => {
  for (const text of pages) {
    const [policy = ""] = all(text, /http-equiv="Content-Security-Policy" content="([^"]*)"/g);
    const bodies = ["style", "script"].flatMap((tag) => all(text, new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g")));
    const digests = bodies.map((body) => `'sha256-${createHash("sha256").update(body).digest("base64")}'`);
    expect([policy.includes("default-src 'none'"), policy.includes("unsafe"), digests.filter((digest) => !policy.includes(digest))]).toEqual([true, false, []]);
    expect(text).not.toMatch(/<(link|img|iframe|object|embed|base)\b|\ssrc=|\sstyle=|\son[a-z]+=|@import|url\(/);
  }
});

test("headings go down one step at a time, below one title", () => {
  for (const text of pages) {
    const levels = all(text, /<h([1-6])[ >]/g).map(Number);
    expect([levels.filter((level) => level === 1).length, levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)]).toEqual([1, []]);
  }
});

test("ids are unique and every place that is pointed at is there", () => {
  for (const text of pages) {
    const ids = all(text, /\sid="([^"]*)"/g);
    const wanted = [...all(text, /\shref="#([^"]*)"/g), ...all(text, /\saria-labelledby="([^"]*)"/g), ...all(text, /\sfor="([^"]*)"/g)];
    expect({ twice: ids.filter((id, index) => ids.indexOf(id) !== index), missing: wanted.filter((id) => !ids.includes(id)) }).toEqual({ twice: [], missing: [] });
  }
});

test("landmarks, table heads with scope, captions and labels are there", () => {
  for (const text of pages) {
    expect(["<html lang=\"en\">", "<header", "<nav aria-label=", "<main id=\"main\"", "<footer", "class=\"skip\" href=\"#main\""].filter((part) => !text.includes(part))).toEqual([]);
    expect(all(text, /(<th(?: [^>]*)?>)/g).filter((th) => !th.includes("scope="))).toEqual([]);
    expect(all(text, /(<table[^>]*>(?!<caption>|\n<caption>))/g)).toEqual([]);
  }
});

test("what needs script is hidden until it runs; the rest is there without", () => {
  expect(all(page, /<(form|div)[^>]* hidden/g)).toEqual(["div", "form"]);
  const missing = [
    ...sampleAnalysis.threats.flatMap(({ id, title, target }) => [id, title, target.title]), ...sampleAnalysis.questions.map(({ id }) => id), ...sampleAnalysis.decisions.map(({ key }) => key),
    ...sampleAnalysis.rules.map(({ rule }) => rule), ...sampleAnalysis.flows.map(({ title }) => title), "was", "authenticated", "anonymous", "The warehouse has its own model.", "Delivery of orders", "P7Y", svg,
  ].filter((text) => !page.includes(text));
  expect(missing).toEqual([]);
});

test("the same input gives the same bytes", () => {
  expect(reportHtml(sampleAnalysis, sampleStride, { diagramSvg: svg })).toBe(page);
});
