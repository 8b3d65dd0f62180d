// Where in a document an id stands that is to be renamed, as key or in a value, and what the document must say afterwards.
import { isObject } from "../model/maps.ts";
import type { PlainObject } from "../model/maps.ts";
import type { EntryMap } from "../model/merge.ts";
import { findReferences, idsIn, referenceFields } from "../model/reference-fields.ts";
import type { ReferenceField } from "../model/reference-fields.ts";
import type { Path } from "../text/tree.ts";

/** `map` is where the object is declared: a word after `+` in a threat id is an id only of data. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly map: EntryMap;
}

export interface Place {
  readonly path: Path;
  /** In the key of the path's last step, or in its value. */
  readonly inKey: boolean;
  readonly before: string;
  readonly after: string;
}

export function placesToRename(document: PlainObject, renaming: Renaming): readonly Place[] {
  const places = importPlaces(document, renaming);
  for (const map of Object.keys(referenceFields) as EntryMap[]) { // its keys are all entry maps
    const entries = document[map];
    if (!isObject(entries)) continue;
    for (const [id, object] of Object.entries(entries)) {
      const key = renamedKey(map, id, object, renaming);
      if (key !== id) places.push({ path: [map, id], inKey: true, before: id, after: key });
      places.push(...referencePlaces([map, id], object, renaming));
    }
  }
  return places;
}

function importPlaces({ imports }: PlainObject, { from, to, map }: Renaming): Place[] {
  if (!isObject(imports) || map !== "elements") return [];
  return Object.entries(imports).flatMap(([id, imported]) =>
    isObject(imported) && imported["as"] === from ? [{ path: ["imports", id, "as"], inKey: false, before: from, after: to }] : []);
}

/** The key of an object itself: its id, or what a decision is about. The key of a bulk decision is a word of its own. */
function renamedKey(map: EntryMap, key: string, object: unknown, renaming: Renaming): string {
  if (map === renaming.map) return key === renaming.from ? renaming.to : key;
  if (map !== "decisions") return key;
  const isSlug = !key.includes("@");
  if (isSlug && (renaming.map !== "threats" || (isObject(object) && "match" in object))) return key;
  return renamedText("decision-key", key, renaming);
}

function referencePlaces(start: readonly [EntryMap, string], object: unknown, renaming: Renaming): readonly Place[] {
  return findReferences(start[0], object).flatMap(function toPlace({ field, path, text }) {
    const after = takes(field, renaming, text) ? renamedText(field.form, text, renaming) : text;
    return after === text ? [] : [{ path: [...start, ...path], inKey: field.form === "key-of", before: text, after }];
  });
}

function takes(field: ReferenceField, { map }: Renaming, text: string): boolean {
  return field.takes.includes(map) || ((field.form === "threat-id" || field.form === "decision-key") && text.includes("@"));
}

function renamedText(form: ReferenceField["form"], text: string, { from, to, map }: Renaming): string {
  let renamed = text;
  for (const { id, start } of [...idsIn(form, text)].reverse()) {
    const isDetail = (form === "threat-id" || form === "decision-key") && text[start - 1] === "+";
    if (id !== from || (isDetail && map !== "data")) continue;
    renamed = renamed.slice(0, start) + to + renamed.slice(start + from.length);
  }
  return renamed;
}

/** The document with every place changed. */
export function withPlaces(document: PlainObject, places: readonly Place[]): unknown {
  return rebuild(document, places.map((place) => ({ place, rest: place.path })));
}

interface Pending {
  readonly place: Place;
  readonly rest: Path;
}

function rebuild(value: unknown, pending: readonly Pending[]): unknown {
  const own = pending.find(({ place, rest }) => rest.length === 0 && !place.inKey);
  if (own !== undefined) return own.place.after;
  if (pending.length === 0) return value;
  const below = (step: string | number): readonly Pending[] =>
    pending.flatMap(({ place, rest }) => (rest[0] === step ? [{ place, rest: rest.slice(1) }] : []));
  if (Array.isArray(value)) return value.map((item: unknown, index) => rebuild(item, below(index)));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(function renamedEntry([key, inner]) {
    const mine = below(key);
    const renamed = mine.find(({ place, rest }) => rest.length === 0 && place.inKey);
    return [renamed?.place.after ?? key, rebuild(inner, mine.filter((item) => item !== renamed))];
  }));
}
