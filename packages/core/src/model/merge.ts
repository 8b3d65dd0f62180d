// All documents of a model as one set of maps. What people wrote lies over what was imported; the same id twice is reported with both places.
import type {
  Assumption, Boundary, Control, Data, Decision, Diagnostic, Element, Evidence, Flow, HumanThreat, ModelHeader, Policy, Risk, ScaleEntry, View, Where,
} from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { whereIs, whereIsValue } from "../text/parsed-file.ts";
import type { Path } from "../text/tree.ts";
import { describePath, idSpace, isObject, mapNames } from "./maps.ts";
import type { PlainObject } from "./maps.ts";
import type { ModelSource } from "./read-sources.ts";

interface MapTypes {
  readonly scales: ScaleEntry;
  readonly data: Data;
  readonly boundaries: Boundary;
  readonly elements: Element;
  readonly flows: Flow;
  readonly controls: Control;
  readonly assumptions: Assumption;
  readonly threats: HumanThreat;
  readonly risks: Risk;
  readonly decisions: Decision;
  readonly evidence: Evidence;
  readonly views: View;
}
export type EntryMap = keyof MapTypes;

export interface Layer {
  readonly source: ModelSource;
  /** As written, with characteristics and extensions. */
  readonly raw: PlainObject;
}

export interface Entry<T> {
  readonly map: EntryMap;
  readonly id: string;
  /** Structural fields and prose of all layers, the first layer that states one winning. */
  readonly value: T;
  readonly layers: readonly Layer[];
}

export type Maps = { readonly [M in EntryMap]: ReadonlyMap<string, Entry<MapTypes[M]>> };

export interface Merged {
  readonly header: ModelHeader;
  readonly policy: Policy;
  readonly maps: Maps;
  /** Which map an id of the shared space is in. */
  readonly owners: ReadonlyMap<string, EntryMap>;
}

type AnyEntry = Entry<unknown>;
type MutableMaps = { readonly [M in EntryMap]: Map<string, AnyEntry> };

const openKeys = new Set(["technology", "holds", "handles", "carries", "response", "trust", "subjects-count", "personal", "credential", "protocol", "type", "kind"]);
const openMaps: ReadonlySet<string> = new Set(["elements", "flows", "boundaries", "data"]);
const spaceMaps: ReadonlySet<string> = new Set(idSpace);

export function mergeSources(sources: readonly ModelSource[]): { readonly merged: Merged; readonly diagnostics: readonly Diagnostic[] } {
  const maps: MutableMaps = {
    scales: new Map(), data: new Map(), boundaries: new Map(), elements: new Map(), flows: new Map(), controls: new Map(), assumptions: new Map(),
    threats: new Map(), risks: new Map(), decisions: new Map(), evidence: new Map(), views: new Map(),
  };
  const owners = new Map<string, EntryMap>();
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    for (const map of mapNames) {
      if (map === "imports" || source.role === "lock" || source.role === "policy") continue;
      const entries = source.document[map];
      if (!isObject(entries)) continue;
      for (const [id, value] of Object.entries(entries)) {
        const entry = makeEntry(map, id, value, source);
        const clash = place(entry, maps, owners);
        if (clash !== undefined) diagnostics.push(duplicate(entry, clash));
      }
    }
  }
  return { merged: { ...headerOf(sources), maps: sortMaps(maps), owners }, diagnostics };
}

function makeEntry(map: EntryMap, id: string, value: unknown, source: ModelSource): AnyEntry {
  const written = source.raw[map];
  const raw = isObject(written) ? written[id] : undefined;
  return { map, id, value: openMaps.has(map) && isObject(value) ? withoutUnknown(value) : value, layers: [{ source, raw: isObject(raw) ? raw : {} }] };
}

/** `unknown` means the same as leaving the key out. */
function withoutUnknown(value: PlainObject): PlainObject {
  for (const key in value) {
    if (value[key] === "unknown" && openKeys.has(key)) return Object.fromEntries(Object.entries(value).filter(([k, v]) => v !== "unknown" || !openKeys.has(k)));
  }
  return value;
}

/** Returns the entry that already has the id, when the two cannot be one. */
function place(entry: AnyEntry, maps: MutableMaps, owners: Map<string, EntryMap>): AnyEntry | undefined {
  const { map, id } = entry;
  const shared = spaceMaps.has(map);
  const owner = shared ? owners.get(id) : maps[map].has(id) ? map : undefined;
  if (owner === undefined) {
    maps[map].set(id, entry);
    if (shared) owners.set(id, map);
    return undefined;
  }
  const first = maps[owner].get(id);
  if (first === undefined) return undefined;
  const imported = entry.layers.every(({ source }) => source.role === "imported");
  if (owner !== map || !imported || !isObject(first.value) || !isObject(entry.value)) return first;
  maps[map].set(id, { ...first, value: { ...entry.value, ...first.value }, layers: [...first.layers, ...entry.layers] });
  return undefined;
}

function duplicate(entry: AnyEntry, first: AnyEntry): Diagnostic {
  const where = whereEntry(entry);
  const other = whereEntry(first);
  return diagnose("C1030", where, {
    id: entry.id, object: describePath([entry.map, entry.id]), other: describePath([first.map, first.id]), place: `${other.file}:${other.line}:${other.column}`,
  });
}

/** Where an entry, or the key of a field of it, is written: in the first layer that states the field. */
export function whereEntry(entry: Entry<unknown>, ...field: Path): Where {
  return placed(entry, field, whereIs);
}

/** Where the value of a field is written. */
export function whereEntryValue(entry: Entry<unknown>, ...field: Path): Where {
  return placed(entry, field, whereIsValue);
}

function placed(entry: Entry<unknown>, field: Path, find: typeof whereIs): Where {
  const [key] = field;
  const layer = entry.layers.find(({ raw }) => key === undefined || Object.hasOwn(raw, key)) ?? entry.layers[0];
  return layer === undefined ? { file: "", line: 1, column: 1 } : find(layer.source.parsed, [entry.map, entry.id, ...field]);
}

function headerOf(sources: readonly ModelSource[]): { readonly header: ModelHeader; readonly policy: Policy } {
  const document = sources.find(({ role }) => role === "model")?.document ?? { merlon: 1, id: "model" };
  const maps: ReadonlySet<string> = new Set([...mapNames.filter((map) => map !== "imports"), "policy"]);
  const header = Object.fromEntries(Object.entries(document).filter(([key]) => !maps.has(key)));
  const policies = [document["policy"], ...sources.filter(({ role }) => role === "policy").map((source) => source.document)].filter(isObject);
  return { header: header as unknown as ModelHeader, policy: Object.assign({}, ...policies) as Policy }; // both passed their schema
}

/** By id, so that the order in files changes nothing. The entries passed their schemas, hence the type. */
function sortMaps(maps: MutableMaps): Maps {
  const sorted = Object.entries(maps).map(([name, map]) => {
    const ids = [...map.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return [name, new Map(ids.map((id) => [id, map.get(id)]))];
  });
  return Object.fromEntries(sorted) as Maps;
}
