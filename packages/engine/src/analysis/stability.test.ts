// Laws of the whole engine on random models: order does not matter, unrelated things do not matter, renames keep ids, the same twice.
import { readModel } from "@merlon/core";
import type { Analysis, ModelDocument } from "@merlon/schema";
import { builtInLibrary, randomDocument, seeded } from "@merlon/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { strideTables } from "../stride/stride-tables.ts";
import { analyze } from "./analyze.ts";

const library = builtInLibrary();
const AT = "2026-01-01";
const RUNS = { numRuns: 25 };
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

function read(document: unknown) {
  return readModel([{ path: "model.json", text: JSON.stringify(document) }], library, { at: AT }).model;
}

/** Everything but positions in files. */
function meaning(document: unknown): unknown {
  const model = read(document);
  return withoutPlaces([analyze(model, library, { at: AT }).analysis, strideTables(model, library, { at: AT })]);
}

function withoutPlaces(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "where" ? undefined : inner)));
}

function shuffled<T>(value: T, random: () => number): T {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [random(), key, shuffled(inner, random)] as const).sort((a, b) => a[0] - b[0]);
  return Object.fromEntries(entries.map(([, key, inner]) => [key, inner])) as T;
}

function verdicts(analysis: Analysis): readonly string[] {
  return analysis.threats.map((t) => `${t.id} ${t.severity} ${t.status}`).sort();
}

test("[IDT-4] the order of maps and keys changes nothing but positions", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library);
    const random = seeded(seed + 1);
    const mixed = Object.fromEntries(Object.entries(document).map(([key, value]) => [key, shuffled(value, random)]));
    expect(meaning(mixed)).toEqual(meaning(document));
  }), RUNS);
});

test("[IDT-5] an unrelated element changes no threat that is not about it", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library);
    const more: ModelDocument = { ...document, elements: { ...document.elements, "far-away": { kind: "process", type: "worker", holds: [], handles: [] } } };
    const before = verdicts(analyze(read(document), library, { at: AT }).analysis);
    const after = verdicts(analyze(read(more), library, { at: AT }).analysis).filter((line) => !line.includes("@far-away"));
    expect(after).toEqual(before);
  }), RUNS);
});

test("[IDT-6] a declared rename changes ids only where the name stands", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const document = randomDocument(seed, library);
    const text = JSON.stringify(document);
    const renamed = JSON.parse(text.replaceAll('"part-0"', '"new-name"').replaceAll('"flow-0"', '"new-flow"')) as ModelDocument;
    const before = verdicts(analyze(read(document), library, { at: AT }).analysis);
    const after = verdicts(analyze(read(renamed), library, { at: AT }).analysis);
    const back = after.map((line) => line.replace(/@new-name(?=[ +])/, "@part-0").replace(/@new-flow(?=[ +])/, "@flow-0")).sort();
    expect(back).toEqual(before);
  }), RUNS);
});
