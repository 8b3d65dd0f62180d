// Problems as JUnit XML, which every pipeline can show: a suite for each model, a failure for what fails the step, the rest as passed with its text.
import { escapeHtml } from "../escape/html.ts";
import { oneLine } from "../escape/visible.ts";
import type { PipelineProblem, PipelineSuite } from "./pipeline-problem.ts";

export function junitText(suites: readonly PipelineSuite[]): string {
  const all = suites.map((suite) => ({ suite, ...countsOf(suite) }));
  const sum = (of: "tests" | "failures"): number => all.reduce((total, one) => total + one[of], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="Merlon" tests="${sum("tests")}" failures="${sum("failures")}" errors="0">`,
    ...all.flatMap(({ suite, tests, failures }) => [
      `  <testsuite name=${quoted(suite.model)} tests="${tests}" failures="${failures}" errors="0" skipped="0">`,
      ...(failures === 0 ? [`    <testcase classname=${quoted(suite.model)} name=${quoted(suite.passes)}/>`] : []),
      ...suite.problems.flatMap((problem) => caseOf(problem, suite.model)), "  </testsuite>",
    ]),
    "</testsuites>", "",
  ].join("\n");
}

/** One more than the problems when none fails: an empty suite would look as if nothing had run. */
function countsOf({ problems }: PipelineSuite): { readonly tests: number; readonly failures: number } {
  const failures = problems.filter(({ level }) => level === "error").length;
  return { tests: problems.length + (failures === 0 ? 1 : 0), failures };
}

function caseOf({ level, kind, title, lines, where, key }: PipelineProblem, model: string): readonly string[] {
  const place = where === undefined ? "" : ` file=${quoted(where.file)} line="${where.line}"`;
  const text = [...(where === undefined ? [] : [`${where.file}:${where.line}:${where.column}`]), ...lines].map((line) => escapeHtml(oneLine(line))).join("\n");
  return [
    `    <testcase classname=${quoted(model)} name=${quoted(key)}${place}>`,
    level === "error" ? `      <failure message=${quoted(title)} type=${quoted(kind)}>${text}</failure>` : `      <system-out>${escapeHtml(`${level}: ${oneLine(title)}`)}\n${text}</system-out>`,
    "    </testcase>",
  ];
}

function quoted(text: string): string {
  return `"${escapeHtml(oneLine(text))}"`;
}
