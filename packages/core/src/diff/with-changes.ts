// A version between two: base with some of the changes to head. What a change rests on comes with it, so that the result holds together.
import type { PlainObject } from "../model/maps.ts";
import { findReferences, idsIn } from "../model/reference-fields.ts";
import type { EntryMap } from "../model/merge.ts";
import type { Change, ModelDiff } from "./diff-models.ts";
import { asDocument, type WrittenMap, type WrittenModel } from "./written-model.ts";

/** `chosen`: ids of operations. Renames are always made: base is told in the names of head. */
export function withChanges({ base, changes }: ModelDiff, chosen: ReadonlySet<number>): PlainObject {
  const header: Record<string, unknown> = { ...base.header };
  const maps = Object.fromEntries(Object.entries(base.maps).map(([map, objects]) => [map, new Map(objects)])) as Record<WrittenMap, Map<string, PlainObject>>;
  for (const change of changes) if (chosen.has(change.operation.id)) apply(change, header, maps);
  return asDocument({ header, maps } satisfies WrittenModel);
}

function apply({ operation, after }: Change, header: Record<string, unknown>, maps: Record<WrittenMap, Map<string, PlainObject>>): void {
  const { kind, map, object, key } = operation;
  if (kind === "rename") return;
  if (map === "header") return void put(header, key!, after);
  const objects = maps[map as WrittenMap];
  const changed = changedObject(objects.get(object), { operation, after });
  if (changed === undefined) objects.delete(object);
  else objects.set(object, changed);
}

/** An object once a change is made; undefined when it is gone. */
export function changedObject(object: PlainObject | undefined, { operation: { kind, key }, after }: Pick<Change, "operation" | "after">): PlainObject | undefined {
  if (kind === "rename") return object;
  if (kind === "remove") return undefined;
  if (kind === "add") return after as PlainObject; // the whole of it
  const changed: Record<string, unknown> = { ...object };
  put(changed, key!, after);
  return changed;
}

function put(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}

/** For each operation those that go with it when it is undone: what refers to what it added, and what was removed that it refers to. */
export function undoneWith({ changes }: ModelDiff): ReadonlyMap<number, ReadonlySet<number>> {
  const added = new Map<string, number>();
  const removed = new Map<string, number>();
  for (const { operation: { id, kind, object } } of changes) if (kind === "add" || kind === "remove") (kind === "add" ? added : removed).set(object, id);
  const next = new Map<number, Set<number>>(changes.map(({ operation }) => [operation.id, new Set()]));
  for (const change of changes) {
    const { id } = change.operation;
    for (const named of namedIn(change, change.after)) if (added.has(named)) next.get(added.get(named)!)?.add(id);
    for (const named of namedIn(change, change.before)) if (removed.has(named)) next.get(id)?.add(removed.get(named)!);
  }
  return new Map([...next.keys()].map((id) => [id, reached(id, next)]));
}

function reached(from: number, next: ReadonlyMap<number, ReadonlySet<number>>): ReadonlySet<number> {
  const found = new Set([from]);
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other);
  return found;
}

/** Ids that one side of a change refers to. */
function namedIn({ operation: { kind, map, object, key } }: Change, value: unknown): readonly string[] {
  if (map === "header" || kind === "rename" || value === undefined) return [];
  const whole = kind === "add" || kind === "remove" ? value : { [key!]: value };
  return findReferences(map as EntryMap, whole).flatMap(({ field, text }) => idsIn(field.form, text).map(({ id }) => id)).filter((id) => id !== object);
}
