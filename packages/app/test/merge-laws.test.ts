// Laws of the three-way merge on random models with random edits on both sides.
import { mergeModels, printYaml, readModel, readYaml, type SourceFile } from "@merlon/core";
import type { ModelDocument } from "@merlon/schema";
import { builtInLibrary, randomDocument, randomEdits, seeded } from "@merlon/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";

const library = builtInLibrary();
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const RUNS = { numRuns: Number(process.env["MERLON_RUNS"] ?? 15) };

/** With a comment above every object and one at the end of its line. */
function written(document: unknown): readonly SourceFile[] {
  return [{ path: "model.yaml", text: printYaml(document).replace(/^ {2}([\w-]+):.*$/gm, (line, id: string) => `  # about ${id}\n${line}${line.endsWith(":") ? ` # ${id}` : ""}`) }];
}

/** What the file says; no list that is edited here has an order. */
function said([file]: readonly SourceFile[]): unknown {
  return JSON.parse(JSON.stringify(readYaml(file!).value, (_, value: unknown) => (Array.isArray(value) ? [...value].sort() : value)));
}

function errors(files: readonly SourceFile[]): readonly string[] {
  return readModel(files, library).diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

function comments(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ text }) => text.match(/^ +# about .*$/gm) ?? []);
}

test("[MRG-8] a side that did nothing leaves the other as it is", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const base = randomDocument(seed, library);
    const other = written(randomEdits(base, { random: seeded(seed + 1), count: 4, name: "new" }));
    const before = written(base);
    const [taken, kept] = [mergeModels({ base: before, ours: before, theirs: other }, library), mergeModels({ base: before, ours: other, theirs: before }, library)];
    expect([taken.conflicts, said(taken.files), kept]).toEqual([[], said(other), { ...kept, files: other, conflicts: [] }]);
  }), RUNS);
});

test("[MRG-1] edits of different objects are both made, without conflict", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const base = randomDocument(seed, library);
    const even = (id: string): boolean => Number(id.slice(id.lastIndexOf("-") + 1)) % 2 === 0;
    const own = (document: ModelDocument): ModelDocument => randomEdits(document, { random: seeded(seed + 1), count: 4, name: "own", mine: (id) => even(id) && !id.startsWith("other"), removing: false });
    const other = (document: ModelDocument): ModelDocument => randomEdits(document, { random: seeded(seed + 2), count: 4, name: "other", mine: (id) => !even(id) && !id.startsWith("own"), removing: false });
    const merged = mergeModels({ base: written(base), ours: written(own(base)), theirs: written(other(base)) }, library);
    expect([merged.conflicts, said(merged.files)]).toEqual([[], said(written(other(own(base))))]);
  }), RUNS);
});

test("[MRG-4] whatever both sides did, nothing hangs in the air, and no comment of ours is lost", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const base = randomDocument(seed, library);
    const [ours, theirs] = [written(randomEdits(base, { random: seeded(seed + 1), count: 8, name: "new" })), written(randomEdits(base, { random: seeded(seed + 2), count: 8, name: "new" }))];
    const merged = mergeModels({ base: written(base), ours, theirs }, library);
    const known = [...errors(ours), ...errors(theirs)];
    expect([errors(merged.files).filter((error) => !known.includes(error)), comments(ours).filter((comment) => !comments(merged.files).includes(comment))]).toEqual([[], []]);
  }), RUNS);
});
