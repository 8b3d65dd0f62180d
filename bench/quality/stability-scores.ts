// Section (f): how many names change when something changes that has nothing to do with them. None may.
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { analyzeModels, type Session } from "@merlon/app";
import { printYaml, renameId, type SourceFile } from "@merlon/core";
import { detectFormat } from "@merlon/formats";
import type { Library } from "@merlon/schema";
import { sharedPath } from "./corpus.ts";
import type { Section } from "./section.ts";
import { changedNames } from "./stability/changed-names.ts";
import { retitled, reversed, unrelatedId, withUnrelated, type Files } from "./stability/edits.ts";
import { namedResults } from "./stability/named-results.ts";

interface Sample {
  readonly name: string;
  readonly files: Files;
  readonly root: string;
  readonly library: Library;
}

interface Tally {
  compared: number;
  readonly changed: string[];
}

const examples = ["webshop", "well-built", "online-boutique", "one-line", "everything-wrong"];
/** Of each kind of object: the first, so that the choice is nobody's. */
const renamedOfEach = 2;

export async function stabilityScores(session: Session): Promise<Section> {
  const samples = [...await ownSamples(session), ...importedSamples(session)];
  const tallies = new Map<string, Tally>();
  for (const sample of samples) compareEdits(sample, (edit, names, changed) => {
    const tally = tallies.get(edit) ?? { compared: 0, changed: [] };
    tally.compared += names;
    tally.changed.push(...changed.map((name) => `${sample.name}: ${name}`));
    tallies.set(edit, tally);
  });
  const all = [...tallies.values()];
  const changed = all.flatMap((tally) => tally.changed);
  const compared = all.reduce((sum, tally) => sum + tally.compared, 0);
  return {
    title: "(f) Stability of names",
    lines: [
      `${samples.length} models: the examples, the models of this scoreboard, and ${samples.length - examples.length - modelNames().length} imported ones. Compared are the names of threats with their severity, of what is stopped, of questions, and of decisions with their state.`, "",
      "| edit | names compared | changed |", "|---|---|---|", ...[...tallies].map(([edit, tally]) => `| ${edit} | ${tally.compared} | ${tally.changed.length} |`), "",
      ...(changed.length === 0 ? ["Nothing changed."] : ["Changed:", ...changed.slice(0, 20).map((name) => `- \`${name}\``)]),
    ],
    figures: { models: samples.length, "names compared": compared, "names changed": changed.length, "share kept": compared === 0 ? 0 : 1 - changed.length / compared },
  };
}

function compareEdits({ files, root, library }: Sample, tell: (edit: string, names: number, changed: readonly string[]) => void): void {
  const results = (edited: Files, except?: string): readonly string[] => namedResults(edited, library, except === undefined ? { root } : { root, except }).names;
  const before = namedResults(files, library, { root });
  const compare = (edit: string, expected: readonly string[], after: readonly string[]): void => tell(edit, expected.length, changedNames(expected, after));
  compare("something unrelated added", before.names, results(withUnrelated(files), unrelatedId));
  compare("all maps in the other order", before.names, results(reversed(files)));
  compare("all titles changed", before.names, results(retitled(files)));
  for (const id of Object.values(before.objects).flatMap((ids) => ids.slice(0, renamedOfEach))) {
    const renamed = renameId(files, id, `${id.slice(0, 50)}-renamed`, { root });
    if (renamed.diagnostics.length > 0) throw new Error(`${id}: ${renamed.diagnostics.map(({ message }) => message).join(" ")}`);
    compare("an object renamed with `formerly`", before.names.map((name) => withName(name, id, `${id.slice(0, 50)}-renamed`)), results(renamed.files));
  }
}

/** The id where a name has it as a whole; what stands before `..` in the name of a path is a class of actors. */
function withName(name: string, from: string, to: string): string {
  return name.replace(new RegExp(`(?<=[@+]|\\.\\.)${from}(?=[+ ]|$)`, "g"), to);
}

function modelNames(): readonly string[] {
  return readdirSync(fileURLToPath(new URL("models", import.meta.url))).filter((name) => name.endsWith(".yaml")).sort();
}

async function ownSamples(session: Session): Promise<readonly Sample[]> {
  const paths = [...examples.map((name) => `../../examples/${name}`), ...modelNames().map((name) => `models/${name}`)].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const samples: Sample[] = [];
  for (const path of paths) {
    for (const { loaded } of (await analyzeModels(path, session)).models) samples.push({ name: basename(path), files: loaded.files.filter(isModelText), root: loaded.root, library: loaded.library });
  }
  return samples;
}

/** Views and locks hold no part of the model. */
function isModelText({ path }: SourceFile): boolean {
  return !/(?:views\.yaml|policy\.yaml|merlon\.lock)$/.test(path);
}

const folders = ["threat-dragon/demo", "threat-dragon/models", "threat-dragon/community", "otm/openthreatmodel", "otm/startleft"];

function importedSamples(session: Session): readonly Sample[] {
  return folders.flatMap((folder) => readdirSync(sharedPath(`corpus/${folder}`)).sort().map((name) => `${folder}/${name}`)).flatMap((path) => {
    const text = readFileSync(sharedPath(`corpus/${path}`), "utf8");
    const { format } = detectFormat(path, text);
    const document = format?.read(text, { path }).document;
    return document === undefined ? [] : [{ name: path, files: [{ path: "model.yaml", text: printYaml(document) }], root: "", library: session.builtIn.library }];
  });
}
