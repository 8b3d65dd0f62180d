// What stands in the wrong column or under a wrong name makes many errors of one cause. This finds the cause, says it once,
// and tells which other errors follow from it.
import type * as z from "zod";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { whereIs } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { Path } from "../text/tree.ts";
import { describePath, isMapName, isObject, wordFor, withArticle } from "./maps.ts";
import type { MapName, PlainObject } from "./maps.ts";
import { knownKeys } from "./schema-walk.ts";

export type Covered = ReadonlySet<string>;

export interface Layout {
  readonly diagnostics: readonly Diagnostic[];
  /** What the schema says about these places and what is in them follows from the causes. */
  readonly covered: Covered;
  /** Ids that were written where they are not read: references to them are not wrong too. */
  readonly lost: readonly string[];
}

interface Source {
  readonly parsed: ParsedFile;
  readonly raw: PlainObject;
  readonly schema: z.ZodType;
}

export function explainLayout(source: Source): Layout {
  const tops = new Set(knownKeys(source.schema, []));
  const maps = Object.keys(source.raw).filter((key): key is MapName => isMapName(key) && key !== "scales" && tops.has(key));
  const found = [...maps.flatMap((map) => [...mapsInside(source, map), ...fieldsAmongIds(source, map)]), ...entriesOutside(source, maps, tops)];
  return {
    diagnostics: found.map(({ diagnostic }) => diagnostic),
    covered: new Set(found.flatMap(({ covered }) => covered).map(keyOf)),
    lost: [...found.flatMap(({ lost }) => lost), ...unreadIds(source, maps, tops)],
  };
}

interface Cause {
  readonly diagnostic: Diagnostic;
  readonly covered: readonly Path[];
  readonly lost: readonly string[];
}

/** `flows:` too far right: it looks like an element called `flows`, or like a key of the last element. */
function mapsInside({ parsed, raw, schema }: Source, map: MapName): readonly Cause[] {
  const fields = new Set(knownKeys(schema, [map, "any"]));
  const places = entriesOf(raw[map]).flatMap(([id, entry]) => [
    { path: [map, id], name: id, value: entry },
    ...entriesOf(entry).filter(([key]) => !fields.has(key)).map(([key, value]) => ({ path: [map, id, key], name: key, value })),
  ]);
  return places.filter(({ name, value }) => isMapName(name) && isMapOfMaps(value)).map(function cause({ path, name, value }) {
    const parent = path.slice(0, -1);
    const object = parent.length === 1 ? `\`${map}\`` : describePath(parent);
    return { diagnostic: diagnose("C1028", whereIs(parsed, path), { key: name, object }), covered: [path], lost: Object.keys(value ?? {}) };
  });
}

/** The fields of an object too far left: they look like further objects. */
function fieldsAmongIds({ parsed, raw, schema }: Source, map: MapName): readonly Cause[] {
  const entries = entriesOf(raw[map]);
  const fields = new Set(knownKeys(schema, [map, "any"]));
  const stray = entries.filter(([id, value]) => fields.has(id) && value !== null && !isObject(value)).map(([id]) => id);
  const [first] = stray;
  if (first === undefined) return [];
  const owner = entries[entries.findIndex(([id]) => id === first) - 1];
  const isOwner = owner !== undefined && owner[1] === null;
  const diagnostic = diagnose("C1029", whereIs(parsed, [map, first]), {
    keys: listed(stray), among: `the ids of \`${map}\``, object: isOwner ? describePath([map, owner[0]]) : withArticle(wordFor(map)),
  });
  return [{ diagnostic, covered: [...stray, ...(isOwner ? [owner[0]] : [])].map((id) => [map, id]), lost: isOwner ? [owner[0]] : [] }];
}

/** Objects in the same column as their map's name, which is then empty. */
function entriesOutside({ parsed, raw }: Source, maps: readonly MapName[], tops: ReadonlySet<string>): readonly Cause[] {
  const keys = Object.keys(raw);
  return maps.filter((map) => raw[map] === null).flatMap(function cause(map) {
    const after = keys.slice(keys.indexOf(map) + 1);
    const end = after.findIndex((key) => tops.has(key) || !isObject(raw[key]));
    const ids = end < 0 ? after : after.slice(0, end);
    const [first] = ids;
    if (first === undefined) return [];
    return [{
      diagnostic: diagnose("C1029", whereIs(parsed, [first]), { keys: listed(ids), among: "the maps", object: `\`${map}\`` }),
      covered: [[map], ...ids.map((id) => [id])], lost: ids,
    }];
  });
}

/** Ids under a top key that nobody knows, or in a list that should be a map. */
function unreadIds({ raw }: Source, maps: readonly MapName[], tops: ReadonlySet<string>): readonly string[] {
  const unknown = Object.keys(raw).filter((key) => !tops.has(key) && !key.startsWith("x-"));
  return [...unknown, ...maps].flatMap(function idsUnder(key) {
    const value = raw[key];
    if (Array.isArray(value)) return value.map((item: unknown) => (isObject(item) ? item["id"] : item)).filter((id) => typeof id === "string");
    return isObject(value) && !tops.has(key) ? Object.keys(value) : [];
  });
}

function listed(keys: readonly string[]): string {
  const quoted = keys.slice(0, 5).map((key) => `\`${key}\``);
  return keys.length > 5 ? `${quoted.join(", ")} and ${keys.length - 5} more` : quoted.join(", ");
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function isMapOfMaps(value: unknown): value is PlainObject {
  return isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isObject);
}

/** Whether an error at `path` follows from a cause. */
export function isCovered(path: Path, covered: Covered): boolean {
  return covered.size > 0 && [1, 2, 3].some((length) => length <= path.length && covered.has(keyOf(path.slice(0, length))));
}

function keyOf(path: Path): string {
  return path.join("\n");
}
