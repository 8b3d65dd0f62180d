// Section: random edits on both sides of random models, merged: how many merges need a person, whether they need one for a reason, and whether anything is lost or hangs in the air.
import { mergeModels, printYaml, readModel, type SourceFile } from "@merlon/core";
import type { Library, ModelDocument } from "@merlon/schema";
import { builtInLibrary, randomDocument, randomEdits, seeded } from "@merlon/testkit";
import { measuredEdits, type MeasuredEdits } from "./merges/measured-edits.ts";
import { needlessConflicts } from "./merges/needless-conflicts.ts";
import type { Section } from "./section.ts";

const MERGES = 200;
const ELEMENTS = 200;
const EDITS = 10;
/** Of an object; the rest of the catalogue would only make it longer. */
const KEPT: ReadonlySet<string> = new Set(["kind", "type", "in", "holds", "handles", "from", "to", "protocol", "carries", "response", "trust", "levels", "encryption-in-transit"]);

type Edits = (document: ModelDocument, options: MeasuredEdits) => ModelDocument;

interface Tally {
  conflicted: number;
  readonly conflicts: string[];
  needless: number;
  dangling: number;
  comments: number;
  lost: number;
}

export function mergeScores(): Promise<Section> {
  const library = builtInLibrary();
  const [measured, harder] = [tallyOf(measuredEdits, library), tallyOf(randomEdits, library)];
  const row = (what: string, of: (tally: Tally) => string, aim: string): string => `| ${what} | ${of(measured)} | ${of(harder)} | ${aim} |`;
  return Promise.resolve({
    title: "(g) Three-way merges",
    lines: [
      `${MERGES} merges of random models of ${ELEMENTS} elements and ${2 * ELEMENTS} flows with ${EDITS} random edits a side, with a comment above each object. *As counted*: the mix of edits is the one that \`merlon diff\` counts from the applications of microSecEnD to their variants (a quarter adds flows and elements, the rest sets values, few remove). *Harder*: one edit in twelve removes an object, an element with all its flows; half of all others go to one of two fields.`, "",
      "| measured | as counted | harder | aim for edits as counted |", "|---|---|---|---|",
      row("merges with a conflict", ({ conflicted, conflicts }) => `${percent(conflicted / MERGES)} (${conflicts.length} conflicts)`, "at most 3 %"),
      row("conflicts that no two edits explain", ({ needless }) => String(needless), "0"),
      row("references that lead nowhere", ({ dangling }) => String(dangling), "0"),
      row("comments of ours kept", ({ lost, comments: all }) => `${percent(1 - lost / all)} of ${all}`, "100 %"), "",
      `Conflicts by kind: as counted ${byKind(measured)}; harder ${byKind(harder)}. A conflict is explained when both sides changed one field in different ways, or one removed what the other changed, or what something that it changed names. Other conflicts would mean that the merge gives up too early.`,
    ],
    figures: {
      merges: MERGES, "share with a conflict": measured.conflicted / MERGES, conflicts: measured.conflicts.length, "needless conflicts": measured.needless + harder.needless, dangling: measured.dangling + harder.dangling,
      "share of comments kept": 1 - (measured.lost + harder.lost) / (measured.comments + harder.comments), "share with a conflict, harder edits": harder.conflicted / MERGES,
    },
  });
}

function tallyOf(edits: Edits, library: Library): Tally {
  const tally: Tally = { conflicted: 0, conflicts: [], needless: 0, dangling: 0, comments: 0, lost: 0 };
  for (let seed = 0; seed < MERGES; seed++) mergeOnce(seed, { edits, library }, tally);
  return tally;
}

function mergeOnce(seed: number, { edits, library }: { readonly edits: Edits; readonly library: Library }, tally: Tally): void {
  const document = slim(randomDocument(seed, library, ELEMENTS));
  const side = (name: string, offset: number): readonly SourceFile[] => written(edits(document, { random: seeded(3 * seed + offset), count: EDITS, name }));
  const versions = { base: written(document), ours: side("ours", 1), theirs: side("theirs", 2) };
  const { files, conflicts } = mergeModels(versions, library);
  const after = new Set(comments(files));
  const before = comments(versions.ours);
  if (conflicts.length > 0) tally.conflicted++;
  tally.conflicts.push(...conflicts.map(({ kind }) => kind));
  tally.needless += needlessConflicts(conflicts, versions, library).length;
  tally.dangling += readModel(files, library).diagnostics.filter(({ code }) => code === "C1040").length;
  tally.comments += before.length;
  tally.lost += before.filter((comment) => !after.has(comment)).length;
}

function byKind({ conflicts }: Tally): string {
  return [...new Set(conflicts)].sort().map((kind) => `${kind} ${conflicts.filter((one) => one === kind).length}`).join(", ") || "none";
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
