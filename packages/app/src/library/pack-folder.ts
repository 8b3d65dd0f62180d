// Reads packs from folders and puts them together. A module of its own, because it loads the schema of rules.
import { assembleLibrary, readPack, type Pack } from "@merlon/engine";
import type { Library } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { readFolder } from "../files/read-folder.ts";
import { shownInside } from "../files/shown-path.ts";
import type { LoadedLibrary } from "./loaded-library.ts";

/** Diagnostics of the pack name its files as the person sees them. */
export async function readPackFolder(folder: string, shown: string = folder): Promise<Pack> {
  const files = await readFolder(folder, { shown, wanted: (path) => path.endsWith(".yaml") });
  const pack = readPack(files);
  if (!pack) throw new AppError("A4005", `There is no pack.yaml in ${shown}.`, { where: fileStart(shown) });
  const diagnostics = pack.diagnostics.map((d) => (d.where ? { ...d, where: { ...d.where, file: shownInside(shown, d.where.file) } } : d));
  return { ...pack, from: shown, diagnostics };
}

export function assemble(packs: readonly Pack[], onTop?: Library): LoadedLibrary {
  return assembleLibrary(packs, onTop);
}
