import { expect, test } from "vitest";
import { codes } from "./codes.ts";
import { readModel } from "./model/read-model.ts";
import { testingLibrary } from "./testing-library.ts";
import { defaultLimits } from "./text/source-file.ts";
import type { Limits } from "./text/source-file.ts";

/** Too large to write out in an example. */
const smaller: Readonly<Record<string, Limits>> = { C1001: { ...defaultLimits, size: 100 } };
/** Edits refuse rather than read, and merges read three versions; `edit/` and `merge/` test them. */
const triggeredElsewhere = new Set(Object.keys(codes).filter((code) => code.startsWith("C109") || code.startsWith("C12")));
/** What is not there has no place. */
const placeless = new Set(["C1010"]);

test.each(Object.entries(codes).filter(([code]) => !triggeredElsewhere.has(code)))("the example of %s triggers it, with a place and no gap in the sentence", (code, { example, severity }) => {
  const files = typeof example === "string" ? { "model.yaml": example } : example;
  const { diagnostics } = readModel(Object.entries(files).map(([path, text]) => ({ path, text })), testingLibrary, { limits: smaller[code] ?? defaultLimits });
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  const where = { file: expect.any(String), line: expect.any(Number), column: expect.any(Number) };
  expect(found, JSON.stringify(diagnostics)).toMatchObject({ code, severity, ...(placeless.has(code) ? {} : { where }) });
  expect(`${found?.message} ${found?.hint}`).not.toMatch(/\{[a-z]+\}|undefined|\[object/);
  expect(found?.message).toMatch(/[.!?]$/);
});

test("names are unique and in kebab case", () => {
  const names = Object.values(codes).map(({ name }) => name);
  expect([...new Set(names)]).toEqual(names);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});
