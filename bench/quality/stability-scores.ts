// Section (f): how many names change when something changes that has nothing to do with them. None may.
import type { Session } from "@merlon/app";
import { readModel, renameId } from "@merlon/core";
import { analyze, explain } from "@merlon/engine";
import type { Section } from "./section.ts";
import { changedNames } from "./stability/changed-names.ts";
import { beforeSuperseded, inManyFiles, laidOut, ofOtherKind, retitled, reversed, reworded, superseded, unrelatedId, withDecisions, withUnrelated, type Files } from "./stability/edits.ts";
import { examples, modelNames, samplesFor, type Sample } from "./stability/samples.ts";
import { judgedAt, namedResults } from "./stability/named-results.ts";

interface Tally {
  compared: number;
  readonly changed: string[];
}

/** Of each kind of object: the first, so that the choice is nobody's. */
const renamedOfEach = 2;

export async function stabilityScores(session: Session): Promise<Section> {
  const samples = await samplesFor(session);
  const tallies = new Map<string, Tally>();
  for (const sample of samples) compareEdits(decided(sample), (edit, names, changed) => {
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
      `${samples.length} models: the examples, the models of this scoreboard, and ${samples.length - examples.length - modelNames().length} imported ones. Every threat is accepted on the facts that it rests on. Compared are the names of threats with their severity and whether they are open, of what is stopped, of questions, and of decisions with their state. Of another kind of an element: whether every decision is found under its name, and still counts or is told as stale where its threat is there.`, "",
      "| edit | names compared | changed |", "|---|---|---|", ...[...tallies].map(([edit, tally]) => `| ${edit} | ${tally.compared} | ${tally.changed.length} |`), "",
      ...(changed.length === 0 ? ["Nothing changed."] : ["Changed:", ...changed.slice(0, 20).map((name) => `- \`${name}\``)]),
    ],
    figures: { models: samples.length, "names compared": compared, "names changed": changed.length, "share kept": compared === 0 ? 0 : 1 - changed.length / compared },
  };
}

function compareEdits({ files, root, library }: Sample, tell: (edit: string, names: number, changed: readonly string[]) => void): void {
  const results = (edited: Files, except?: string, rules = library): readonly string[] => namedResults(edited, rules, except === undefined ? { root } : { root, except }).names;
  const before = namedResults(files, library, { root });
  const compare = (edit: string, expected: readonly string[], after: readonly string[]): void => tell(edit, expected.length, changedNames(expected, after));
  compare("something unrelated added", before.names, results(withUnrelated(files), unrelatedId));
  compare("all maps in the other order", before.names, results(reversed(files)));
  compare("all titles changed", before.names, results(retitled(files)));
  compare("another layout, with comments", before.names, results(laidOut(files)));
  compare("an element or flow a file", before.names, results(inManyFiles(files, root)));
  compare("other words and another revision of all rules", before.names, results(files, undefined, reworded(library)));
  compare("all rules superseded", before.names, results(files, undefined, superseded(library)).map(beforeSuperseded).sort());
  compare("an element of another kind: decisions", decisionsFound(before.names), decisionsFound(results(ofOtherKind(files))));
  for (const id of Object.values(before.objects).flatMap((ids) => ids.slice(0, renamedOfEach))) {
    const renamed = renameId(files, id, `${id.slice(0, 50)}-renamed`, { root });
    if (renamed.diagnostics.length > 0) throw new Error(`${id}: ${renamed.diagnostics.map(({ message }) => message).join(" ")}`);
    compare("an object renamed with `formerly`", before.names.map((name) => withName(name, id, `${id.slice(0, 50)}-renamed`)), results(renamed.files));
  }
}

/** By name, without those that are not in a state that fits. */
function decisionsFound(names: readonly string[]): readonly string[] {
  const threats = new Set(names.flatMap((name) => /^threat (\S+)/.exec(name)?.[1] ?? []));
  return names.flatMap((name) => {
    const [, key = "", state = ""] = /^decision (\S+) (\S+)$/.exec(name) ?? [];
    return key === "" || state === "orphaned" || state === "unconfirmed" || (state === "resolved" && threats.has(key)) ? [] : [`decision ${key}`];
  });
}

/** Each threat that nobody decided is accepted on the facts that it rests on. */
function decided(sample: Sample): Sample {
  const { files, root, library } = sample;
  const { model } = readModel(files, library, { root, at: judgedAt });
  const open = analyze(model, library, { at: judgedAt }).analysis.threats.filter(({ decision }) => decision === undefined);
  const decisions = Object.fromEntries(open.map(({ id }) => {
    const facts = explain(id, model, library, { at: judgedAt, sideEffects: "none" })?.witness ?? {};
    return [id, { state: "accept", owner: "somebody", reason: "For now.", until: "2030-01-01", ...(Object.keys(facts).length > 0 ? { facts } : {}) }];
  }));
  return { ...sample, files: withDecisions(files, decisions) };
}

/** The id where a name has it as a whole; what stands before `..` in the name of a path is a class of actors. */
function withName(name: string, from: string, to: string): string {
  return name.replace(new RegExp(`(?<=[@+]|\\.\\.)${from}(?=[+ ]|$)`, "g"), to);
}
