// The knowledge a model is analysed with: the packs that come with Merlon, plus the user's own folders.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { assembleLibrary, readPack, type Pack } from "@merlon/engine";
import type { Diagnostic, Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { readFolder } from "../files/read-folder.ts";

export interface LoadedLibrary {
  readonly library: Library;
  readonly diagnostics: readonly Diagnostic[];
}

/** The compiled library (one JSON file beside the bundle), or the YAML folder of the repository when working from source. */
export type BuiltIn = { readonly file: string } | { readonly folder: string };

export const sourceLibrary: BuiltIn = { folder: fileURLToPath(new URL("../../../../library", import.meta.url)) };

export async function loadBuiltIn(from: BuiltIn): Promise<LoadedLibrary> {
  if ("file" in from) return { library: JSON.parse(await readFile(from.file, "utf8")) as Library, diagnostics: [] };
  return assembleLibrary([await readPackFolder(from.folder)]);
}

export async function readPackFolder(folder: string): Promise<Pack> {
  const files = await readFolder(folder, (path) => path.endsWith(".yaml"));
  const pack = readPack(files);
  if (!pack) throw new AppError("A4005", `There is no pack.yaml in ${folder}.`);
  return pack;
}

/** The library for a model: built-in packs by id, the user's by a path relative to the model's folder. */
export async function libraryFor(packs: readonly string[] | undefined, modelFolder: string, builtIn: LoadedLibrary): Promise<LoadedLibrary> {
  if (!packs) return builtIn;
  const known = builtIn.library.packs.map((p) => p.id);
  const own: Pack[] = [];
  for (const name of packs) {
    if (name.startsWith("./") || name.startsWith("../")) own.push(await readPackFolder(join(modelFolder, name)));
    else if (!known.includes(name)) {
      throw new AppError("A4005", `The model asks for the rule pack "${name}", which is not installed; these are: ${known.join(", ")}.`);
    }
  }
  const base = without(builtIn.library, known.filter((id) => !packs.includes(id)));
  return own.length === 0 ? { ...builtIn, library: base } : merge(base, own);
}

/** Switching a pack off takes its rules away; its vocabulary stays, so that models still read. */
function without(library: Library, off: readonly string[]): Library {
  if (off.length === 0) return library;
  return { ...library, packs: library.packs.filter((p) => !off.includes(p.id)), rules: library.rules.filter((r) => !off.includes(r.pack)) };
}

function merge(base: Library, own: readonly Pack[]): LoadedLibrary {
  const { library, diagnostics } = assembleLibrary(own, base);
  return { library, diagnostics };
}
