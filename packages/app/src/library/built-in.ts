// The knowledge that comes with Merlon: one compiled JSON file beside the bundle, the YAML folder when working from source, or what is in memory already.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Library } from "@merlon/schema";
import type { BuiltIn, LoadedLibrary } from "./loaded-library.ts";

export const sourceLibrary: BuiltIn = { folder: fileURLToPath(new URL("../../../../library", import.meta.url)) };

export async function loadBuiltIn(from: BuiltIn): Promise<LoadedLibrary> {
  if ("loaded" in from) return from.loaded;
  if ("file" in from) return { library: JSON.parse(await readFile(from.file, "utf8")) as Library, diagnostics: [] }; // written by our own build
  // Reading rules needs their whole schema, which the compiled library makes needless: loaded only here and for packs of the user.
  const { readPackFolder, assemble } = await import("./pack-folder.ts");
  return assemble(await readPackFolder(from.folder, "library"));
}
