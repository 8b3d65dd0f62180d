// Which packs the header of a model means: `default` for those that are on by themselves, a pack's id, `-id` for one less, `./folder` for one's own.
import { nearest } from "@merlon/core";
import type { Library, PackInfo } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { WantedPack } from "./packs-of.ts";

export interface ChosenPacks {
  /** Ids of packs that come with Merlon. */
  readonly builtIn: ReadonlySet<string>;
  /** Packs of one's own, by the path in `name`. */
  readonly own: readonly WantedPack[];
}

const DEFAULT = "default";

/** `packs` undefined: the header names none, which means the default ones. */
export function choosePacks(packs: readonly WantedPack[] | undefined, known: readonly PackInfo[]): ChosenPacks {
  const defaults = known.filter(isDefault).map(({ id }) => id);
  if (!packs) return { builtIn: new Set(defaults), own: [] };
  const own = packs.filter(({ name }) => isPath(name));
  const words = packs.filter(({ name }) => !isPath(name));
  const less = words.filter(({ name }) => name.startsWith("-"));
  const more = words.filter(({ name }) => !name.startsWith("-"));
  for (const word of words) assertKnown(word, known);
  if (less[0] && more.length === 0) {
    throw new AppError("A4005", `\`${less[0].name}\` takes a pack away, but there is nothing to take it from.`, { where: less[0].where, hint: `Write \`packs: [default, ${less.map(({ name }) => name).join(", ")}]\`.` });
  }
  const chosen = new Set(more.flatMap(({ name }) => (name === DEFAULT ? defaults : [name])));
  for (const { name } of less) chosen.delete(name.slice(1));
  return { builtIn: chosen, own };
}

function assertKnown({ name, where }: WantedPack, known: readonly PackInfo[]): void {
  const id = name.replace(/^-/, "");
  const ids = known.map((pack) => pack.id);
  if (ids.includes(id) || name === DEFAULT) return;
  const close = nearest(id, [...ids, DEFAULT]);
  const message = `The model asks for the rule pack \`${id}\`, which is not installed${close === undefined ? "" : `; did you mean \`${close}\`?`}`;
  throw new AppError("A4005", `${message}${message.endsWith("?") ? "" : "."}`, { where, hint: `These are installed: ${ids.join(", ")}. One of your own is named by its path, as in \`./rules\`.` });
}

function isPath(name: string): boolean {
  return name.startsWith("./") || name.startsWith("../");
}

function isDefault(pack: PackInfo): boolean {
  return pack.default !== "off";
}

/** Switching a pack off takes its rules away; its vocabulary stays, so that models still read. */
export function withPacks(library: Library, ids: ReadonlySet<string>): Library {
  const off = new Set(library.packs.flatMap(({ id }) => (ids.has(id) ? [] : [id])));
  if (off.size === 0) return library;
  return { ...library, packs: library.packs.filter(({ id }) => !off.has(id)), rules: library.rules.filter(({ pack }) => !off.has(pack)) };
}

const remembered = new WeakMap<Library, Library>();

/** What a model gets that names no packs: the same object each time, so that what was prepared for it is found again. */
export function withDefaultPacks(library: Library): Library {
  const found = remembered.get(library) ?? withPacks(library, choosePacks(undefined, library.packs).builtIn);
  remembered.set(library, found);
  return found;
}
