// Every payload in every field through every output: it may be read there, and do nothing.
import type { Diagnostic } from "@merlon/schema";
import { expect, test } from "vitest";
import { attackTree } from "./attack-path/attack-tree.ts";
import { pathsMarkdown } from "./attack-path/paths-markdown.ts";
import { pathsText } from "./attack-path/paths-text.ts";
import { diagnosticsText } from "./diagnostics/diagnostics-text.ts";
import { explanationText } from "./explanation/explanation-text.ts";
import { impactHtml } from "./html/impact-html.ts";
import type { ImpactOfModel } from "./html/impact/impact-context.ts";
import { pageScript } from "./html/page-script.ts";
import { reportHtml } from "./html/report-html.ts";
import { strideHtml } from "./html/stride-html.ts";
import { styleSheet } from "./html/style-sheet.ts";
import { threatsJson } from "./json/threats-json.ts";
import { lossMarkdown } from "./loss/loss-markdown.ts";
import { lossText } from "./loss/loss-text.ts";
import { reportMarkdown } from "./markdown/report-markdown.ts";
import { sarifText, toSarif } from "./sarif/to-sarif.ts";
import { strideCsv } from "./stride-table/stride-csv.ts";
import { strideMarkdown } from "./stride-table/stride-markdown.ts";
import { strideText } from "./stride-table/stride-text.ts";
import { summaryText } from "./summary/summary-text.ts";
import { ansiStyle } from "./terminal/style.ts";
import { infected, payloads } from "./testing/payloads.ts";
import { sampleAnalysis } from "./testing/sample-analysis.ts";
import { firing, notAbout, notFound, stopped, waiting } from "./testing/sample-explanation.ts";
import { sampleImpact } from "./testing/sample-impact.ts";
import { sampleImport } from "./testing/sample-import.ts";
import { samplePaths } from "./testing/sample-paths.ts";
import { sampleRules } from "./testing/sample-rules.ts";
import { sampleStride } from "./testing/sample-stride.ts";

const page = { style: ansiStyle, width: 80, all: true };
const diagnostic: Diagnostic = { code: "C1", severity: "error", message: "Message.", where: { file: "a.yaml", line: 1, column: 1, path: "p" }, hint: "Hint." };

const cases = payloads.flatMap((payload) => (["start", "end"] as const).map((position) => {
  const sick = <T>(value: T): T => infected(value, payload, position);
  return { payload, sick, analysis: sick(sampleAnalysis), stride: sick(sampleStride) };
}));

test("a terminal shows no control character but our own inks and line feeds", () => {
  for (const { payload, sick, analysis, stride } of cases) {
    const texts = [
      summaryText(analysis, page), pathsText(sick(samplePaths), { ...page, command: (verb) => verb }), attackTree(sick(samplePaths)), strideText(stride, page), strideText(stride, { ...page, width: 140 }), lossText(sick(sampleImport), page), diagnosticsText([sick(diagnostic)], page),
      ...[firing, waiting, stopped, notFound, notAbout].map((explanation) => explanationText(sick(explanation), page)),
    ];
    // oxlint-disable-next-line no-control-regex -- the point of the test
    const wild = texts.flatMap((text) => text.replace(/\u001b\[\d{1,2}m/g, "").match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g) ?? []);
    expect({ payload, wild }).toEqual({ payload, wild: [] });
  }
});

test("HTML has only the tags, the script and the addresses that the page wrote", () => {
  for (const { payload, sick, analysis, stride } of cases) {
    for (const markup of [reportHtml(analysis, stride, { diagramSvg: "<svg></svg>", paths: sick(samplePaths) }), strideHtml(stride), impactHtml([told(sick)]), impactHtml([told(sick), told(sick)])]) expect({ payload, found: strangers(markup) }).toEqual({ payload, found: [] });
  }
});

/** Words that choose what is told stay, and the rest is sick. */
function told(sick: <T>(value: T) => T): ImpactOfModel {
  const impact = sick(sampleImpact);
  const kept = <T, K extends keyof T>(list: readonly T[], of: readonly T[], ...keys: readonly K[]): readonly T[] => list.map((one, index) => ({ ...one, ...Object.fromEntries(keys.map((key) => [key, of[index]![key]])) }));
  return {
    title: sick("Shop"),
    impact: {
      ...impact, operations: kept(impact.operations, sampleImpact.operations, "kind", "map"), threats: kept(impact.threats, sampleImpact.threats, "change", "cause"), exposure: kept(impact.exposure, sampleImpact.exposure, "kind", "cause"),
      questions: kept(impact.questions, sampleImpact.questions, "change", "cause"), decisions: kept(impact.decisions, sampleImpact.decisions, "change", "cause"),
    },
  };
}

test("Markdown has no element but line breaks, no reference but to catalogues, and rows as wide as their heads", () => {
  for (const { payload, sick, analysis, stride } of cases) {
    for (const text of [reportMarkdown(analysis, stride, { paths: sick(samplePaths) }), pathsMarkdown(sick(samplePaths)), strideMarkdown(stride, { all: true }), lossMarkdown(sick(sampleImport))]) {
      expect({ payload, found: markdownStrangers(text) }).toEqual({ payload, found: [] });
    }
  }
});

test("CSV keeps its columns and starts no formula", () => {
  for (const { payload, stride } of cases) {
    const rows = parseCsv(strideCsv(stride, { all: true }));
    const formulas = rows.flat().filter((field) => /^\s*[=+\-@]/.test(field));
    expect({ payload, formulas, widths: [...new Set(rows.map((row) => row.length))] }).toEqual({ payload, formulas: [], widths: [rows[0]?.length] });
  }
});

test("JSON reads back as it was, and SARIF messages have neither references nor blanks", () => {
  for (const { payload, sick, analysis } of cases) {
    expect(JSON.parse(threatsJson(analysis))).toMatchObject({ threats: JSON.parse(JSON.stringify(analysis.threats)) as unknown });
    const log = toSarif(analysis, sick(sampleRules), { root: "a" });
    const messages = log.runs.flatMap((run) => run.results.flatMap(({ message, suppressions }) => [message.text, ...suppressions.map(({ justification }) => justification)]));
    const uris = log.runs.flatMap((run) => run.results.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)));
    expect({ payload, messages: messages.filter((text) => /\]\(|\{\d+\}/.test(text)), uris: uris.filter((uri) => !/^[\w%./~!*'()-]+$/.test(uri)) }).toEqual({ payload, messages: [], uris: [] });
    expect(JSON.parse(sarifText(log))).toBeTruthy();
  }
});

test("a payload would be noticed", () => {
  expect(strangers("<p>ok</p><script>alert(1)</script><a href=\"javascript:x\">x</a><img src=x onerror=y>")).toEqual([
    "script alert(1)", "<a href=\"javascript:x\">", "<img src=x onerror=y>",
  ]);
  expect(markdownStrangers("[x](javascript:y) <b>\n\n| a | b |\n|---|---|\n| a | b | c |")).toEqual(["](javascript:y)", "<b>", "row | a | b | c |"]);
});

const TAGS = new Set("html head meta title style body a header nav main footer section article h1 h2 h3 h4 p ul ol li dl div dt dd span strong em code abbr table caption thead tbody tr th td details summary form fieldset legend label input select option button output script wbr svg".split(" "));
const QUIET = /^(class|id|title|lang|charset|name|content|http-equiv|scope|for|type|value|open|checked|hidden|role|tabindex|placeholder|autocomplete|rel|aria-[a-z]+|data-[a-z]+)$/;

/** Tags, values and addresses that the page did not write. Whatever is not a tag is text, as `<` is always escaped in it. */
function strangers(markup: string): string[] {
  const scripts = [...markup.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)].filter(([, , body]) => body !== pageScript && body !== styleSheet).map(([, name, body]) => `${name} ${body}`);
  const rest = markup.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "").replace(/^<!doctype html>/, "");
  const tags = [...rest.matchAll(/<([^>]*)>?/g)].map(([tag]) => tag);
  return [...scripts, ...tags.filter((tag) => !isOurs(tag))];
}

function isOurs(tag: string): boolean {
  const [, close, name = "", inner = ""] = /^<(\/?)([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)>$/.exec(tag) ?? [];
  if (!TAGS.has(name)) return false;
  if (close === "/") return inner === "";
  return [...inner.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].every(([, key = "", value = ""]) => (key === "href" ? /^(#|https:\/\/|mailto:)/.test(value) : QUIET.test(key)));
}

function markdownStrangers(text: string): string[] {
  const references = [...text.matchAll(/(?<!\\)\]\([^)]*\)/g)].map(([found]) => found).filter((found) => !/^\]\(https:\/\/(attack|atlas|cwe|capec)\.mitre\.org\/[\w./-]*\)$/.test(found));
  const elements = [...text.matchAll(/<(?!br>)[^>]*>?/g)].map(([found]) => found);
  return [...references, ...elements, ...crookedRows(text)];
}

function crookedRows(text: string): string[] {
  const cells = (row: string): number => row.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length;
  let head = 0;
  return text.split("\n").flatMap((row, index, all) => {
    if (!row.startsWith("|")) return [];
    if (all[index + 1]?.startsWith("|---")) head = cells(row);
    return cells(row) === head ? [] : [`row ${row}`];
  });
}

function parseCsv(text: string): string[][] {
  return text.split(/"\n/).slice(0, -1).map((row) => [...`${row}"`.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, field = ""]) => field.replaceAll('""', '"')));
}
