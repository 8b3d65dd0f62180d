// `merlon merge`: three versions of one model into one, read and judged again, with the threats that only the merge has.
import { dirname } from "node:path";
import { fileRole, mergeModels, readModel, renameId, type Model, type ModelMerge, type SourceFile } from "@merlon/core";
import type { Diagnostic, Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { libraryFor } from "../library/library-for.ts";
import { packsOf } from "../library/packs-of.ts";
import { findModel } from "../model/find-models.ts";
import { assertSound, loadModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import type { FileChange } from "../write/plan-change.ts";
import { emergentThreats, type EmergentThreat } from "./emergent-threats.ts";

export interface MergePlaces {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** Merge models with different ids. */
  readonly force?: boolean;
}

export interface MergedModel extends ModelMerge {
  /** Of the version that the merge starts from. */
  readonly ours: LoadedModel;
  readonly model: Model;
  /** As ours shows its files; only those that change. */
  readonly changes: readonly FileChange[];
  /** Paths, as shown, of files that the merge does not have any more. */
  readonly gone: readonly string[];
  readonly emergent: readonly EmergentThreat[];
  /** Of the merge. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function mergeModel({ force = false, ...paths }: MergePlaces, session: Session): Promise<MergedModel> {
  const [base, ours, theirs] = [await load(paths.base, session), await load(paths.ours, session), await load(paths.theirs, session)];
  assertMergeable([base, ours, theirs], force);
  session.progress(`Merging ${theirs.place.shown} into ${ours.place.shown}`);
  const versions = { base: filesInside(base), ours: filesInside(ours), theirs: filesInside(theirs) };
  const merge = session.limit(() => mergeModels(versions, ours.library));
  const library = await libraryOf(merge.files, ours, session);
  const read = session.limit(() => readModel(merge.files, library, { at: session.at }));
  const side = (files: readonly SourceFile[], names: ReadonlyMap<string, string>): Model => session.limit(() => readModel(withNames(files, names), library, { at: session.at }).model);
  const emergent = session.limit(() => emergentThreats(read.model, [side(versions.ours, merge.renamed.ours), side(versions.theirs, merge.renamed.theirs)], library, session.at));
  const conflicts = merge.conflicts.map((conflict) => (conflict.where ? { ...conflict, where: { ...conflict.where, file: shownIn(ours, conflict.where.file) } } : conflict));
  return { ...merge, conflicts, ours, model: read.model, ...changesOf(merge.files, ours), emergent, diagnostics: read.diagnostics };
}

async function load(path: string, session: Session): Promise<LoadedModel> {
  return loadModel(await findModel(path, session.cwd), session);
}

function assertMergeable(models: readonly LoadedModel[], force: boolean): void {
  assertSound(models);
  const old = models.find(({ diagnostics }) => diagnostics.some(({ code }) => code === "C1015"));
  if (old) throw new AppError("A4006", `${old.place.shown} is written in an older version of the format.`, { hint: "Bring all three up to date with `merlon fmt`, then merge." });
  const [id, ...others] = models.map(({ model }) => model.header.id);
  const other = others.find((one) => one !== id);
  if (other !== undefined && !force) throw new AppError("A4024", `The versions are of different models: \`${id}\` and \`${other}\`.`, { hint: "Merge versions of one model, or say --force." });
}

/** A single file is merged as the model file of a folder would be. */
function filesInside({ files, place, root }: LoadedModel): readonly SourceFile[] {
  if (place.kind === "file") return files.map(({ path, text }) => ({ path: path.endsWith(".json") ? "model.json" : "model.yaml", text }));
  return files.map(({ path, text }) => ({ path: path.slice(root.length), text })).filter(({ path }) => fileRole(path) !== undefined);
}

function shownIn({ place, root }: LoadedModel, path: string): string {
  return place.kind === "file" ? place.shown : root + path;
}

function changesOf(files: readonly SourceFile[], ours: LoadedModel): Pick<MergedModel, "changes" | "gone"> {
  const before = new Map(filesInside(ours).map(({ path, text }) => [path, text]));
  const changed = files.filter(({ path, text }) => before.get(path) !== text);
  return {
    changes: changed.map(({ path, text }) => ({ path: shownIn(ours, path), ...(before.has(path) ? { before: before.get(path)! } : {}), after: text })),
    gone: [...before.keys()].filter((path) => !files.some((file) => file.path === path)).map((path) => shownIn(ours, path)),
  };
}

/** Theirs may ask for other packs. */
async function libraryOf(files: readonly SourceFile[], { place }: LoadedModel, session: Session): Promise<Library> {
  return (await libraryFor(packsOf(files, ""), place.kind === "folder" ? place.path : dirname(place.path), session)).library;
}

/** So that a threat has one id in all versions. */
function withNames(files: readonly SourceFile[], names: ReadonlyMap<string, string>): readonly SourceFile[] {
  return [...names].reduce((renamed, [from, to]) => renameId(renamed, from, to).files, files);
}
