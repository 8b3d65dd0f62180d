// Every public Microsoft model and template: a valid model or pack, nothing unaccounted for, and the same again.
import { describe, expect, test } from "vitest";
import { detectFormat } from "@merlon/formats";
import type { ReadResult } from "@merlon/formats";
import type { ModelDocument } from "@merlon/schema";
import { hasCorpus, microsoftFiles } from "./corpus.ts";
import { problemsOf } from "./valid-document.ts";

function read(path: string, text: string, previous?: ModelDocument): ReadResult {
  const { format } = detectFormat(path, text);
  if (format === undefined) throw new Error(`${path} is of no known format.`);
  return format.read(text, { path, ...(previous === undefined ? {} : { previous }) });
}

test.runIf(hasCorpus)("the corpus is there", () => {
  expect(microsoftFiles.length).toBeGreaterThanOrEqual(26);
});

/** The pack is not loaded here, so that its characteristics are not known. */
const aboutPack = /^C1051 /;
const bombs = microsoftFiles.filter(({ path }) => path.includes("BillionLaughs"));
const models = microsoftFiles.filter(({ path }) => path.endsWith(".tm7") && !path.includes("BillionLaughs"));
const templates = microsoftFiles.filter(({ path }) => path.endsWith(".tb7") && !path.includes("BillionLaughs"));

describe.each(models)("$path", ({ path, text }) => {
  const result = read(path, text);

  test("gives a valid model with a loss report that knows every field", () => {
    expect(result.document && problemsOf(result.document).filter((line) => !aboutPack.test(line))).toEqual([]);
    expect(result.losses.length).toBeGreaterThan(0);
    expect(result.losses.filter(({ what, why }) => what === "" || why === "" || why.includes("does not know this field"))).toEqual([]);
  });

  test("[IMP-3] gives the same again as a later import", () => {
    expect(read(path, text, result.document).document).toEqual(result.document);
  });
});

test.each(templates)("$path: all expressions are understood", ({ path, text }) => {
  const { pack, diagnostics, losses } = read(path, text);
  const types = text.split("<ThreatType>").length - 1;
  const never = Number(/\((\d+)\)/.exec(losses.find(({ what }) => what.startsWith("threat types that no"))?.what ?? "")?.[1] ?? 0);
  expect([diagnostics, pack?.rules.size]).toEqual([[], types - never]);
});

test.each(bombs)("[IMP-6] $path is refused", ({ path, text }) => {
  const { document, pack, diagnostics } = read(path, text);
  expect([document, pack, diagnostics.map(({ code, where }) => `${code} ${where?.line}`)]).toEqual([undefined, undefined, ["F2061 1"]]);
});
