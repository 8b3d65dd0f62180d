// What people and importers wrote, as one set of plain objects: what a diff compares and what an undone change is put back into.
import { mapNames, isObject, type MapName, type PlainObject } from "../model/maps.ts";
import type { StatedProvenance } from "../model/model.ts";
import type { ModelSource } from "../model/read-sources.ts";
import { outranks, provenanceOf, takeApart } from "../values/characteristic-value.ts";
import { whereIs } from "../text/parsed-file.ts";
import type { Where } from "@merlon/schema";

export type WrittenMap = Exclude<MapName, "views" | "evidence" | "imports">;
export const writtenMaps: readonly WrittenMap[] = mapNames.filter((map): map is WrittenMap => map !== "views" && map !== "evidence" && map !== "imports");

export interface WrittenModel {
  /** `id`, `stage`, `packs` and the rest of the header, without the maps. */
  readonly header: PlainObject;
  readonly maps: { readonly [M in WrittenMap]: ReadonlyMap<string, PlainObject> };
}

/**
 * Key by key as a model reads it: of fields what people wrote wins, of characteristics what has the better provenance (what an importer saw outranks what people declare).
 * `isCharacteristic`: whether a key is one.
 */
export function writtenModel(documents: readonly ModelSource[], isCharacteristic: (key: string) => boolean): WrittenModel {
  const maps = Object.fromEntries(writtenMaps.map((map) => [map, new Map<string, PlainObject>()])) as Record<WrittenMap, Map<string, PlainObject>>;
  let header: PlainObject = {};
  for (const { role, raw } of documents) {
    if (role === "lock" || role === "policy" || role === "views") continue;
    if (role === "model") header = Object.fromEntries(Object.entries(raw).filter(([key]) => !(mapNames as readonly string[]).includes(key) && key !== "policy" && key !== "evidence" && key !== "views"));
    for (const map of writtenMaps) {
      for (const [id, value] of isObject(raw[map]) ? Object.entries(raw[map]) : []) {
        const own = isObject(value) ? value : { levels: value };
        maps[map].set(id, layered(maps[map].get(id), role === "imported" ? marked(own, isCharacteristic) : own, isCharacteristic));
      }
    }
  }
  return { header, maps };
}

/** Later layers fill gaps, and outrank characteristics of a lesser provenance. */
function layered(first: PlainObject | undefined, next: PlainObject, isCharacteristic: (key: string) => boolean): PlainObject {
  if (!first) return next;
  const better = Object.entries(next).filter(([key, value]) => first[key] === undefined || (isCharacteristic(key) && takeApart(value).value !== "unknown" && outranks(provenanceIn(value), provenanceIn(first[key]))));
  return { ...first, ...Object.fromEntries(better) };
}

function provenanceIn(value: unknown): StatedProvenance {
  const { source } = takeApart(value);
  return (source === undefined ? undefined : provenanceOf(source)) ?? "declared";
}

/** Says in the value itself that it was imported, since one document is made of all. */
function marked(object: PlainObject, isCharacteristic: (key: string) => boolean): PlainObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, !isCharacteristic(key) || (isObject(value) && value["source"] !== undefined) ? value : { ...(isObject(value) ? value : { value }), source: "imported" }]));
}

/** Where an object, or a key of it, is written; undefined when it is not. */
export function whereWritten(documents: readonly ModelSource[], map: WrittenMap | "header", id: string, key?: string): Where | undefined {
  const source = documents.find(({ role, raw }) => {
    if (map === "header") return role === "model";
    const object = isObject(raw[map]) ? raw[map][id] : undefined;
    return object !== undefined && (key === undefined || (isObject(object) && object[key] !== undefined));
  });
  if (!source) return key === undefined ? undefined : whereWritten(documents, map, id);
  return whereIs(source.parsed, [...(map === "header" ? [] : [map, id]), ...(key === undefined ? [] : [key])]);
}

/** As one document of the format, to be read again. */
export function asDocument({ header, maps }: WrittenModel): PlainObject {
  const filled = writtenMaps.filter((map) => maps[map].size > 0).map((map) => [map, Object.fromEntries([...maps[map]].map(([id, value]) => [id, plainScale(map, value)]))]);
  return { ...header, ...Object.fromEntries(filled) };
}

/** The short form of a scale is a list, not a map. */
function plainScale(map: WrittenMap, value: PlainObject): unknown {
  return map === "scales" && Object.keys(value).length === 1 && Array.isArray(value["levels"]) ? value["levels"] : value;
}
