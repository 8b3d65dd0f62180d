// From a place on disk to a model: its files, the library it asks for, and what is wrong with either.
import { dirname, relative, sep } from "node:path";
import { fileRole, readModel, readYaml, type Model, type SourceFile } from "@merlon/core";
import type { Diagnostic, Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { readFolder, readText } from "../files/read-folder.ts";
import { libraryFor, type LoadedLibrary } from "../library/load-library.ts";
import type { ModelPlace } from "./find-models.ts";

export interface LoadedModel {
  readonly place: ModelPlace;
  readonly model: Model;
  readonly library: Library;
  /** Paths as shown to people: relative to where they stand. */
  readonly files: readonly SourceFile[];
  /** Folder prefix of `files`, `""` for a single file. */
  readonly root: string;
  /** Of the model and of its own packs, sorted. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface LoadOptions {
  readonly builtIn: LoadedLibrary;
  /** YYYY-MM-DD */
  readonly at: string;
}

export async function loadModel(place: ModelPlace, options: LoadOptions): Promise<LoadedModel> {
  const { files, root } = await readModelFiles(place);
  const folder = place.kind === "folder" ? place.path : dirname(place.path);
  const { library, diagnostics: packProblems } = await libraryFor(packsOf(files, root), folder, options.builtIn);
  const { model, diagnostics } = readModel(files, library, { root, at: options.at });
  return { place, model, library, files, root, diagnostics: [...packProblems, ...diagnostics] };
}

/** A model that may be worked with; throws with all errors when there are any. */
export async function loadSoundModel(place: ModelPlace, options: LoadOptions): Promise<LoadedModel> {
  const loaded = await loadModel(place, options);
  const errors = loaded.diagnostics.filter((d) => d.severity === "error");
  if (errors.length === 0) return loaded;
  const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
  throw new AppError("A4006", `The model in ${place.path} has ${count}.`, { diagnostics: loaded.diagnostics });
}

async function readModelFiles(place: ModelPlace): Promise<{ readonly files: readonly SourceFile[]; readonly root: string }> {
  if (place.kind === "file") return { files: [{ path: shown(place.path), text: await readText(place.path) }], root: "" };
  const root = shown(place.path);
  const prefix = root === "" || root === "." ? "" : `${root}/`;
  const found = await readFolder(place.path, (path) => fileRole(path) !== undefined);
  return { files: found.map((f) => ({ path: prefix + f.path, text: f.text })), root: prefix };
}

/** The path from where the person stands, with forward slashes. */
function shown(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return (fromHere.startsWith("..") ? path : fromHere).split(sep).join("/");
}

/** The packs the header names, found without reading the whole model twice: most models name none. */
function packsOf(files: readonly SourceFile[], root: string): readonly string[] | undefined {
  const header = files.find((f) => /^model\.(yaml|yml|json)$/.test(f.path.slice(root.length))) ?? (files.length === 1 ? files[0] : undefined);
  if (!header || !/^\s*"?packs"?\s*:/m.test(header.text)) return undefined;
  const value = readYaml(header).value;
  const packs = typeof value === "object" && value !== null ? (value as { readonly packs?: unknown }).packs : undefined;
  return Array.isArray(packs) ? packs.map(String) : undefined;
}
