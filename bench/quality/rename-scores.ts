// Section: renames that nobody declared. Which of them are proposed, which proposals are wrong, and whether a decision ever follows one without being told to.
import type { Session } from "@merlon/app";
import { diffModels, probableRenames, readModel } from "@merlon/core";
import { analyze } from "@merlon/engine";
import { seeded } from "@merlon/testkit";
import { asOneDocument, mapsRenamed, withUnsaidRenames, type Maps, type Objects } from "./renames/unsaid-renames.ts";
import type { Section } from "./section.ts";
import { judgedAt } from "./stability/named-results.ts";
import { samplesFor, type Sample } from "./stability/samples.ts";

const LEAST_OBJECTS = 20;
const TRIES = 20;

interface Tally {
  renamed: number;
  proposed: number;
  right: number;
  decisions: number;
  moved: number;
  readonly wrong: string[];
  readonly missed: string[];
}

interface Whole extends Sample {
  readonly document: Readonly<Record<string, unknown>>;
  /** About every threat that it has. */
  readonly decisions: Readonly<Record<string, unknown>>;
}

export async function renameScores(session: Session): Promise<Section> {
  const all = (await samplesFor(session)).map(wholeOf);
  const samples = all.filter(({ document }) => sizeOf(document) >= LEAST_OBJECTS);
  const tally: Tally = { renamed: 0, proposed: 0, right: 0, decisions: 0, moved: 0, wrong: [], missed: [] };
  for (const sample of samples) {
    const elsewhere = objectsOf(all.filter(({ name }) => name !== sample.name));
    for (let seed = 0; seed < TRIES; seed++) tryOnce(sample, { random: seeded(seed * 7919 + sample.name.length), elsewhere }, tally);
  }
  const { renamed, proposed, right, decisions, moved, wrong } = tally;
  return {
    title: "(h) Renames that nobody declared",
    lines: [
      `${samples.length} models of at least ${LEAST_OBJECTS} objects, ${TRIES} times each: 2 to 20 % of the objects get another id everywhere (half get a word more or less, three in ten are abbreviated, two in ten are called like something in another model; in six of ten the title changes too), while 5 to 10 % are edited, 2 to 5 % removed with their flows and 2 to 5 % added, taken from other models.`, "",
      "| measured | result | aim |", "|---|---|---|",
      `| proposals that are right (precision) | ${shown(right / proposed)} of ${proposed} | at least 0.99 |`,
      `| renames that are proposed (recall) | ${shown(right / renamed)} of ${renamed} | at least 0.95 |`,
      `| decisions that moved by themselves | ${moved} of ${decisions} | 0 |`, "",
      ...(wrong.length === 0 ? [] : ["Wrong proposals:", "", ...wrong.slice(0, 10).map((one) => `- ${one}`)]),
    ],
    figures: { models: samples.length, renames: renamed, precision: right / proposed, recall: right / renamed, "decisions moved alone": moved },
  };
}

function wholeOf(sample: Sample): Whole {
  const { files, library, root } = sample;
  const { threats } = analyze(readModel(files, library, { root, at: judgedAt }).model, library, { at: judgedAt }).analysis;
  const decision = { state: "accept", owner: "somebody", reason: "For now.", until: "2030-01-01" };
  return { ...sample, document: asOneDocument(files, library, root), decisions: Object.fromEntries(threats.map(({ id }) => [id, decision])) };
}

function tryOnce({ name, document, decisions, library }: Whole, others: Parameters<typeof withUnsaidRenames>[1], tally: Tally): void {
  const read = (value: unknown) => readModel([{ path: "model.json", text: JSON.stringify(value) }], library, { at: judgedAt });
  const { document: after, renamed } = withUnsaidRenames(document, others);
  const head = read({ ...after, decisions });
  const found = probableRenames(diffModels(read(document).documents, head.documents, library));
  tally.renamed += renamed.size;
  tally.proposed += found.length;
  for (const { from, to, score } of found) {
    if (renamed.get(from) === to) tally.right++;
    else tally.wrong.push(`${name}: \`${from}\` → \`${to}\` (${score})`);
  }
  for (const [from, to] of renamed) if (!found.some((one) => one.from === from)) tally.missed.push(`${name}: ${from} → ${to}`);
  const decided = analyze(head.model, library, { at: judgedAt }).analysis.decisions.filter(({ key, alias }) => [...renamed.keys()].some((id) => (alias ?? key).split(/[@+]/).includes(id)));
  tally.decisions += decided.length;
  tally.moved += decided.filter(({ key, alias }) => alias !== undefined && alias !== key).length;
}

function sizeOf(document: Readonly<Record<string, unknown>>): number {
  return mapsRenamed.reduce((sum, map) => sum + Object.keys(document[map] ?? {}).length, 0);
}

function objectsOf(samples: readonly Whole[]): Maps {
  return Object.fromEntries(mapsRenamed.map((map) => [map, Object.assign({}, ...samples.map(({ document }) => document[map] ?? {})) as Objects]));
}

function shown(share: number): string {
  return share.toFixed(3);
}
