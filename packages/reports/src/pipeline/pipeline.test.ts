import type { Diagnostic } from "@merlon/schema";
import { expect, test } from "vitest";
import { infected, payloads } from "../testing/payloads.ts";
import { sampleAnalysis } from "../testing/sample-analysis.ts";
import { sampleImpact } from "../testing/sample-impact.ts";
import { annotationsText } from "./annotations-text.ts";
import { codeQualityText } from "./code-quality-text.ts";
import { junitText } from "./junit-text.ts";
import { suiteOfDiagnostics } from "./problems-of-diagnostics.ts";
import { suiteOfImpact } from "./problems-of-impact.ts";
import { suiteOfThreats } from "./problems-of-threats.ts";

const warning: Diagnostic = { code: "C1", severity: "warning", message: "Is 50% sure, or not: maybe.", where: { file: "shop/model.yaml", line: 3, column: 5, path: "elements.web" }, hint: "Say more." };
const error: Diagnostic = { code: "C2", severity: "error", message: "There is no <web>." };

test("[PIP-1] what the gate stops fails a test, what else got worse is told in one that passes", async () => {
  await expect(junitText([suiteOfImpact(sampleImpact)])).toMatchFileSnapshot("golden/impact.junit.xml");
});

test("[PIP-1] a suite in which nothing fails has a test that passes", () => {
  expect(junitText([suiteOfDiagnostics({ model: "shop", diagnostics: [] })])).toBe([
    '<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="Merlon" tests="1" failures="0" errors="0">', '  <testsuite name="shop" tests="1" failures="0" errors="0" skipped="0">',
    '    <testcase classname="shop" name="The files are sound"/>', "  </testsuite>", "</testsuites>", "",
  ].join("\n"));
});

test("[PIP-2] an annotation stands at the line that was changed, errors first, with the repository's path", async () => {
  await expect(annotationsText([suiteOfImpact(sampleImpact)], { root: "models/shop" })).toMatchFileSnapshot("golden/impact.annotations.txt");
  expect(annotationsText([suiteOfDiagnostics({ model: "shop", diagnostics: [warning, error] })])).toBe([
    "::error title=C2 There is no <web>.::C2 There is no <web>.", "::warning file=shop/model.yaml,line=3,col=5,title=C1 Is 50%25 sure%2C or not%3A maybe.::Say more.", "",
  ].join("\n"));
});

test("with --strict and for a lock that differs a warning fails; with the gate off nothing does", () => {
  const lock: Diagnostic = { code: "A4013", severity: "warning", message: "The lock is of Merlon 0." };
  const levels = (strict: boolean) => suiteOfDiagnostics({ model: "shop", diagnostics: [warning, lock], strict }).problems.map(({ level }) => level);
  expect([levels(false), levels(true), suiteOfImpact(sampleImpact, { gate: "off" }).problems.filter(({ level }) => level === "error")]).toEqual([["warning", "error"], ["error", "error"], []]);
});

test("a reason of the gate that no threat or decision tells is an error of its own", () => {
  const impact = { ...sampleImpact, gate: { failed: true, reasons: [{ text: "1 crossing against a policy", ids: ["receipt"] }] } } as typeof sampleImpact;
  expect(suiteOfImpact(impact).problems.filter(({ level }) => level === "error")).toEqual([
    { level: "error", kind: "gate", title: "1 crossing against a policy.", lines: ["receipt"], key: "receipt", where: { file: "model.yaml", line: 52, column: 3, path: "flows.receipt" } },
  ]);
});

test("[PIP-3] the code quality report lists open threats, under fingerprints that do not depend on the place", () => {
  const open = sampleAnalysis.threats.filter(({ status }) => status === "open");
  const moved = { ...sampleAnalysis, threats: sampleAnalysis.threats.map((threat) => ({ ...threat, where: { file: "model/other.yaml", line: 99, column: 1 } })) };
  const read = (text: string) => JSON.parse(text) as readonly Entry[];
  const [entries, after] = [read(codeQualityText([suiteOfThreats(sampleAnalysis)], { root: "models" })), read(codeQualityText([suiteOfThreats(moved)]))];
  expect(entries.map(({ fingerprint }) => fingerprint)).toEqual(after.map(({ fingerprint }) => fingerprint));
  expect([entries.length, new Set(entries.map(({ fingerprint }) => fingerprint)).size, entries[0]]).toEqual([open.length, open.length, {
    description: expect.stringContaining(open[0]!.title), check_name: open[0]!.rule?.id, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), severity: "blocker",
    location: { path: `models/${open[0]!.where!.file}`, lines: { begin: open[0]!.where!.line } },
  }]);
});

interface Entry { readonly fingerprint: string }

test("[PIP-3] what a change brought comes first in its code quality report", () => {
  const open = sampleAnalysis.threats.filter(({ status }) => status === "open");
  const last = open.at(-1)!;
  const { problems } = suiteOfThreats(sampleAnalysis, { threats: [{ id: last.id, change: "added", threat: last, facts: [], cause: { kind: "but-for", operations: [] } }] });
  expect(problems.map(({ key }) => key)).toEqual([last.id, ...open.slice(0, -1).map(({ id }) => id)]);
});

test("[PIP-2] nothing that a model says becomes a command, an element or an attribute", () => {
  const hostile = [...payloads, "\n::error::x", "::set-output name=x::y", "%0A::add-mask::e", "a%0Ab", "x,file=/etc/passwd", "##[error]x", "]]>", "\r::stop-commands::x"];
  for (const payload of hostile) {
    const suites = [suiteOfImpact(infected(sampleImpact, payload)), suiteOfThreats(infected(sampleAnalysis, payload)), suiteOfDiagnostics({ model: payload, diagnostics: [infected(warning, payload)] })];
    const commands = annotationsText(suites).split("\n").slice(0, -1);
    const wild = commands.filter((line) => !/^::(?:error|warning|notice) (?:file=[^:,]+,line=\d+,col=\d+,)?title=[^:,]*::[^\r\n]*$/.test(line) || /%(?!25|0A|3A|2C)/.test(line));
    const markup = junitText(suites).replace(/<(?:\?xml version="1\.0" encoding="UTF-8"\?|\/?(?:testsuites|testsuite|testcase|failure|system-out)(?: [a-z]+="[^"<>&]*(?:&[#\w]+;[^"<>&]*)*")*\/?)>/g, "");
    expect({ payload, wild, left: /[<>]/.exec(markup)?.[0], lines: commands.length }).toEqual({ payload, wild: [], left: undefined, lines: suites.flatMap(({ problems }) => problems).length });
  }
});
