// What a path given by a person stands for: one model folder, one model file, or a folder of models.
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { AppError, fileStart } from "../app-error.ts";
import { fileError, readText } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import type { TextFiles } from "../files/text-files.ts";

export interface ModelPlace {
  readonly kind: "folder" | "file";
  /** Absolute. */
  readonly path: string;
  /** As messages show it. */
  readonly shown: string;
  readonly name: string;
  /** What its files are read from; the disk when left out. */
  readonly from?: TextFiles;
}

export interface FoundModels {
  readonly places: readonly ModelPlace[];
  /** True for a folder of models, even when it holds only one. */
  readonly set: boolean;
}

export const modelFiles = ["model.yaml", "model.yml", "model.json"];

/** Without a path: the model that `cwd` lies in, else what `cwd` itself stands for. */
export async function findModels(path: string | undefined, cwd: string): Promise<FoundModels> {
  if (path !== undefined) return modelsAt(path, cwd);
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (await hasModelFile(folder)) return single(folder, cwd, relative(cwd, folder) || ".");
    if (folder === dirname(folder)) return modelsAt(".", cwd);
  }
}

/** The one model at a path; a folder of models is an error that names them. */
export async function findModel(path: string | undefined, cwd: string): Promise<ModelPlace> {
  const { places, set } = await findModels(path, cwd);
  const [place] = places;
  if (place && !(set && places.length > 1)) return place;
  throw new AppError("A4015", `There are several models in ${folderWords(shownPath(path ?? ".", cwd))}.`, { hint: `Give the path of one: ${places.slice(0, 10).map((p) => p.shown).join(", ")}.` });
}

async function modelsAt(path: string, cwd: string): Promise<FoundModels> {
  const absolute = resolve(cwd, path);
  const shown = shownPath(path, cwd);
  const info = await stat(absolute).catch((cause: unknown) => { throw fileError(shown, cause); });
  if (info.isFile() && !/\.(?:yaml|yml|json)$/.test(absolute)) throw new AppError("A4002", `${shown} is no model: a model is a YAML or JSON file, or a folder with a model.yaml.`, { hint: "Give the path of a model." });
  if (info.isFile()) return modelFiles.includes(basename(absolute)) ? single(dirname(absolute), cwd, dirname(path)) : { places: [fileAt(absolute, path, cwd)], set: false };
  if (!info.isDirectory()) throw new AppError("A4003", `${shown} is neither a file nor a folder.`, { where: fileStart(shown) });
  const entries = await readdir(absolute, { withFileTypes: true }).catch((cause: unknown) => { throw fileError(shown, cause); });
  if (entries.some((entry) => modelFiles.includes(entry.name))) return single(absolute, cwd, path);
  const places = await modelsAmong(entries, absolute, path, cwd);
  if (places.length > 0) return { places: withOwnNames(places), set: true };
  throw new AppError("A4002", `There is no model in ${folderWords(shown)}: no model.yaml, and no file or folder that is one.`, shown === "." ? {} : { hint: `Make a first model there with \`merlon init ${shown}\`, or give the path of a folder with a model.yaml.` });
}

/** A dot at the end of a sentence would look like the folder above. */
function folderWords(shown: string): string {
  return shown === "." ? "this folder" : shown;
}

async function modelsAmong(entries: readonly Dirent[], absolute: string, path: string, cwd: string): Promise<readonly ModelPlace[]> {
  const places: ModelPlace[] = [];
  for (const { name } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(absolute, name);
    const info = await stat(inner).catch(() => undefined);
    if (info?.isDirectory() && (await hasModelFile(inner))) places.push(...single(inner, cwd, join(path, name)).places);
    else if (info?.isFile() && /\.(yaml|yml|json)$/.test(name) && (await isModelFile(inner))) places.push(fileAt(inner, join(path, name), cwd));
  }
  return places;
}

function single(folder: string, cwd: string, path: string): FoundModels {
  return { places: [folderAt(folder, path, cwd)], set: false };
}

export function folderAt(absolute: string, path: string, cwd: string): ModelPlace {
  return { kind: "folder", path: absolute, shown: shownPath(path, cwd), name: basename(absolute) || "model" };
}

export function fileAt(absolute: string, path: string, cwd: string): ModelPlace {
  return { kind: "file", path: absolute, shown: shownPath(path, cwd), name: basename(absolute).replace(/\.(yaml|yml|json)$/, "") };
}

/** Two models of one folder keep apart by the endings of their files. */
export function withOwnNames(places: readonly ModelPlace[]): readonly ModelPlace[] {
  const names = places.map((place) => place.name);
  return places.map((place) => (names.indexOf(place.name) === names.lastIndexOf(place.name) ? place : { ...place, name: basename(place.path) }));
}

async function hasModelFile(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch(() => []);
  return entries.some((name) => modelFiles.includes(name));
}

async function isModelFile(path: string): Promise<boolean> {
  return isModelText(await readText(path).catch(() => ""));
}

export function isModelText(text: string): boolean {
  return /^\s*\{?\s*"?merlon"?\s*:/m.test(text.slice(0, 4000));
}
