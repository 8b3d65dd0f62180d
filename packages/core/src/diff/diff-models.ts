// What somebody did to a model, from one version to another: typed operations on what is written, by object and key.
// Order, layout, comments and the form of a value (`yes`, `true`, `{value: yes}`) do not count.
import type { Library, ModelOperation, OperationKind, Where } from "@merlon/schema";
import { canonicalJson } from "../canonical/canonical-json.ts";
import { isObject, type PlainObject } from "../model/maps.ts";
import type { ModelSource } from "../model/read-sources.ts";
import { titleOf } from "../model/build-fields.ts";
import { indexLibrary } from "../model/library-index.ts";
import { formerName, renamesBetween, renamed, type Renames } from "./renames.ts";
import { whereWritten, writtenMaps, writtenModel, type WrittenMap, type WrittenModel } from "./written-model.ts";

/** An operation with what it takes away and what it puts there. */
export interface Change {
  readonly operation: ModelOperation;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ModelDiff {
  /** With the names of head. */
  readonly base: WrittenModel;
  readonly head: WrittenModel;
  readonly changes: readonly Change[];
}

/** Lists whose order means something. */
const ordered = new Set(["levels"]);
const rewiring = new Set(["from", "to", "via"]);

export function diffModels(before: readonly ModelSource[], after: readonly ModelSource[], library: Library): ModelDiff {
  const { characteristics } = indexLibrary(library);
  const isCharacteristic = (key: string): boolean => characteristics.has(key);
  const [old, now] = [writtenModel(before, isCharacteristic), writtenModel(after, isCharacteristic)];
  const renames = renamesBetween(old, now);
  const [base, head] = [renamed(old, renames), renamed(now, renames)];
  const drafts = [...renameDrafts(renames), ...headerDrafts(base, head), ...writtenMaps.flatMap((map) => mapDrafts(map, base, head))];
  const changes = drafts.map(({ told, side, before: was, after: is }, index): Change => {
    const whereAs = (id: string): Where | undefined => whereWritten(side === "base" ? before : after, told.map as WrittenMap | "header", id, told.key);
    const where = whereAs(told.object) ?? whereAs(formerName(renames, told.map, told.object));
    return { operation: { id: index + 1, ...told, ...(where ? { where } : {}) }, before: was, after: is };
  });
  return { base, head, changes };
}

/** An operation before it has its number and place. */
interface Draft {
  readonly told: Omit<ModelOperation, "id" | "where">;
  /** Where it is to be seen. */
  readonly side: "base" | "head";
  readonly before: unknown;
  readonly after: unknown;
}

function renameDrafts(renames: Renames): readonly Draft[] {
  return [...renames.byOld].map(([old, { id, map }]): Draft => ({ told: { kind: "rename", map, object: id, title: titleOf(id), before: old, after: id }, side: "head", before: old, after: id }));
}

function headerDrafts(base: WrittenModel, head: WrittenModel): readonly Draft[] {
  return keysOf(base.header, head.header).filter((key) => key !== "merlon" && !same(key, base.header[key], head.header[key]))
    .map((key) => keyDraft({ map: "header", object: "model", title: "the model" }, key, base.header[key], head.header[key]));
}

function mapDrafts(map: WrittenMap, base: WrittenModel, head: WrittenModel): readonly Draft[] {
  const ids = [...new Set([...base.maps[map].keys(), ...head.maps[map].keys()])].sort();
  return ids.flatMap((object): readonly Draft[] => {
    const [old, now] = [base.maps[map].get(object), head.maps[map].get(object)];
    if (!old || !now) {
      const whole = { map, object, title: titleIn((now ?? old)!, object) };
      return [now ? { told: { kind: "add", ...whole }, side: "head", before: undefined, after: now } : { told: { kind: "remove", ...whole }, side: "base", before: old, after: undefined }];
    }
    return keysOf(old, now).filter((key) => key !== "formerly" && !same(key, old[key], now[key])).map((key) => keyDraft({ map, object, title: titleIn(now, object) }, key, old[key], now[key]));
  });
}

function keyDraft(of: Pick<ModelOperation, "map" | "object" | "title">, key: string, before: unknown, after: unknown): Draft {
  const [was, is] = [printed(before), printed(after)];
  const forgets = was !== undefined && was !== "unknown" && (is === undefined || is === "unknown") && of.map !== "header" && !proseKeys.has(key);
  return {
    told: { kind: kindOf(of.map, key), ...of, key, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }), ...(forgets ? { forgets } : {}) },
    side: is === undefined ? "base" : "head", before, after,
  };
}

/** Keys that are for people only: nothing follows from them. */
export const proseKeys: ReadonlySet<string> = new Set(["title", "description", "links", "tags", "sources", "visibility"]);

function kindOf(map: ModelOperation["map"], key: string): OperationKind {
  if (key === "lifecycle") return "lifecycle";
  if (key === "in") return "move";
  return map === "flows" && rewiring.has(key) ? "rewire" : "set";
}

function keysOf(a: PlainObject, b: PlainObject): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function same(key: string, a: unknown, b: unknown): boolean {
  return canonicalJson(normal(a, ordered.has(key))) === canonicalJson(normal(b, ordered.has(key)));
}

/** One form for what means the same: short and long values, yes and true, sets in any order. */
function normal(value: unknown, keepOrder = false): unknown {
  if (value === undefined || value === "unknown") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) {
    const items = value.map((item) => canonicalJson(normal(item)));
    return keepOrder ? items : items.sort();
  }
  if (!isObject(value)) return value;
  if ("value" in value) return normal(value["value"]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normal(inner, ordered.has(key))]));
}

function printed(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (isObject(value) && "value" in value) return printed(value["value"]);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : canonicalJson(value);
}

function titleIn(object: PlainObject, id: string): string {
  return typeof object["title"] === "string" ? object["title"] : titleOf(id);
}
