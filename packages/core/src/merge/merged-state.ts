// Ours with changes of theirs, as values, and what would not hold together in it: references that lead nowhere, boundaries inside of themselves.
import { isSameValue } from "../edit/same-value.ts";
import { withValue } from "../edit/edited.ts";
import { isObject } from "../model/maps.ts";
import type { EntryMap } from "../model/merge.ts";
import { findReferences, idsIn, referenceFields } from "../model/reference-fields.ts";
import type { Path } from "../text/tree.ts";
import type { ValueEdit } from "./merge-value.ts";
import { inIdSpace, slotName, type Slot, type Slots, type Written } from "./slots.ts";

export type Change =
  | { readonly kind: "add"; readonly slot: Slot; readonly value: unknown; readonly file: string }
  | { readonly kind: "remove"; readonly slot: Slot }
  | { readonly kind: "edit"; readonly slot: Slot; readonly edit: ValueEdit };

export function changedSlots(ours: Slots, changes: readonly Change[]): Slots {
  const slots = new Map(ours);
  for (const change of changes) {
    const name = slotName(change.slot);
    if (change.kind === "remove") slots.delete(name);
    else if (change.kind === "add") slots.set(name, { slot: change.slot, value: change.value, file: change.file });
    else slots.set(name, { ...(slots.get(name) as Written), value: edited(slots.get(name)?.value, change.edit) }); // only what is there is edited
  }
  return slots;
}

function edited(value: unknown, edit: ValueEdit): unknown {
  if ("value" in edit) return withValue(value, edit.path, edit.value);
  const list = edit.path.reduce<unknown>((inner, step) => (isObject(inner) ? inner[String(step)] : undefined), value);
  return withValue(value, edit.path, [...(Array.isArray(list) ? list : []).filter((item) => !edit.remove.some((gone) => isSameValue(gone, item))), ...edit.add]);
}

interface Named {
  readonly id: string;
  readonly path: Path;
}

/** Ids that an object cannot do without. A decision outlives what it was about, and a part what it was taken out of. */
function namedBy({ map }: Slot, value: unknown): readonly Named[] {
  if (map === "imports") return isObject(value) && typeof value["as"] === "string" ? [{ id: value["as"], path: ["as"] }] : [];
  if (!Object.hasOwn(referenceFields, map)) return [];
  return findReferences(map as EntryMap, value).flatMap(({ field: { form, mayBeGone }, path, text }) => {
    if (mayBeGone || form === "decision-key" || (map === "assumptions" && form === "key-of")) return [];
    const plus = form === "threat-id" ? text.indexOf("+") : -1;
    return idsIn(form, plus < 0 ? text : text.slice(0, plus)).map(({ id }) => ({ id, path }));
  });
}

function idsOf(slots: Slots): ReadonlySet<string> {
  return new Set([...slots.values()].filter(({ slot }) => inIdSpace(slot) || slot.map === "evidence" || slot.map === "decisions").map(({ slot }) => slot.id));
}

export interface Broken {
  readonly change: Change;
  /** The other object that it does not go together with. */
  readonly other: string;
}

/** Removals of what something still refers to, unless theirs leaves it so as well (the object may be in a file that is not looked at). */
export function neededRemovals(state: Slots, changes: readonly Change[], theirs: Slots): readonly Broken[] {
  const gone = new Map(changes.flatMap((change) => (change.kind === "remove" && (inIdSpace(change.slot) || change.slot.map === "evidence") ? [[change.slot.id, change] as const] : [])));
  const left = idsOf(state);
  const found = new Map<string, Broken>();
  if (gone.size === 0) return [];
  for (const [name, { slot, value }] of state) {
    for (const { id } of namedBy(slot, value)) {
      const change = gone.get(id);
      if (change === undefined || left.has(id) || found.has(id)) continue;
      const alsoTheirs = namedBy(slot, theirs.get(name)?.value).some((named) => named.id === id);
      if (!alsoTheirs) found.set(id, { change, other: slot.id });
    }
  }
  return [...found.values()];
}

/** Changes that bring a reference to what ours does not have, and theirs has. */
export function danglingChanges(state: Slots, changes: readonly Change[], theirs: Slots): readonly Broken[] {
  const [there, known] = [idsOf(state), idsOf(theirs)];
  return changes.flatMap((change): readonly Broken[] => {
    if (change.kind === "remove") return [];
    const missing = namedBy(change.slot, state.get(slotName(change.slot))?.value).filter(({ id, path }) => !there.has(id) && known.has(id) && isBrought(change, path));
    return missing.slice(0, 1).map(({ id }) => ({ change, other: id }));
  });
}

function isBrought(change: Exclude<Change, { readonly kind: "remove" }>, path: Path): boolean {
  return change.kind === "add" || change.edit.path.every((step, at) => path[at] === step);
}

/** Moves of boundaries that put one inside of itself. */
export function cyclicMoves(state: Slots, changes: readonly Change[]): readonly Broken[] {
  const inside = new Map([...state.values()].flatMap(({ slot, value }) => (slot.map === "boundaries" && isObject(value) ? [[slot.id, [value["in"]].flat().map(String)] as const] : [])));
  return changes.flatMap((change): readonly Broken[] => {
    if (change.slot.map !== "boundaries" || change.kind === "remove" || (change.kind === "edit" && change.edit.path[0] !== "in")) return [];
    const above = [...inside.get(change.slot.id) ?? []];
    for (const id of above) for (const next of inside.get(id) ?? []) if (!above.includes(next)) above.push(next);
    return above.includes(change.slot.id) ? [{ change, other: above[0] ?? "" }] : [];
  });
}
