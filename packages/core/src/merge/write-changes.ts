// Makes changes in the text of ours: only the bytes that must change do, comments and order stay.
import type { Diagnostic } from "@merlon/schema";
import { editItems, type ItemsEdit } from "../edit/edit-items.ts";
import { verified, withValue } from "../edit/edited.ts";
import { planRemoval } from "../edit/remove-entry.ts";
import { setFields, type FieldEdit } from "../edit/set-fields.ts";
import { fileRole } from "../model/file-role.ts";
import { isObject } from "../model/maps.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import { bringEntries } from "./bring-entries.ts";
import type { Change } from "./merged-state.ts";
import { parsedOnce } from "./parsed-once.ts";
import { pathOf, slotName, type Slot, type Slots } from "./slots.ts";

export interface Failed {
  readonly change: Change;
  readonly reason: string;
}

export interface ChangesWritten {
  readonly files: readonly SourceFile[];
  readonly failed: readonly Failed[];
}

export interface Places {
  /** By path. */
  readonly ours: ReadonlyMap<string, SourceFile>;
  readonly slots: Slots;
  /** Files that ours once had. */
  readonly base: ReadonlySet<string>;
  /** As theirs wrote them. */
  readonly theirs: ReadonlyMap<string, ParsedFile>;
}

/** What cannot be changed by splices is told, and then nothing of its file is. */
export function writeChanges(changes: readonly Change[], places: Places): ChangesWritten {
  const byFile = new Map<string, Change[]>();
  for (const change of changes) {
    const file = fileOf(change, places);
    byFile.set(file, [...byFile.get(file) ?? [], change]);
  }
  const failed: Failed[] = [];
  const files = new Map(places.ours);
  for (const [path, own] of byFile) {
    const written = writeFile(files.get(path) ?? { path, text: "" }, own, places.theirs);
    if ("failed" in written) failed.push(written.failed);
    else files.set(path, written.file);
  }
  return { files: [...files.values()], failed };
}

/** What is new stays in the file that theirs put it in, unless ours gave that file up. */
function fileOf(change: Change, { ours, slots, base }: Places): string {
  if (change.kind !== "add") return slots.get(slotName(change.slot))?.file ?? "";
  return ours.has(change.file) || !base.has(change.file) ? change.file : homeOf(change.slot, slots) ?? change.file;
}

/** Where objects of that map are; undefined for what has a file of its own. */
function homeOf({ layer, map }: Slot, slots: Slots): string | undefined {
  if (layer !== "") return undefined;
  for (const { slot, file } of slots.values()) if (slot.map === map && slot.layer === "") return file;
  if (map === "decisions" || map === "evidence" || map === "views") return undefined;
  for (const { file } of slots.values()) if (fileRole(file) === "model") return file;
  return undefined;
}

type FileWritten = { readonly file: SourceFile } | { readonly failed: Failed };

function writeFile(before: SourceFile, all: readonly Change[], theirs: Places["theirs"]): FileWritten {
  const { file: start, left: changes } = bringEntries(before, all, theirs);
  const sets = changes.flatMap((change) => fieldEdits(change).map((edit) => ({ change, edit })));
  const values = sets.filter(({ edit }) => edit.value !== undefined);
  const removals = sets.filter(({ edit }) => edit.value === undefined);
  const set = setFields(start, values.map(({ edit }) => edit));
  if (set.diagnostics.length > 0) return { failed: culprit(start, values, set.diagnostics) };
  const lists = changes.flatMap((change) => itemsEdits(change).map((edit) => ({ change, edit })));
  const listed = editItems(set.file, lists.map(({ edit }) => edit));
  const [firstList] = lists;
  if (firstList && listed.diagnostics.length > 0) return { failed: { change: firstList.change, reason: reasonOf(listed.diagnostics) } };
  const { file } = listed;
  const together = removeTogether(file, removals.map(({ edit }) => edit));
  if (together) return { file: together };
  const removed = setFields(file, removals.map(({ edit }) => edit));
  return removed.diagnostics.length > 0 ? { failed: culprit(file, removals, removed.diagnostics) } : { file: removed.file };
}

function fieldEdits(change: Change): readonly FieldEdit[] {
  const path = pathOf(change.slot);
  if (change.kind === "add") return [{ path, value: change.value }];
  if (change.kind === "remove") return [{ path, value: undefined }];
  return "value" in change.edit ? [{ path: [...path, ...change.edit.path], value: change.edit.value }] : [];
}

function itemsEdits(change: Change): readonly ItemsEdit[] {
  return change.kind === "edit" && !("value" in change.edit) ? [{ ...change.edit, path: [...pathOf(change.slot), ...change.edit.path] }] : [];
}

interface Set {
  readonly change: Change;
  readonly edit: FieldEdit;
}

/** The one that cannot be made alone either; else the first. */
function culprit(file: SourceFile, sets: readonly Set[], diagnostics: readonly Diagnostic[]): Failed {
  for (const { change, edit } of sets) {
    const alone = setFields(file, [edit]);
    if (alone.diagnostics.length > 0) return { change, reason: reasonOf(alone.diagnostics) };
  }
  return { change: sets[0]!.change, reason: reasonOf(diagnostics) };
}

function reasonOf([first]: readonly Diagnostic[]): string {
  return first?.message ?? "it is not clear why.";
}

/** Many objects at once, with one reading; undefined where they are too close to each other. */
function removeTogether(file: SourceFile, edits: readonly FieldEdit[]): SourceFile | undefined {
  if (edits.length < 2) return undefined;
  const parsed = parsedOnce(file);
  const plans = edits.map(({ path }) => planRemoval(parsed, path));
  const splices = plans.flatMap((plan) => (Array.isArray(plan) ? plan : []));
  const ordered = [...splices].sort((a, b) => a.start - b.start);
  if (plans.some((plan) => !Array.isArray(plan)) || ordered.some(({ start }, at) => at > 0 && start < ordered[at - 1]!.end)) return undefined;
  const intended = edits.reduce<unknown>((value, { path }) => withValue(value, path, undefined), parsed.value);
  const edited = verified(parsed, splices, intended);
  return edited.diagnostics.length > 0 ? undefined : edited.file;
}

export function isEmptyFile(file: SourceFile): boolean {
  const { value } = parsedOnce(file);
  return value === null || (isObject(value) && Object.values(value).every((inner) => isObject(inner) && Object.keys(inner).length === 0));
}
