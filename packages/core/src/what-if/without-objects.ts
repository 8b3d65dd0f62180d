// A model without some of its objects: what cannot be without them goes too, and what names them forgets them.
import { idSpace, isObject, type PlainObject, type IdSpaceMap } from "../model/maps.ts";
import { titleOf } from "../model/build-fields.ts";
import { mergeSources, type Entry, type EntryMap, type Layer, type Maps } from "../model/merge.ts";
import type { ModelSource } from "../model/read-sources.ts";
import { findReferences, idsIn } from "../model/reference-fields.ts";
import { asList } from "../model/structure.ts";
import { isSameValue } from "../edit/same-value.ts";
import { withValue } from "../edit/edited.ts";
import type { ValueEdit } from "./with-edits.ts";

export interface Gone {
  readonly map: IdSpaceMap;
  readonly id: string;
  readonly title: string;
  /** Why it is not there: `planned`, `goes to \`orders\``. */
  readonly because: string;
}

export interface Without {
  /** Those that were chosen, then those that go with them; by map and id. */
  readonly gone: readonly Gone[];
  /** Fields that other objects lose or have otherwise. */
  readonly changed: readonly { readonly map: IdSpaceMap; readonly id: string; readonly key: string }[];
  readonly edits: readonly ValueEdit[];
}

/** Decisions stay: they outlive what they were about. `chosen`: why, by id. */
export function withoutObjects(sources: readonly ModelSource[], chosen: ReadonlyMap<string, string>): Without {
  const { maps: all } = mergeSources(sources).merged;
  const gone = goneWith(all, chosen);
  const ids: ReadonlySet<string> = new Set(gone.map(({ id }) => id));
  const edits: ValueEdit[] = gone.flatMap(({ map, id }) => (all[map].get(id)?.layers ?? []).map(({ source }): ValueEdit => ({ file: source.parsed.file.path, path: [map, id], value: undefined })));
  const changed: { map: IdSpaceMap; id: string; key: string }[] = [];
  for (const map of idSpace) {
    for (const entry of all[map].values()) {
      if (ids.has(entry.id)) continue;
      const own = entry.layers.flatMap((layer) => layerEdits(entry, layer, ids, all));
      edits.push(...own);
      for (const key of new Set(own.map(({ path }) => path[2]!))) changed.push({ map, id: entry.id, key });
    }
  }
  return { gone, changed, edits };
}

function goneWith(all: Maps, chosen: ReadonlyMap<string, string>): readonly Gone[] {
  const why = new Map(chosen);
  for (let size = -1; size !== why.size;) {
    size = why.size;
    for (const map of idSpace) {
      for (const { id, value } of all[map].values()) {
        const because = why.has(id) ? undefined : needs(map, value as PlainObject, why); // by key only
        if (because !== undefined) why.set(id, because);
      }
    }
  }
  return idSpace.flatMap((map) => [...all[map].values()].filter(({ id }) => why.has(id)).map(({ id, value }): Gone => ({ map, id, title: value.title ?? titleOf(id), because: why.get(id)! })))
    .sort((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)));
}

/** What it cannot be without and is gone. */
function needs(map: (typeof idSpace)[number], value: PlainObject, gone: ReadonlyMap<string, string>): string | undefined {
  const one = (key: string, words: string): string | undefined => (typeof value[key] === "string" && gone.has(value[key]) ? `${words} \`${value[key]}\`` : undefined);
  const every = (key: string, words: string): string | undefined => {
    const ids = asList(value[key] as string | readonly string[] | undefined); // passed its schema
    return ids.length > 0 && ids.every((id) => gone.has(id)) ? `${words} ${ids.map((id) => `\`${id}\``).join(" and ")}` : undefined;
  };
  switch (map) {
    case "flows": return one("from", "comes from") ?? one("to", "goes to");
    case "elements":
    case "data": return one("part-of", "is part of");
    case "controls":
    case "threats": return every("at", "is only at");
    case "assumptions": return every("about", "is only about");
    default: return undefined;
  }
}

function layerEdits({ map, id }: Entry<unknown>, { source, raw }: Layer, gone: ReadonlySet<string>, all: Maps): readonly ValueEdit[] {
  const after = map === "elements" || map === "boundaries" ? rehomed(raw, gone, all) : raw;
  const trimmed = withoutReferences(map, after, gone);
  return Object.keys(raw).filter((key) => !isSameValue(raw[key], trimmed[key])).map((key): ValueEdit => ({ file: source.parsed.file.path, path: [map, id, key], value: trimmed[key] }));
}

/** What was in a boundary that is gone is in the one around it. */
function rehomed(raw: PlainObject, gone: ReadonlySet<string>, { boundaries }: Maps): PlainObject {
  const stated = raw["in"] as string | readonly string[] | undefined; // passed its schema
  if (!asList(stated).some((id) => gone.has(id))) return raw;
  const around = (id: string | undefined, seen: readonly string[] = []): string | undefined =>
    (id === undefined || seen.includes(id) ? undefined : gone.has(id) ? around(boundaries.get(id)?.value.in, [...seen, id]) : id);
  const homes = [...new Set(asList(stated).map((id) => around(id)).filter((id) => id !== undefined))];
  const { in: _, ...rest } = raw;
  return homes.length === 0 ? rest : { ...raw, in: typeof stated === "string" ? homes[0] : homes };
}

/** Items of lists go, one by one, and whole items where the reference is inside of one. */
function withoutReferences(map: EntryMap, raw: PlainObject, gone: ReadonlySet<string>): PlainObject {
  const found = findReferences(map, raw).filter(({ field, text }) => idsIn(field.form, text).some(({ id }) => gone.has(id)));
  // From the end, so that the places of the items before stay.
  return [...found].reverse().reduce<PlainObject>((value, { path }) => {
    const last = path.findLastIndex((step) => typeof step === "number");
    const changed = withValue(value, last < 0 ? path : path.slice(0, last + 1), undefined);
    return isObject(changed) ? changed : {};
  }, raw);
}
