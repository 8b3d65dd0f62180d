// The models of either version, side by side: the same place is the same model, and what is left over is matched by its id once it is read.
import { realpath } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import { AppError } from "../app-error.ts";
import { modelsOfCommit } from "../git/models-of-commit.ts";
import type { Repository } from "../git/repository.ts";
import { findModels, type FoundModels, type ModelPlace } from "../model/find-models.ts";
import type { Session } from "../session.ts";
import type { Compared, RefSide } from "./compared-words.ts";

export interface SidePlace {
  /** Of the version, as the person named it. */
  readonly name: string;
  readonly commit?: string;
  /** The day that it is judged at, where that is its own. */
  readonly day?: string;
  readonly place: ModelPlace;
}

export interface FoundSides {
  readonly set: boolean;
  /** Names of the versions, for messages. */
  readonly names: readonly [string, string];
  readonly pairs: readonly { readonly base?: SidePlace; readonly head?: SidePlace }[];
  /** Folder that shown paths start from, as seen from the repository's root; "" outside of one. */
  readonly root: string;
}

export async function findSides(compared: Compared, session: Session): Promise<FoundSides> {
  return compared.kind === "paths" ? betweenPaths(compared, session) : betweenRefs(compared, session);
}

async function betweenPaths({ base, head }: Compared & { kind: "paths" }, session: Session): Promise<FoundSides> {
  const [before, after] = [await findModels(base, session.cwd), await findModels(head, session.cwd)];
  if (before.set !== after.set) throw new AppError("A4015", `One of ${base} and ${head} is a model, the other a folder of models.`, { hint: "Compare a model with a model." });
  return { set: before.set, names: [base, head], pairs: paired(sides(before, { name: base }), sides(after, { name: head })), root: "" };
}

async function betweenRefs({ base, head, model, opened }: Compared & { kind: "refs" }, session: Session): Promise<FoundSides> {
  const cwd = await realpath(session.cwd);
  const { repository } = opened;
  const path = await pathOf(model, opened.path, cwd);
  const at = (side: RefSide): Promise<FoundModels> => modelsAt(side, path, { repository, cwd });
  const [before, after] = [await at(base), await at(head)];
  if (before.places.length + after.places.length === 0) {
    throw new AppError("A4002", `There is no model at ${relative(cwd, path) || "this folder"}, neither in ${base.name} nor in ${head.name}.`, { hint: "Name its place with --model." });
  }
  return { set: before.set || after.set, names: [base.name, head.name], pairs: paired(sides(before, base), sides(after, head)), root: relative(repository.root, cwd).split(sep).join("/") };
}

/** Without a word for it: the model that one stands in, else the folder itself. */
async function pathOf(model: string | undefined, opened: string, cwd: string): Promise<string> {
  if (model !== undefined) return opened;
  const found = await quietly(() => findModels(undefined, cwd));
  const [first] = found.places;
  return first && !found.set ? first.path : cwd;
}

async function modelsAt({ name, commit }: RefSide, path: string, { repository, cwd }: { readonly repository: Repository; readonly cwd: string }): Promise<FoundModels> {
  if (commit === undefined) return quietly(() => findModels(relative(cwd, path) || ".", cwd));
  return modelsOfCommit({ repository, name, commit }, path, cwd);
}

const nothing: FoundModels = { places: [], set: false };

/** What is not there is no fault here: it may be on the other side. */
async function quietly(find: () => Promise<FoundModels>): Promise<FoundModels> {
  return find().catch((error: unknown) => {
    if (error instanceof AppError && (error.code === "A4001" || error.code === "A4002")) return nothing;
    throw error;
  });
}

function sides({ places, set }: FoundModels, side: RefSide): ReadonlyMap<string, SidePlace> {
  return new Map(places.map((place) => [set ? basename(resolve(place.path)) : "", { ...side, place }]));
}

function paired(base: ReadonlyMap<string, SidePlace>, head: ReadonlyMap<string, SidePlace>): FoundSides["pairs"] {
  const keys = [...new Set([...base.keys(), ...head.keys()])].sort();
  return keys.map((key) => {
    const [before, after] = [base.get(key), head.get(key)];
    return { ...(before ? { base: before } : {}), ...(after ? { head: after } : {}) };
  });
}
