// Conflicts that no two edits explain: neither did both sides change one field in different ways, nor did one remove what the other changed, or what something that it changed names. There should be none.
import { diffModels, readModel, type Change, type MergeConflict, type ModelDiff, type ThreeVersions } from "@merlon/core";
import type { Library } from "@merlon/schema";

export function needlessConflicts(conflicts: readonly MergeConflict[], { base, ours, theirs }: ThreeVersions, library: Library): readonly MergeConflict[] {
  if (conflicts.length === 0) return [];
  const before = readModel(base, library).documents;
  const [own, other] = [ours, theirs].map((side) => diffModels(before, readModel(side, library).documents, library)) as [ModelDiff, ModelDiff];
  return conflicts.filter(({ object }) => !bothChanged(object, own.changes, other.changes) && !removedAndUsed(object, own, other) && !removedAndUsed(object, other, own));
}

function bothChanged(object: string, own: readonly Change[], other: readonly Change[]): boolean {
  const about = (changes: readonly Change[]) => changes.map(({ operation }) => operation).filter((operation) => operation.object === object && operation.kind !== "remove");
  return about(own).some((one) => about(other).some((two) => one.key === two.key && (one.kind === "add" || one.after !== two.after)));
}

/** The conflict is told at the object that was removed, or at the one that names it. */
function removedAndUsed(object: string, remover: ModelDiff, user: ModelDiff): boolean {
  const removed = new Set(remover.changes.filter(({ operation }) => operation.kind === "remove").map(({ operation }) => operation.object));
  const used = user.changes.filter(({ operation }) => operation.kind !== "remove");
  const names = (change: Change, id: string): boolean => JSON.stringify(asChanged(change, user) ?? null).includes(`"${id}"`);
  return used.some((change) => (removed.has(object) ? change.operation.object === object || names(change, object) : change.operation.object === object && [...removed].some((id) => names(change, id))));
}

/** The whole object, as whoever changed it has it. */
function asChanged({ operation: { map, object } }: Change, { head }: ModelDiff): unknown {
  return map === "header" ? undefined : head.maps[map].get(object);
}
