// The library one model is analysed with: built-in packs by id, the user's own by a path relative to the model's folder.
import { join, relative, resolve } from "node:path";
import type { Pack } from "@merlon/engine";
import type { Library } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { shownPath } from "../files/shown-path.ts";
import type { Session } from "../session.ts";
import type { LoadedLibrary } from "./loaded-library.ts";
import type { WantedPack } from "./packs-of.ts";

export interface ModelLibrary extends LoadedLibrary {
  /** The packs that the model brings. */
  readonly own: readonly Pack[];
}

export async function libraryFor(packs: readonly WantedPack[] | undefined, folder: string, session: Session): Promise<ModelLibrary> {
  const { builtIn } = session;
  if (!packs) return { ...builtIn, own: [] };
  const known = builtIn.library.packs.map((pack) => pack.id);
  const own = packs.filter((pack) => isPath(pack.name));
  const unknown = packs.find((pack) => !isPath(pack.name) && !known.includes(pack.name));
  if (unknown) {
    throw new AppError("A4005", `The model asks for the rule pack \`${unknown.name}\`, which is not installed; these are: ${known.join(", ")}.`, { where: unknown.where });
  }
  const names = packs.map((pack) => pack.name);
  const base = without(builtIn.library, known.filter((id) => !names.includes(id)));
  if (own.length === 0) return { ...builtIn, library: base, own: [] };
  return withOwn(base, own, folder, session);
}

async function withOwn(base: Library, own: readonly WantedPack[], folder: string, session: Session): Promise<ModelLibrary> {
  const { assemble, readPackFolder } = await import("./pack-folder.ts");
  const packs: Pack[] = [];
  for (const { name, where } of own) {
    const path = resolve(folder, name);
    if (path === folder) throw new AppError("A4005", `The rule pack \`${name}\` is the model's own folder.`, { where });
    const shown = shownPath(join(relative(session.cwd, folder), name), session.cwd);
    packs.push(await readPackFolder(path, shown).catch((error: unknown) => { throw located(error, name, where); }));
  }
  return { ...session.limit(() => assemble(packs, base)), own: packs };
}

/** A pack that is not there is the header's fault. */
function located(error: unknown, name: string, where: WantedPack["where"]): unknown {
  if (!(error instanceof AppError) || error.code !== "A4001") return error;
  return new AppError("A4005", `There is no rule pack at \`${name}\`.`, { where, cause: error });
}

function isPath(name: string): boolean {
  return name.startsWith("./") || name.startsWith("../");
}

/** Switching a pack off takes its rules away; its vocabulary stays, so that models still read. */
function without(library: Library, off: readonly string[]): Library {
  if (off.length === 0) return library;
  return { ...library, packs: library.packs.filter((pack) => !off.includes(pack.id)), rules: library.rules.filter((rule) => !off.includes(rule.pack)) };
}
