// The three-way merge of a model: ours' text with what theirs did since base, by object and field. What does not go together is told, and ours stays.
import type { ConflictKind, Diagnostic, Library } from "@merlon/schema";
import { readModel } from "../model/read-model.ts";
import { once } from "../once.ts";
import { fileRole } from "../model/file-role.ts";
import { whereIs, type ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import { alignNames, documentsOf, type Aligned } from "./align-names.ts";
import { conflictOf, type MergeConflict } from "./merge-conflict.ts";
import { parsedOnce } from "./parsed-once.ts";
import { changedSlots, cyclicMoves, danglingChanges, neededRemovals, type Change } from "./merged-state.ts";
import { pathOf, slotName, slotsOf, type Document, type Slots } from "./slots.ts";
import { changesOfTheirs } from "./theirs-changes.ts";
import { isEmptyFile, writeChanges, type Places } from "./write-changes.ts";

/** The files of each version, with paths from the model's folder. */
export interface ThreeVersions {
  readonly base: readonly SourceFile[];
  readonly ours: readonly SourceFile[];
  readonly theirs: readonly SourceFile[];
}

export interface ModelMerge {
  readonly files: readonly SourceFile[];
  readonly conflicts: readonly MergeConflict[];
  /** Ids that a side called otherwise, with the name in the merge. */
  readonly renamed: { readonly ours: ReadonlyMap<string, string>; readonly theirs: ReadonlyMap<string, string> };
}

/** Nothing is merged when a file cannot be read; whether each version is sound, the caller may ask first. */
export function mergeModels(versions: ThreeVersions, library: Library): ModelMerge {
  const unread = [versions.ours, versions.theirs, versions.base].flatMap(unreadable);
  if (unread.length > 0) return { files: versions.ours, conflicts: unread, renamed: { ours: new Map(), theirs: new Map() } };
  const aligned = alignNames(versions.base, versions.ours, versions.theirs);
  const oursNow = documentsOf(aligned.ours);
  const [base, ours, theirs] = [aligned.base, oursNow, aligned.theirs].map(slotsOf) as [Slots, Slots, Slots];
  const { changes, conflicts } = changesOfTheirs({ base, ours, theirs }, { library, model: once(() => readModel(aligned.ours, library).model) });
  const work: Work = { versions, aligned, ours, theirs, library, changes: changes.flatMap(single) };
  const { files, rejected } = settle(work);
  const all = [...aligned.conflicts, ...conflicts, ...rejected].map((conflict) => named(conflict, aligned));
  return { files, conflicts: located(all, files), renamed: aligned.renamed };
}

function unreadable(files: readonly SourceFile[]): readonly MergeConflict[] {
  return files.flatMap((file) => parsedOnce(file).diagnostics.filter(({ severity }) => severity === "error").slice(0, 1)
    .map(({ message, where }) => ({ ...conflictOf("invalid", { map: "file", object: file.path, path: [], data: { reason: message } }), ...(where ? { where } : {}) })));
}

interface Work {
  readonly versions: ThreeVersions;
  readonly aligned: Aligned;
  readonly ours: Slots;
  readonly theirs: Slots;
  readonly library: Library;
  readonly changes: readonly Change[];
}

/** One change for each edit, so that each can be taken or left. */
function single(change: ReturnType<typeof changesOfTheirs>["changes"][number]): readonly Change[] {
  return change.kind === "edit" ? change.edits.map((edit): Change => ({ kind: "edit", slot: change.slot, edit })) : [change];
}

interface Rejection {
  readonly change: Change;
  readonly kind: ConflictKind;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Settled {
  readonly files: readonly SourceFile[];
  readonly rejected: readonly MergeConflict[];
}

/** Leaves out what does not hold together until the rest does. Each round leaves out at least one change, so it ends. */
function settle(work: Work): Settled {
  const rejections = takenIds(work);
  const { aligned, versions } = work;
  const places: Places = {
    ours: new Map(aligned.ours.map((file) => [file.path, file])), slots: work.ours,
    base: new Set(versions.base.map(({ path }) => path)), theirs: new Map(versions.theirs.map((file) => [file.path, parsedOnce(file)])),
  };
  for (;;) {
    const dropped = new Set(rejections.map(({ change }) => change));
    const accepted = work.changes.filter((change) => !dropped.has(change));
    const apart = inValues(work, accepted);
    if (apart.length > 0) {
      rejections.push(...apart);
      continue;
    }
    const written = writeChanges(accepted, places);
    if (written.failed.length > 0) {
      rejections.push(...written.failed.map(({ change, reason }): Rejection => ({ change, kind: "not-writable", data: { reason } })));
      continue;
    }
    const files = withFilesOfTheirs(written.files, accepted, work);
    const wrong = newErrors(files, work);
    const blamed = wrong.flatMap((error) => blame(error, accepted));
    if (blamed.length === 0) return { files, rejected: [...rejections.map((one) => conflictFor(one, work)), ...wrong.map(unattributed)] };
    rejections.push(...new Map(blamed.map((one) => [one.change, one])).values());
  }
}

/** New objects of theirs that stand aside because their id is taken are not added. */
function takenIds({ changes, aligned }: Work): Rejection[] {
  return changes.flatMap((change): Rejection[] => {
    const aside = change.kind === "add" ? aligned.setAside.get(change.slot.id) : undefined;
    return aside === undefined ? [] : [{ change, kind: aside.why, data: { other: aside.id } }];
  });
}

function inValues({ ours, theirs }: Work, accepted: readonly Change[]): readonly Rejection[] {
  const state = changedSlots(ours, accepted);
  const needed = neededRemovals(state, accepted, theirs);
  const broken = needed.length > 0 ? needed : danglingChanges(state, accepted, theirs);
  if (broken.length > 0) return broken.map(({ change, other }): Rejection => ({ change, kind: "delete-referenced", data: { other } }));
  return cyclicMoves(state, accepted).map(({ change, other }): Rejection => ({ change, kind: "boundary-cycle", data: { other } }));
}

/** A file that is new in theirs comes as it is where all of it is taken; one that theirs emptied goes where ours had not touched it. */
function withFilesOfTheirs(files: readonly SourceFile[], accepted: readonly Change[], { versions, aligned, theirs }: Work): readonly SourceFile[] {
  const [before, other] = [versions.base, versions.theirs].map((list) => new Map(list.map((file) => [file.path, file])));
  const own = new Map(versions.ours.map((file) => [file.path, file]));
  const added = new Set(accepted.filter(({ kind }) => kind === "add").map(({ slot }) => slotName(slot)));
  return files.flatMap((file): readonly SourceFile[] => {
    const [text, mine] = [other!.get(file.path)?.text, own.get(file.path)];
    if (mine === undefined) {
      const whole = [...theirs].filter(([, written]) => written.file === file.path).every(([name]) => added.has(name));
      return [text !== undefined && whole && isAsWritten(file.path, aligned.theirs, text) ? { path: file.path, text } : file];
    }
    const gone = text === undefined && before!.get(file.path)?.text === mine.text && fileRole(file.path) !== "model" && isEmptyFile(file);
    return gone ? [] : [file];
  });
}

function isAsWritten(path: string, documents: readonly Document[], text: string): boolean {
  const aligned = documents.find((document) => document.path === path)?.value;
  return JSON.stringify(aligned) === JSON.stringify(documentsOf([{ path, text }])[0]?.value);
}

/** What is wrong with the merge and with neither side. */
function newErrors(files: readonly SourceFile[], { versions, library }: Work): readonly Diagnostic[] {
  const errors = (side: readonly SourceFile[]): readonly Diagnostic[] => readModel(side, library).diagnostics.filter(({ severity }) => severity === "error");
  const found = errors(files);
  if (found.length === 0) return [];
  const known = new Set([...errors(versions.ours), ...errors(versions.theirs)].map(signature));
  return found.filter((error) => !known.has(signature(error)));
}

function signature({ code, message, where }: Diagnostic): string {
  return JSON.stringify([code, message, where?.path]);
}

/** The changes at the object that is wrong, else those at an object that the message names. */
function blame({ message, where }: Diagnostic, accepted: readonly Change[]): readonly Rejection[] {
  const at = accepted.filter(({ slot }) => `${where?.path ?? ""}.`.startsWith(`${pathOf(slot).join(".")}.`));
  const blamed = at.length > 0 ? at : accepted.filter(({ slot }) => message.includes(`\`${slot.id}\``));
  return blamed.map((change) => ({ change, kind: "invalid", data: { reason: message } }));
}

function unattributed(error: Diagnostic): MergeConflict {
  return { ...conflictOf("invalid", { map: "header", object: "model", path: [], data: { reason: error.message } }), ...(error.where ? { where: error.where } : {}) };
}

function conflictFor({ change, kind, data }: Rejection, { ours, theirs }: Work): MergeConflict {
  const { slot } = change;
  const path = change.kind === "edit" ? change.edit.path : [];
  const at = (slots: Slots): unknown => path.reduce<unknown>((value, step) => (typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[String(step)] : undefined), slots.get(slotName(slot))?.value);
  return conflictOf(kind, { map: slot.map, object: slot.id, path, ours: at(ours), theirs: at(theirs), data });
}

/** What stands aside is told by the id that theirs gave it. */
function named(conflict: MergeConflict, { setAside }: Aligned): MergeConflict {
  const back = (text: string): string => [...setAside].reduce((told, [name, { id }]) => told.replaceAll(`\`${name}\``, `\`${id}\``), text);
  return { ...conflict, object: setAside.get(conflict.object)?.id ?? conflict.object, message: back(conflict.message) };
}

/** In the order of files and lines of the merge. */
function located(conflicts: readonly MergeConflict[], files: readonly SourceFile[]): readonly MergeConflict[] {
  if (conflicts.length === 0) return [];
  const slots = slotsOf(documentsOf(files));
  const parse = (path: string): ParsedFile => parsedOnce(files.find((file) => file.path === path) ?? { path, text: "" });
  return conflicts.map((conflict) => {
    const written = [...slots.values()].find(({ slot }) => slot.map === conflict.map && slot.id === conflict.object);
    if (conflict.where || !written) return conflict;
    const keys = conflict.key === undefined ? [] : conflict.key.split(".");
    return { ...conflict, where: whereIs(parse(written.file), [...pathOf(written.slot), ...keys]) };
  });
}
