// Takes out of a document what Zod's strict objects cannot admit: `x-…` extensions everywhere, and the characteristics of the loaded packs
// on elements, flows and boundaries. The document itself is not changed; untouched parts are shared.
import type { LibraryIndex } from "./library-index.ts";
import { characteristicTargets, isObject, mapNames } from "./maps.ts";
import type { PlainObject } from "./maps.ts";

/** Maps whose keys are people's own words, so that a key starting with `x-` means nothing special. */
const wordMaps = new Set(["levels", "class", "facts", "positions", "inside"]);
const entryMaps: ReadonlySet<string> = new Set(mapNames);

export function liftDocument(document: PlainObject, index: LibraryIndex): PlainObject {
  const lifted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(document)) {
    if (!isExtension(key)) lifted[key] = liftEntry(key, value, index);
  }
  return lifted;
}

/** The value of one key of a document. */
export function liftEntry(key: string, value: unknown, index: LibraryIndex): unknown {
  return entryMaps.has(key) && isObject(value) ? liftEntries(key, value, index) : liftValue(key, value);
}

function liftEntries(map: string, entries: PlainObject, index: LibraryIndex): PlainObject {
  const target = Object.entries(characteristicTargets).find(([name]) => name === map)?.[1];
  const isLifted = target === undefined
    ? isExtension
    : (key: string): boolean => isExtension(key) || key.includes(".") || index.keys[target].has(key);
  const lifted: Record<string, unknown> = {};
  for (const [id, entry] of Object.entries(entries)) lifted[id] = isObject(entry) ? liftObject(entry, isLifted) : entry;
  return lifted;
}

export function isExtension(key: string): boolean {
  return key.startsWith("x-");
}

function liftObject(object: PlainObject, isLifted: (key: string) => boolean): PlainObject {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) {
    if (!isLifted(key)) kept[key] = liftValue(key, value);
  }
  return kept;
}

function liftValue(key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || wordMaps.has(key)) return value;
  if (Array.isArray(value)) return value.some(isObject) ? value.map((item) => liftValue("", item)) : value;
  return isObject(value) ? liftObject(value, isExtension) : value;
}
