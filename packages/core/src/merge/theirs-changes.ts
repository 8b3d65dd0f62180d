// What theirs did since base, as changes of ours, and where the two do not go together.
import type { ConflictKind } from "@merlon/schema";
import type { Path } from "../text/tree.ts";
import { isObject, type PlainObject } from "../model/maps.ts";
import { conflictOf, type MergeConflict } from "./merge-conflict.ts";
import { mergeValue, saysSame, type Clash, type ThreeValues, type ValueEdit } from "./merge-value.ts";
import { saferValue, type Orders } from "./safer-value.ts";
import type { Slot, Slots } from "./slots.ts";

export type SlotChange =
  | { readonly kind: "add"; readonly slot: Slot; readonly value: unknown; readonly file: string }
  | { readonly kind: "remove"; readonly slot: Slot }
  | { readonly kind: "edit"; readonly slot: Slot; readonly edits: readonly ValueEdit[] };

export interface Changes {
  readonly changes: readonly SlotChange[];
  readonly conflicts: readonly MergeConflict[];
}

export function changesOfTheirs(versions: { readonly base: Slots; readonly ours: Slots; readonly theirs: Slots }, orders: Orders): Changes {
  const { base, ours, theirs } = versions;
  const changes: SlotChange[] = [];
  const conflicts: MergeConflict[] = [];
  for (const name of new Set([...theirs.keys(), ...base.keys()])) {
    const written = theirs.get(name) ?? base.get(name);
    if (!written) continue;
    const values = { base: base.get(name)?.value, ours: ours.get(name)?.value, theirs: theirs.get(name)?.value };
    const merged = mergeSlot(written.slot, values, orders);
    conflicts.push(...merged.conflicts);
    changes.push(...merged.changes.map((change) => (change.kind === "add" ? { ...change, file: written.file } : change)));
  }
  return { changes, conflicts };
}

const nothing: Changes = { changes: [], conflicts: [] };

function mergeSlot(slot: Slot, values: ThreeValues, orders: Orders): Changes {
  const { base, ours, theirs } = values;
  if (same(slot, base, theirs) || same(slot, ours, theirs)) return nothing;
  if (ours === undefined) return base === undefined ? { changes: [{ kind: "add", slot, value: theirs, file: "" }], conflicts: [] } : deleted(slot, values, { deleter: "ours", changer: "theirs" });
  if (theirs === undefined) return same(slot, base, ours) ? { changes: [{ kind: "remove", slot }], conflicts: [] } : deleted(slot, values, { deleter: "theirs", changer: "ours" });
  if (slot.map === "decisions" && decidedTwice(values)) return { changes: [], conflicts: [conflict("decision-decision", slot, { path: [], ...values }, orders)] };
  const { edits, clashes } = mergeValue(values, [], slot.map === "scales" ? "scales" : slot.id);
  const told = clashes.filter(({ path }) => !isLayout(slot, path));
  return { changes: edits.length > 0 ? [{ kind: "edit", slot, edits }] : [], conflicts: told.map((clash) => conflict(kindOf(slot, clash, base), slot, clash, orders)) };
}

/** What an object was called is no change of it. */
function same({ map }: Slot, a: unknown, b: unknown): boolean {
  return saysSame(withoutNames(a), withoutNames(b), map === "scales" ? "scales" : "") && saysSame(formerly(a), formerly(b));
}

function withoutNames(value: unknown): unknown {
  if (!isObject(value) || !("formerly" in value)) return value;
  const { formerly: _, ...rest } = value;
  return rest;
}

function formerly(value: unknown): unknown {
  return isObject(value) ? value["formerly"] : undefined;
}

/** Deleting what the other side only gave another name is no conflict. */
function deleted(slot: Slot, values: ThreeValues, data: { readonly deleter: "ours" | "theirs"; readonly changer: "ours" | "theirs" }): Changes {
  const kept = values.ours ?? values.theirs;
  if (saysSame(withoutNames(values.base), withoutNames(kept))) return values.theirs === undefined ? { changes: [{ kind: "remove", slot }], conflicts: [] } : nothing;
  return { changes: [], conflicts: [conflictOf("delete-modify", { map: slot.map, object: slot.id, path: [], ...values, data })] };
}

/** Who sees to it and by when may be said beside another's verdict. */
const beside = new Set(["owner", "due", "tickets", "expanded"]);

function decidedTwice({ base, ours, theirs }: ThreeValues): boolean {
  const verdict = (value: unknown): PlainObject => Object.fromEntries(Object.entries(isObject(value) ? value : {}).filter(([key]) => !beside.has(key)));
  const [before, own, other] = [base, ours, theirs].map(verdict);
  return !saysSame(own, other) && !saysSame(before, own) && !saysSame(before, other);
}

/** Where something is drawn: ours stays, and nobody is asked. */
function isLayout({ map }: Slot, path: Path): boolean {
  return map === "views" && (path[0] === "positions" || path[0] === "collapsed");
}

function kindOf({ map }: Slot, { path }: Clash, base: unknown): ConflictKind {
  if (base === undefined && map !== "header" && map !== "file") return "add-add";
  if (map === "decisions") return "decision-decision";
  return map === "elements" && path.length === 1 && path[0] === "kind" ? "kind-kind" : "field-field";
}

function conflict(kind: ConflictKind, slot: Slot, clash: Clash, orders: Orders): MergeConflict {
  const { path, base, ours, theirs } = clash;
  return conflictOf(kind, { map: slot.map, object: slot.id, path, base, ours, theirs, suggestion: saferValue(slot, clash, orders) });
}

