// Parts of versions between two: what some operations change, and what a model makes otherwise because of them, read without the rest of the model.
// So an operation is undone at the price of its surroundings.
import type { Library } from "@merlon/schema";
import { isObject, type PlainObject } from "../model/maps.ts";
import type { EntryMap } from "../model/merge.ts";
import type { Model } from "../model/model.ts";
import { readModel } from "../model/read-model.ts";
import { findReferences, idsIn } from "../model/reference-fields.ts";
import { proseKeys, type Change, type ModelDiff } from "./diff-models.ts";
import { changedObject } from "./with-changes.ts";
import { asDocument, writtenMaps, type WrittenMap, type WrittenModel } from "./written-model.ts";

export interface VersionParts {
  /** Objects that may be others in a model once these operations are undone; undefined where it may be any object. */
  affectedBy(operations: Iterable<number>): ReadonlySet<string> | undefined;
  /** Those objects as they are without the undone operations, and what they rest on. What else the model holds may lack something. */
  partOf(undone: ReadonlySet<number>, ids: ReadonlySet<string>): Model;
}

/** Where an object is named: by what, and in which field. */
interface Naming { readonly map: WrittenMap; readonly id: string; readonly field: string }

interface Versions {
  readonly diff: ModelDiff;
  readonly byId: ReadonlyMap<number, Change>;
  readonly byObject: ReadonlyMap<string, readonly Change[]>;
  /** Scales that are there whatever is undone. Others are there only as long as an object has a level on them. */
  readonly scales: ReadonlySet<string>;
  /** In either version. */
  readonly namings: ReadonlyMap<string, readonly Naming[]>;
}

const PARTS = ["elements", "flows", "boundaries", "data", "controls", "assumptions", "threats"] as const satisfies readonly WrittenMap[];
/** What members of a boundary do not have from it. */
const ownOfBoundary = new Set(["trust", "policy", "lifecycle"]);
const forDerived = new Set(["derived-from", "part-of"]);

export function partsOfVersions(diff: ModelDiff, library: Library, { at }: { readonly at: string }): VersionParts {
  const byObject = new Map<string, Change[]>();
  for (const change of diff.changes) {
    const key = nameOf(change.operation.map as WrittenMap, change.operation.object);
    byObject.set(key, [...byObject.get(key) ?? [], change]);
  }
  const versions: Versions = { diff, byObject, byId: new Map(diff.changes.map((change) => [change.operation.id, change])), scales: lastingScales(diff.head, byObject), namings: namingsIn(diff, byObject) };
  return {
    affectedBy: (operations) => affectedBy(operations, versions),
    partOf: (undone, ids) => readModel([{ path: "model.json", text: JSON.stringify(documentOf(undone, ids, versions)) }], library, { at }).model,
  };
}

function nameOf(map: WrittenMap, id: string): string {
  return `${map} ${id}`;
}

function lastingScales({ maps }: WrittenModel, changed: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const unchanged = (["elements", "data"] as const).flatMap((map) => [...maps[map]].filter(([id]) => !changed.has(nameOf(map, id))));
  return new Set(["confidentiality", ...maps.scales.keys(), ...unchanged.flatMap(([, object]) => scalesIn(object))]);
}

/** On which an object has a level. */
function scalesIn(object: unknown): readonly string[] {
  return isObject(object) && isObject(object["levels"]) ? Object.keys(object["levels"]) : [];
}

function changesScales({ operation: { map, key }, before, after }: Change, { scales }: Versions): boolean {
  if (map === "header" || map === "scales") return true;
  if ((map !== "elements" && map !== "data") || (key !== undefined && key !== "levels")) return false;
  return [before, after].some((side) => scalesIn(key === undefined ? side : { levels: side }).some((name) => !scales.has(name)));
}

function namingsIn({ base, head }: ModelDiff, changed: ReadonlyMap<string, unknown>): ReadonlyMap<string, readonly Naming[]> {
  const namings = new Map<string, Naming[]>();
  for (const map of PARTS) {
    const note = (id: string, object: PlainObject | undefined): void => {
      for (const { field, text } of object ? findReferences(map as EntryMap, object) : []) {
        for (const named of idsIn(field.form, text)) {
          const list = namings.get(named.id);
          const naming: Naming = { map, id, field: field.path[0]! };
          if (list) list.push(naming);
          else namings.set(named.id, [naming]);
        }
      }
    };
    for (const [id, object] of head.maps[map]) note(id, object);
    for (const [id, object] of base.maps[map]) if (changed.has(nameOf(map, id))) note(id, object);
  }
  return namings;
}

function affectedBy(operations: Iterable<number>, versions: Versions): ReadonlySet<string> | undefined {
  const { byId, namings, diff } = versions;
  const affected = new Set<string>();
  const left = new Set<string>();
  /** What takes values from it: members from a boundary, flows and parts from an element. */
  const outwards = (id: string): void => {
    if (left.has(id)) return;
    left.add(id);
    affected.add(id);
    for (const { map, id: other, field } of namings.get(id) ?? []) {
      if (map === "flows" && (isEnd(field) || field === "via")) affected.add(other);
      else if ((map === "elements" || map === "boundaries") && (field === "in" || field === "part-of")) outwards(other);
    }
  };
  const gone = new Set<string>();
  /** What names it, when it comes or goes: flows go with their ends. And what is derived from data, for the sake of circles. */
  const names = (id: string): void => {
    if (gone.has(id)) return;
    gone.add(id);
    for (const { map, id: other, field } of namings.get(id) ?? []) {
      affected.add(other);
      if ((map === "data" && forDerived.has(field)) || (map === "flows" && isEnd(field))) names(other);
    }
  };
  for (const id of operations) {
    const change = byId.get(id)!;
    const { kind, map, object, key = "" } = change.operation;
    if (kind === "rename" || proseKeys.has(key)) continue;
    if (changesScales(change, versions)) return undefined;
    affected.add(object);
    if (kind === "add" || kind === "remove" || (map === "data" && forDerived.has(key)) || (map === "flows" && isEnd(key))) names(object);
    if (map === "elements" || (map === "boundaries" && !ownOfBoundary.has(key))) outwards(object);
    if (map !== "controls" && map !== "assumptions") continue;
    for (const side of [diff.base, diff.head]) for (const { text, field } of findReferences(map, side.maps[map].get(object))) for (const named of idsIn(field.form, text)) outwards(named.id);
  }
  return affected;
}

function isEnd(field: string): boolean {
  return field === "from" || field === "to";
}

function documentOf(undone: ReadonlySet<number>, ids: ReadonlySet<string>, versions: Versions): PlainObject {
  const { diff: { head }, namings } = versions;
  const maps = Object.fromEntries(writtenMaps.map((map) => [map, map === "scales" ? head.maps.scales : new Map<string, PlainObject>()])) as Record<WrittenMap, Map<string, PlainObject>>;
  const put = (map: WrittenMap, id: string): PlainObject | undefined => {
    const object = maps[map].get(id) ?? objectIn(map, id, undone, versions);
    if (object) maps[map].set(id, object);
    return object;
  };
  const all = new Set(ids);
  for (const id of all) {
    for (const map of PARTS) {
      const object = put(map, id);
      for (const { field, text } of object ? findReferences(map as EntryMap, object) : []) for (const named of idsIn(field.form, text)) all.add(named.id);
    }
  }
  for (const id of all) for (const naming of namings.get(id) ?? []) if (naming.map === "controls" || naming.map === "assumptions") put(naming.map, naming.id);
  return asDocument({ header: head.header, maps } satisfies WrittenModel);
}

function objectIn(map: WrittenMap, id: string, undone: ReadonlySet<number>, { diff: { base, head }, byObject }: Versions): PlainObject | undefined {
  const changes = byObject.get(nameOf(map, id));
  if (!changes) return head.maps[map].get(id);
  return changes.reduce<PlainObject | undefined>((object, change) => (undone.has(change.operation.id) ? object : changedObject(object, change)), base.maps[map].get(id));
}
