// Gives every imported object an id that a later import gives it again. Objects of the previous import keep theirs; the others get the best name that is theirs alone, never one that depends on position or number.
import type { Described, ModelDocument } from "@merlon/schema";
import { groupBy } from "./group-by.ts";
import { hash, shortId } from "./short-id.ts";
import { joinIds } from "./slug.ts";

export type IdMap = "data" | "boundaries" | "elements" | "flows" | "controls" | "threats";

export interface IdWish {
  /** Tells this object from all others of the import. */
  readonly key: string;
  readonly map: IdMap;
  /** Foreign ids to look for in the previous import, the most exact first. */
  readonly sources: readonly string[];
  /** Ids it would like, best first, given the ids of the phases before it. */
  readonly names: (ids: ReadonlyMap<string, string>) => readonly string[];
  /** The word in front of a short foreign id when it has no name of its own. */
  readonly kind: string;
}

export interface IdBook {
  /** By the keys of the wishes. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Words that mean something in threat ids and values. */
const reserved = ["model", "unknown"];

/** The wishes of a phase come after all those of the phases before it; within a phase nobody has precedence. Keys must differ. Ids in `others` are not given away. */
export function assignIds(phases: readonly (readonly IdWish[])[], system: string, previous?: ModelDocument, others: ReadonlySet<string> = new Set()): IdBook {
  const ids = new Map<string, string>();
  claimKept(phases.flat(), previousIds(system, previous), ids);
  const taken = new Set([...reserved, ...others, ...ids.values()]);
  for (const phase of phases) {
    const open = phase.filter((wish) => !ids.has(wish.key)).map((wish) => ({ wish, names: wish.names(ids) }));
    nameRest(open, taken, ids);
  }
  return { ids };
}

function claimKept(wishes: readonly IdWish[], kept: ReadonlyMap<string, string>, ids: Map<string, string>): void {
  const claimed = new Set<string>();
  const sorted = [...wishes].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const depth = wishes.reduce((most, wish) => Math.max(most, wish.sources.length), 0);
  for (let level = 0; level < depth; level++) {
    for (const wish of sorted) {
      const source = wish.sources[level];
      const id = source === undefined ? undefined : kept.get(`${wish.map} ${source}`);
      if (id === undefined || claimed.has(id) || ids.has(wish.key)) continue;
      claimed.add(id);
      ids.set(wish.key, id);
    }
  }
}

interface Named {
  readonly wish: IdWish;
  readonly names: readonly string[];
}

/** Round by round the next best name; a name that two want, or that is taken, goes to neither. */
function nameRest(wishes: readonly Named[], taken: Set<string>, ids: Map<string, string>): void {
  let open = wishes;
  for (let round = 0; open.length > 0; round++) {
    for (const [name, by] of groupBy(open, (named) => nameOfRound(named, round))) {
      const [only] = by;
      if (only === undefined || by.length > 1 || taken.has(name)) continue;
      taken.add(name);
      ids.set(only.wish.key, name);
    }
    open = open.filter((named) => !ids.has(named.wish.key));
  }
}

/** Its names, then the first name (or its kind) with a short foreign id, then with digests of its key until one is free. */
function nameOfRound({ wish, names }: Named, round: number): string {
  const name = names[round];
  if (name !== undefined) return name;
  const base = names[0] ?? wish.kind;
  const extra = round - names.length;
  if (extra === 0) return joinIds(base, shortId(wish.sources.at(-1) ?? wish.key));
  return joinIds(base, hash(`${wish.key}${"+".repeat(extra - 1)}`));
}

/** `map foreign-id` to our id, for all objects of the previous import that came from this system. */
function previousIds(system: string, previous: ModelDocument | undefined): ReadonlyMap<string, string> {
  const maps: readonly IdMap[] = ["data", "boundaries", "elements", "flows", "controls", "threats"];
  const found = maps.flatMap((map) => Object.entries<Described>(previous?.[map] ?? {}).flatMap(([id, object]) =>
    (object.sources ?? []).filter((source) => source.system === system).map((source) => ({ map, id, source: source.id }))));
  const ids = new Map(found.map(({ map, id, source }) => [`${map} ${source}`, id]));
  for (const { map, id, source } of found) {
    for (const plain of plainOf(source)) if (!ids.has(`${map} ${plain}`)) ids.set(`${map} ${plain}`, id);
  }
  return ids;
}

/** What a foreign id was before something had to tell it apart: `7` for `0/7` (a copied diagram) and for `7#open` (one of several states). */
function plainOf(source: string): readonly string[] {
  return [source.slice(source.lastIndexOf("/") + 1), source.split("#", 1)[0] ?? ""].filter((plain) => plain !== "" && plain !== source);
}
