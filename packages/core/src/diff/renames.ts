// Declared renames between two versions: an object of head that was called otherwise in base. Base is then told in the names of head.
import type { ModelOperation } from "@merlon/schema";
import { idSpace, isObject, type PlainObject, type SystemMap } from "../model/maps.ts";
import { idsIn, referenceFields } from "../model/reference-fields.ts";
import type { EntryMap } from "../model/merge.ts";
import { writtenMaps, type WrittenMap, type WrittenModel } from "./written-model.ts";

export interface Renames {
  /** By the name in base. */
  readonly byOld: ReadonlyMap<string, { readonly id: string; readonly map: SystemMap }>;
}

export function renamesBetween(base: WrittenModel, head: WrittenModel): Renames {
  const byOld = new Map<string, { id: string; map: SystemMap }>();
  for (const map of idSpace) {
    for (const [id, { formerly }] of head.maps[map as WrittenMap]) {
      for (const old of Array.isArray(formerly) ? formerly.map(String) : []) {
        if (base.maps[map as WrittenMap].has(old) && !base.maps[map as WrittenMap].has(id) && !head.maps[map as WrittenMap].has(old)) byOld.set(old, { id, map });
      }
    }
  }
  return { byOld };
}

/** Every reference follows, in keys of decisions too, unless something is decided under the new name. In head that is what still has the old name. */
export function renamed(model: WrittenModel, { byOld }: Renames): WrittenModel {
  if (byOld.size === 0) return model;
  const name = (id: string): string => byOld.get(id)?.id ?? id;
  const keyOf = (map: WrittenMap, id: string): string => {
    const now = map === "decisions" ? inText("decision-key", id, name) : name(id);
    return model.maps[map].has(now) ? id : now;
  };
  const maps = Object.fromEntries(writtenMaps.map((map) => [map, new Map([...model.maps[map]].map(([id, object]) => [keyOf(map, id), withReferences(map, object, name)]))]));
  return { header: model.header, maps: maps as unknown as WrittenModel["maps"] }; // every map, as before
}

/** What was renamed, or what is decided about it, under its old name. */
export function formerName({ byOld }: Renames, map: ModelOperation["map"], id: string): string {
  const old = (live: string): string => [...byOld].find(([, now]) => now.id === live)?.[0] ?? live;
  return map === "decisions" ? inText("decision-key", id, old) : old(id);
}

function withReferences(map: WrittenMap, object: PlainObject, name: (id: string) => string): PlainObject {
  return referenceFields[map as EntryMap].reduce((changed, { path, form }) => replaced(changed, path, (text) => inText(form, text, name)) as PlainObject, object);
}

function replaced(value: unknown, path: readonly string[], change: (text: string) => string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === "string" ? change(item) : item));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), inner])) : value;
  }
  if (step === "*") return Array.isArray(value) ? value.map((item) => replaced(item, rest, change)) : value;
  return isObject(value) && value[step] !== undefined ? { ...value, [step]: replaced(value[step], rest, change) } : value;
}

/** From the end, so that places before stay. */
function inText(form: Parameters<typeof idsIn>[0], text: string, name: (id: string) => string): string {
  return [...idsIn(form, text)].sort((a, b) => b.start - a.start).reduce((changed, { id, start }) => changed.slice(0, start) + name(id) + changed.slice(start + id.length), text);
}
