// The library one model is analysed with: built-in packs by id, the user's own by a path relative to the model's folder.
import { join, relative, resolve } from "node:path";
import type { Pack } from "@merlon/engine";
import type { Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { shownPath } from "../files/shown-path.ts";
import { onDisk, type TextFiles } from "../files/text-files.ts";
import type { Session } from "../session.ts";
import { choosePacks, withDefaultPacks, withPacks } from "./choose-packs.ts";
import type { LoadedLibrary } from "./loaded-library.ts";
import type { WantedPack } from "./packs-of.ts";

export interface ModelLibrary extends LoadedLibrary {
  /** The packs that the model brings. */
  readonly own: readonly Pack[];
}

export async function libraryFor(packs: readonly WantedPack[] | undefined, folder: string, session: Session, from = onDisk): Promise<ModelLibrary> {
  const { library, diagnostics } = session.builtIn;
  if (!packs) return { library: withDefaultPacks(library), diagnostics, own: [] };
  const chosen = choosePacks(packs, library.packs);
  const base = withPacks(library, chosen.builtIn);
  return chosen.own.length === 0 ? { library: base, diagnostics, own: [] } : withOwn(base, chosen.own, { folder, session, from });
}

async function withOwn(base: Library, own: readonly WantedPack[], { folder, session, from }: { readonly folder: string; readonly session: Session; readonly from: TextFiles }): Promise<ModelLibrary> {
  const { assemble, readPackFolder } = await import("./pack-folder.ts");
  const packs: Pack[] = [];
  for (const { name, where } of own) {
    const path = resolve(folder, name);
    if (path === folder) throw new AppError("A4005", `The rule pack \`${name}\` is the model's own folder.`, { where });
    const shown = shownPath(join(relative(session.cwd, folder), name), session.cwd);
    packs.push(...await readPackFolder(path, shown, from).catch((error: unknown) => { throw located(error, name, where); }));
  }
  return { ...session.limit(() => assemble(packs, base)), own: packs };
}

/** A pack that is not there is the header's fault. */
function located(error: unknown, name: string, where: WantedPack["where"]): unknown {
  if (!(error instanceof AppError) || !["A4001", "A4005"].includes(error.code)) return error;
  return new AppError("A4005", error.code === "A4001" ? `There is no rule pack at \`${name}\`.` : error.message, { where, cause: error });
}
