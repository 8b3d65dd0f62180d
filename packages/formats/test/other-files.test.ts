// Files that look like something but cannot be imported: each is refused with an error that names it and a place, and no document.
import { describe, expect, test } from "vitest";
import { detectFormat, formats } from "@merlon/formats";
import { hasCorpus, otherFiles } from "./corpus.ts";

const expected: readonly (readonly [pattern: RegExp, message: RegExp])[] = [
  [/\.cdx\.json$/, /CycloneDX/],
  [/tmbom|test-threat-model/, /TM-BOM/],
  [/schema\.json$/, /JSON Schema/],
  [/tm7\.otm$/, /Microsoft Threat Modeling Tool/],
  [/v2-malformed/, /no usable `detail`/],
  [/v1|new-model|demo-threat-model|enter-the-dragon/, /Threat Dragon version 1/],
];

test.runIf(hasCorpus)("the corpus is there", () => {
  expect(otherFiles.length).toBeGreaterThanOrEqual(18);
});

describe.each(otherFiles)("$path", ({ path, text }) => {
  test("is named and refused", () => {
    const { format, diagnostics } = detectFormat(path, text);
    const results = formats.map((one) => one.read(text, { path }));
    const said = format === undefined ? diagnostics : format.read(text, { path }).diagnostics;
    const message = expected.find(([pattern]) => pattern.test(path))?.[1] ?? /./;
    expect(said.map(({ severity, where }) => ({ severity, file: where?.file, line: where?.line }))).toEqual([{ severity: "error", file: path, line: 1 }]);
    expect(said[0]?.message).toMatch(message);
    expect(results.map(({ document }) => document)).toEqual(formats.map(() => undefined));
    expect(results.every((result) => result.diagnostics.some(({ severity }) => severity === "error"))).toBe(true);
  });
});
