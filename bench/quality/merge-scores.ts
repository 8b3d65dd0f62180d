// Section: random edits on both sides of random models, merged: how many merges need a person, and whether anything is lost or hangs in the air.
import { mergeModels, printYaml, readModel, type SourceFile } from "@merlon/core";
import type { Library, ModelDocument } from "@merlon/schema";
import { builtInLibrary, randomDocument, randomEdits, seeded } from "@merlon/testkit";
import type { Section } from "./section.ts";

const MERGES = 200;
const ELEMENTS = 200;
const EDITS = 10;
/** Of an object; the rest of the catalogue would only make it longer. */
const KEPT: ReadonlySet<string> = new Set(["kind", "type", "in", "holds", "handles", "from", "to", "protocol", "carries", "response", "trust", "levels", "encryption-in-transit"]);

interface Tally {
  conflicted: number;
  readonly conflicts: string[];
  dangling: number;
  comments: number;
  lost: number;
}

export function mergeScores(): Promise<Section> {
  const library = builtInLibrary();
  const tally: Tally = { conflicted: 0, conflicts: [], dangling: 0, comments: 0, lost: 0 };
  for (let seed = 0; seed < MERGES; seed++) mergeOnce(seed, library, tally);
  const { conflicted, conflicts, dangling, comments, lost } = tally;
  return Promise.resolve({
    title: "(g) Three-way merges",
    lines: [
      `${MERGES} merges of random models of ${ELEMENTS} elements and ${2 * ELEMENTS} flows with ${EDITS} random edits a side (values, items of lists, new objects, removed objects), with a comment above each object.`, "",
      "| measured | result | aim |", "|---|---|---|",
      `| merges with a conflict | ${percent(conflicted / MERGES)} (${conflicts.length} conflicts) | at most 3 % |`,
      `| references that lead nowhere | ${dangling} | 0 |`,
      `| comments of ours kept | ${percent(1 - lost / comments)} of ${comments} | 100 % |`, "",
      `Conflicts by kind: ${[...new Set(conflicts)].sort().map((kind) => `${kind} ${conflicts.filter((one) => one === kind).length}`).join(", ")}. One edit in twelve removes an object, an element with all its flows.`,
    ],
    figures: { merges: MERGES, "share with a conflict": conflicted / MERGES, conflicts: conflicts.length, dangling, "share of comments kept": 1 - lost / comments },
  });
}

function mergeOnce(seed: number, library: Library, tally: Tally): void {
  const base = slim(randomDocument(seed, library, ELEMENTS));
  const side = (name: string, offset: number): readonly SourceFile[] => written(randomEdits(base, { random: seeded(3 * seed + offset), count: EDITS, name }));
  const [ours, theirs] = [side("ours", 1), side("theirs", 2)];
  const { files, conflicts } = mergeModels({ base: written(base), ours, theirs }, library);
  const after = new Set(comments(files));
  const before = comments(ours);
  if (conflicts.length > 0) tally.conflicted++;
  tally.conflicts.push(...conflicts.map(({ kind }) => kind));
  tally.dangling += readModel(files, library).diagnostics.filter(({ code }) => code === "C1040").length;
  tally.comments += before.length;
  tally.lost += before.filter((comment) => !after.has(comment)).length;
}

function slim(document: ModelDocument): ModelDocument {
  const objects = (map: object = {}): object => Object.fromEntries(Object.entries(map).map(([id, object]) => [id, Object.fromEntries(Object.entries(object as object).filter(([key]) => KEPT.has(key)))]));
  const { data, boundaries, elements, flows } = document;
  return { ...document, data: objects(data), boundaries: objects(boundaries), elements: objects(elements), flows: objects(flows) } as ModelDocument; // the same objects with fewer keys
}

function written(document: ModelDocument): readonly SourceFile[] {
  return [{ path: "model.yaml", text: printYaml(document).replace(/^ {2}([\w-]+):/gm, "  # about $1\n  $1:") }];
}

function comments(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ text }) => text.match(/^ +# about .*$/gm) ?? []);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
