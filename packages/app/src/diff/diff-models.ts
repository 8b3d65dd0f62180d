// `merlon diff`: the impact of a change, for one model or for every model that either version has.
import type { Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { loadModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { emptied } from "./absent-model.ts";
import { compareModel, type ComparedModel, type ComparedVersion } from "./compare-model.ts";
import { whatIsCompared } from "./compared-words.ts";
import { findSides, type FoundSides, type SidePlace } from "./find-sides.ts";

export interface DiffRequest {
  /** A range, refs or folders, as the person wrote them. */
  readonly words: readonly string[];
  /** Place of the model, or of a folder of models. */
  readonly model?: string;
  /** Compare models with different ids. */
  readonly force: boolean;
}

export type { ComparedModel };

export interface ModelsDiff {
  /** True when what is compared is a folder of models. */
  readonly set: boolean;
  readonly models: readonly ComparedModel[];
  /** Folder that shown paths start from, as seen from the repository's root. */
  readonly root: string;
  /** Sentences about models that only one version has. */
  readonly notes: readonly string[];
}

export async function diffModels({ words, model, force }: DiffRequest, session: Session): Promise<ModelsDiff> {
  const found = await findSides(await whatIsCompared(words, model, session), session);
  const { pairs, notes } = await readPairs(found, { force }, session);
  return { set: found.set, models: pairs.map(({ name, base, head }) => compareModel(name, base, head, session)), root: found.root, notes };
}

export interface ReadPair {
  readonly name: string;
  readonly base: ComparedVersion;
  readonly head: ComparedVersion;
}

/** Every model that either version has, read and sound. */
export async function readPairs(found: FoundSides, { force }: Pick<DiffRequest, "force">, session: Session): Promise<{ readonly pairs: readonly ReadPair[]; readonly notes: readonly string[] }> {
  const read: Pair[] = [];
  for (const pair of found.pairs) read.push({ ...(pair.base ? { base: await readSide(pair.base, session) } : {}), ...(pair.head ? { head: await readSide(pair.head, session) } : {}) });
  assertSides(read);
  const pairs = movedTogether(read);
  if (!force) for (const pair of pairs) assertRelated(pair);
  return { pairs: pairs.map((pair) => versionsOf(pair, found.names, session)), notes: pairs.flatMap((pair) => absentNote(pair, found.names)) };
}

interface Side extends SidePlace {
  readonly loaded: LoadedModel;
}

interface Pair {
  readonly base?: Side;
  readonly head?: Side;
}

async function readSide(side: SidePlace, session: Session): Promise<Side> {
  return { ...side, loaded: await loadModel(side.place, side.day === undefined ? session : { ...session, at: side.day }) };
}

/** The errors of all sides are told together, each with the version that it is in. */
function assertSides(pairs: readonly Pair[]): void {
  const broken = pairs.flatMap(({ base, head }) => [base, head]).filter((side) => side?.loaded.diagnostics.some(isError)).filter((side) => side !== undefined);
  if (broken.length === 0) return;
  const diagnostics = broken.flatMap((side) => side.loaded.diagnostics.filter((d) => d.severity !== "info").map((d) => inVersion(d, side)));
  const count = diagnostics.filter(isError).length;
  const where = [...new Set(broken.map((side) => (side.commit === undefined && side.name === side.place.shown ? side.name : `${sentenceName(side)} (${side.name})`)))];
  const isOfBase = pairs.some(({ base }) => base && broken.includes(base));
  throw new AppError("A4006", `${count === 1 ? "1 error" : `${count} errors`} in ${where.join(", ")}.`, { diagnostics, hint: isOfBase ? "Both versions must be sound to be compared; an older commit of the base may be." : "Mend the errors above and run again." });
}

function sentenceName({ place }: SidePlace): string {
  return place.shown === "." ? "this folder" : place.shown;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** As git writes it: `main:shop/model.yaml`. */
function inVersion(diagnostic: Diagnostic, { name, commit }: SidePlace): Diagnostic {
  const { where } = diagnostic;
  return commit === undefined || !where ? diagnostic : { ...diagnostic, where: { ...where, file: `${name.includes(" ") ? commit.slice(0, 7) : name}:${where.file}` } };
}

/** A model that went from one place to another is still the same. */
function movedTogether(pairs: readonly Pair[]): readonly Pair[] {
  const gone = pairs.filter(({ head }) => !head);
  const taken = new Set<Pair>();
  const joined = pairs.flatMap((pair): readonly Pair[] => {
    if (pair.base || !pair.head) return [pair];
    const id = pair.head.loaded.model.header.id;
    const from = gone.find((other) => !taken.has(other) && other.base?.loaded.model.header.id === id);
    if (!from) return [pair];
    taken.add(from);
    return [{ ...from, head: pair.head }];
  });
  return joined.filter((pair) => !taken.has(pair));
}

function assertRelated({ base, head }: Pair): void {
  if (!base || !head) return;
  const [before, after] = [base.loaded.model.header.id, head.loaded.model.header.id];
  if (before === after) return;
  throw new AppError("A4024", `${base.place.shown} at ${base.name} is the model \`${before}\`, and ${head.place.shown} at ${head.name} is \`${after}\`.`);
}

function versionsOf({ base, head }: Pair, names: FoundSides["names"], session: Session): ReadPair {
  const there = head ?? base;
  if (!there) throw new Error("a pair has a side");
  const versionOf = (side: Side | undefined, name: string): ComparedVersion => side ?? { name, loaded: emptied(there.loaded, session), absent: true };
  return { name: there.place.name, base: versionOf(base, names[0]), head: versionOf(head, names[1]) };
}

function absentNote({ base, head }: Pair, names: FoundSides["names"]): readonly string[] {
  if (base && !head) return [`${base.place.shown} is not in ${names[1]}: everything in it is gone.`];
  if (head && !base) return [`${head.place.shown} is not in ${names[0]}: everything in it is new.`];
  return [];
}
