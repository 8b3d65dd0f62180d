// Reads packs from folders and puts them together. A module of its own, because it loads the schema of rules.
import { assembleLibrary, readPacks, type Pack } from "@merlon/engine";
import type { Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import { onDisk } from "../files/text-files.ts";
import type { LoadedLibrary } from "./loaded-library.ts";

/** The pack of the folder and then those inside it. Diagnostics name the files as the person sees them. */
export async function readPackFolder(folder: string, shown: string = folder, from = onDisk): Promise<readonly [Pack, ...Pack[]]> {
  const files = await from.folder(folder, { shown, wanted: (path) => path.endsWith(".yaml") });
  const root = shownInside(shown, "");
  const [pack, ...inside] = readPacks(files.map(({ path, text }) => ({ path: root + path, text })));
  if (pack?.root !== root) throw new AppError("A4005", `There is no pack.yaml in \`${shown}\`.`, { hint: "Give a pack's folder, or write one with `merlon pack new rules`." });
  return [pack, ...inside];
}

export function assemble(packs: readonly Pack[], onTop?: Library): LoadedLibrary {
  return assembleLibrary(packs, onTop);
}
