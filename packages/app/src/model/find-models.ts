// What a path given by a person stands for: one model folder, one model file, or a folder of models.
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError } from "../app-error.ts";
import { fileError, readText } from "../files/read-folder.ts";

export interface ModelPlace {
  readonly kind: "folder" | "file";
  /** As the person would write it. */
  readonly path: string;
  readonly name: string;
}

const MODEL_FILES = ["model.yaml", "model.yml", "model.json"];

/** One place, or several for a folder of models (`set`). */
export async function findModels(path: string): Promise<{ readonly places: readonly ModelPlace[]; readonly set: boolean }> {
  const info = await stat(path).catch((cause: unknown) => { throw fileError(path, cause); });
  if (info.isFile()) {
    if (MODEL_FILES.includes(basename(path))) return { places: [{ kind: "folder", path: dirname(path), name: nameOf(dirname(path)) }], set: false };
    return { places: [{ kind: "file", path, name: nameOf(path) }], set: false };
  }
  const entries = await readdir(path, { withFileTypes: true }).catch((cause: unknown) => { throw fileError(path, cause); });
  if (entries.some((e) => e.isFile() && MODEL_FILES.includes(e.name))) return { places: [{ kind: "folder", path, name: nameOf(path) }], set: false };
  const places: ModelPlace[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory() && (await hasModelFile(inner))) places.push({ kind: "folder", path: inner, name: entry.name });
    else if (entry.isFile() && /\.(yaml|yml|json)$/.test(entry.name) && (await isModelFile(inner))) places.push({ kind: "file", path: inner, name: nameOf(inner) });
  }
  if (places.length === 0) throw new AppError("A4002", `There is no model in ${path}: no model.yaml, and no file or folder that is one.`);
  return { places, set: true };
}

async function hasModelFile(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch(() => []);
  return entries.some((name) => MODEL_FILES.includes(name));
}

async function isModelFile(path: string): Promise<boolean> {
  const text = await readText(path).catch(() => "");
  return /^\s*"?merlon"?\s*:/m.test(text.slice(0, 4000));
}

function nameOf(path: string): string {
  const name = basename(path === "." ? process.cwd() : path).replace(/\.(yaml|yml|json)$/, "");
  return name === "" ? "model" : name;
}
