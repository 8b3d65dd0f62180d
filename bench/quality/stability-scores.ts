// Section (f): how many names change when something changes that has nothing to do with them. None may.
import type { Session } from "@merlon/app";
import { renameId } from "@merlon/core";
import type { Section } from "./section.ts";
import { changedNames } from "./stability/changed-names.ts";
import { retitled, reversed, unrelatedId, withUnrelated, type Files } from "./stability/edits.ts";
import { examples, modelNames, samplesFor, type Sample } from "./stability/samples.ts";
import { namedResults } from "./stability/named-results.ts";

interface Tally {
  compared: number;
  readonly changed: string[];
}

/** Of each kind of object: the first, so that the choice is nobody's. */
const renamedOfEach = 2;

export async function stabilityScores(session: Session): Promise<Section> {
  const samples = await samplesFor(session);
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
