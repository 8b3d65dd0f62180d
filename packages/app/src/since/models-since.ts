// The models that a change touches: those with a changed file, and those whose own packs have one.
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileRole } from "@merlon/core";
import { AppError } from "../app-error.ts";
import { isPassedOver } from "../files/read-folder.ts";
import { readText } from "../files/read-text.ts";
import { changedPaths } from "../git/changed-paths.ts";
import { openRepositoryFrom } from "../git/repository.ts";
import { fileAt, findModels, folderAt, isModelText, modelFiles, type ModelPlace } from "../model/find-models.ts";
import { loadModel, modelFolders } from "../model/load-model.ts";
import type { Session } from "../session.ts";

/** Among the models at a path; without one, wherever below `cwd` something changed. */
export async function modelsSince(ref: string, path: string | undefined, session: Session): Promise<readonly ModelPlace[]> {
  const cwd = await realpath(session.cwd);
  const { repository } = await openRepositoryFrom(cwd, path);
  const changed = await changedPaths(repository, ref);
  const places = path === undefined ? await knownPlaces(cwd) : (await findModels(path, cwd)).places;
  if (!changed) return places;
  const touched = new Map<string, ModelPlace>();
  for (const place of places) if (isTouched(place, changed) || (await packsAreTouched(place, changed, session))) touched.set(place.path, place);
  for (const place of path === undefined ? await placesOf(changed, cwd) : []) if (!touched.has(place.path)) touched.set(place.path, place);
  return [...touched.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** There need not be a model where one stands: those that changed may lie deeper. */
async function knownPlaces(cwd: string): Promise<readonly ModelPlace[]> {
  const { places } = await findModels(undefined, cwd).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "A4002") return { places: [] };
    throw error;
  });
  const known: ModelPlace[] = [];
  for (const place of places) if (!isPassedOver(basename(place.path)) && (place.kind === "file" || (await holdsModel(place.path)))) known.push(place);
  return known;
}

function isTouched({ kind, path }: ModelPlace, changed: readonly string[]): boolean {
  return changed.some((file) => (kind === "file" ? file === path : isInside(file, path) && isOfModel(file, path)));
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isOfModel(file: string, folder: string): boolean {
  const inner = relative(folder, file).split(sep).join("/");
  return fileRole(inner) !== undefined || (inner.includes("/") && modelFolders.test(inner));
}

async function packsAreTouched(place: ModelPlace, changed: readonly string[], session: Session): Promise<boolean> {
  const { packs } = await loadModel(place, session);
  return packs.some(({ root }) => changed.some((file) => isInside(file, resolve(session.cwd, root))));
}

/** The models that changed files belong to, however deep they lie below `cwd`. */
async function placesOf(changed: readonly string[], cwd: string): Promise<readonly ModelPlace[]> {
  const places: ModelPlace[] = [];
  for (const file of changed.filter((one) => isInside(one, cwd))) {
    const inner = relative(cwd, file);
    if (!/\.(?:ya?ml|json|lock)$/.test(inner) || inner.split(sep).some(isPassedOver)) continue;
    const place = (await folderOf(file, cwd)) ?? ((await isSingleModel(file)) ? fileAt(file, inner, cwd) : undefined);
    if (place) places.push(place);
  }
  return places;
}

async function folderOf(file: string, cwd: string): Promise<ModelPlace | undefined> {
  for (let folder = dirname(file); folder === cwd || isInside(folder, cwd); folder = dirname(folder)) {
    if (isOfModel(file, folder) && (await holdsModel(folder))) return folderAt(folder, relative(cwd, folder) || ".", cwd);
    if (folder === dirname(folder)) return undefined;
  }
  return undefined;
}

/** Others have files of that name too. */
async function holdsModel(folder: string): Promise<boolean> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => modelFiles.includes(name));
  for (const name of names) if (isModelText(await readText(join(folder, name)).catch(() => ""))) return true;
  return false;
}

async function isSingleModel(file: string): Promise<boolean> {
  if (modelFiles.includes(basename(file)) || !(await stat(file).catch(() => undefined))?.isFile()) return false;
  return isModelText(await readText(file).catch(() => ""));
}
