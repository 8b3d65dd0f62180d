// Makes three versions call the same things by the same ids, before they are compared: declared renames of either side are carried into the others.
// An id that means two different things gets another name in theirs, so that it and all that refers to it can be told apart.
import { placesToRename, withPlaces } from "../edit/rename-places.ts";
import { renameId } from "../edit/rename-id.ts";
import { idSpace, isObject, type PlainObject, type SystemMap } from "../model/maps.ts";
import type { EntryMap } from "../model/merge.ts";
import type { SourceFile } from "../text/source-file.ts";
import { conflictOf, type MergeConflict } from "./merge-conflict.ts";
import { parsedOnce } from "./parsed-once.ts";
import type { Document } from "./slots.ts";

export interface Aligned {
  readonly base: readonly Document[];
  /** With the renames of theirs made in the text. */
  readonly ours: readonly SourceFile[];
  readonly theirs: readonly Document[];
  readonly conflicts: readonly MergeConflict[];
  /** New objects of theirs whose id is taken by something else, by the name that they have here. */
  readonly setAside: ReadonlyMap<string, { readonly id: string; readonly why: "rename-reuse" | "add-add" }>;
  /** What each side called otherwise, with the name in the merge. */
  readonly renamed: { readonly ours: ReadonlyMap<string, string>; readonly theirs: ReadonlyMap<string, string> };
}

export function documentsOf(files: readonly SourceFile[]): readonly Document[] {
  return files.map((file) => {
    const { value } = parsedOnce(file);
    return { path: file.path, value: isObject(value) ? value : {} };
  });
}

interface Working {
  base: readonly Document[];
  ours: readonly SourceFile[];
  oursNow: readonly Document[];
  theirs: readonly Document[];
  readonly conflicts: MergeConflict[];
  readonly setAside: Map<string, { readonly id: string; readonly why: "rename-reuse" | "add-add" }>;
  readonly renamed: { readonly ours: Map<string, string>; readonly theirs: Map<string, string> };
}

export function alignNames(base: readonly SourceFile[], ours: readonly SourceFile[], theirs: readonly SourceFile[]): Aligned {
  const [baseNow, oursNow, theirsNow] = [base, ours, theirs].map(documentsOf);
  const work: Working = { base: baseNow!, ours, oursNow: oursNow!, theirs: theirsNow!, conflicts: [], setAside: new Map(), renamed: { ours: new Map(), theirs: new Map() } };
  const own = renamesBetween(work.base, work.oursNow);
  const other = renamesBetween(work.base, work.theirs);
  for (const object of homonyms(work, own, other)) setAside(work, object);
  for (const [old, { id, map }] of own) {
    if (!other.has(old)) work.theirs = renamedIn(work.theirs, { from: old, to: id, map });
    work.renamed.theirs.set(old, id);
  }
  for (const [old, rename] of other) takeRename(work, { old, ...rename }, own.get(old)?.id);
  for (const [old, { id, map }] of own) work.base = renamedIn(work.base, { from: old, to: id, map });
  const { base: aligned, ours: files, theirs: others, conflicts, setAside: aside, renamed } = work;
  return { base: aligned, ours: files, theirs: others, conflicts, setAside: aside, renamed };
}

interface Rename {
  readonly old: string;
  readonly id: string;
  readonly map: SystemMap;
}

function takeRename(work: Working, { old, id, map }: Rename, ownName: string | undefined): void {
  if (ownName === id) return;
  const giveUp = (name: string, conflict?: MergeConflict): void => {
    if (conflict) work.conflicts.push(conflict);
    work.theirs = renamedIn(work.theirs, { from: id, to: name, map });
    work.renamed.theirs.set(id, name);
  };
  const about = { map, object: ownName ?? old, path: [], base: old, ours: ownName ?? old, theirs: id };
  if (ownName !== undefined) return giveUp(ownName, conflictOf("rename-rename", { ...about, data: { ours: ownName, theirs: id } }));
  if (objectAt(work.oursNow, old) === undefined) return giveUp(old);
  if (objectAt(work.oursNow, id) !== undefined) return giveUp(old, conflictOf("rename-reuse", { ...about, data: { other: id } }));
  const { files, diagnostics } = renameId(work.ours, old, id);
  const [problem] = diagnostics;
  if (problem) return giveUp(old, conflictOf("not-writable", { ...about, data: { reason: problem.message } }));
  work.ours = files;
  work.oursNow = documentsOf(files);
  work.base = renamedIn(work.base, { from: old, to: id, map });
  work.renamed.ours.set(old, id);
}

interface Homonym {
  readonly id: string;
  readonly map: SystemMap;
  readonly why: "rename-reuse" | "add-add";
}

/** New in theirs, and something else in ours. */
function homonyms({ base, oursNow, theirs }: Working, own: Renames, other: Renames): readonly Homonym[] {
  const [before, mine] = [objectsIn(base), objectsIn(oursNow)];
  const [given, taken] = [[...own.values()].map(({ id }) => id), new Set([...other.values()].map(({ id }) => id))];
  return [...objectsIn(theirs)].flatMap(([id, { map, value }]): readonly Homonym[] => {
    const there = mine.get(id);
    if (before.has(id) || taken.has(id) || there === undefined) return [];
    if (given.includes(id)) return [{ id, map, why: "rename-reuse" }];
    return there.map === map && !isOther(there.value, value) ? [] : [{ id, map, why: "add-add" }];
  });
}

function isOther(a: unknown, b: unknown): boolean {
  return isObject(a) && isObject(b) && ["kind", "from", "to", "type"].some((key) => typeof a[key] === "string" && typeof b[key] === "string" && a[key] !== b[key]);
}

function setAside(work: Working, { id, map, why }: Homonym): void {
  const taken = new Set([work.base, work.oursNow, work.theirs].flatMap((documents) => [...objectsIn(documents).keys()]));
  let name = `${id.slice(0, 50)}-theirs`;
  for (let next = 2; taken.has(name); next++) name = `${id.slice(0, 50)}-theirs-${next}`;
  work.theirs = renamedIn(work.theirs, { from: id, to: name, map });
  work.setAside.set(name, { id, why });
}

type Renames = ReadonlyMap<string, { readonly id: string; readonly map: SystemMap }>;

/** By the name in base: an object that says under `formerly` what it was called. */
function renamesBetween(base: readonly Document[], side: readonly Document[]): Renames {
  const [before, after] = [objectsIn(base), objectsIn(side)];
  const renames = new Map<string, { id: string; map: SystemMap }>();
  for (const [id, { map, value }] of after) {
    const formerly = isObject(value) && Array.isArray(value["formerly"]) ? value["formerly"].map(String) : [];
    for (const old of formerly) if (before.get(old)?.map === map && !before.has(id) && !after.has(old)) renames.set(old, { id, map });
  }
  return renames;
}

interface Found {
  readonly map: SystemMap;
  readonly value: unknown;
}

function objectsIn(documents: readonly Document[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { value } of documents) {
    for (const map of idSpace) for (const [id, object] of isObject(value[map]) ? Object.entries(value[map]) : []) if (!found.has(id)) found.set(id, { map, value: object });
  }
  return found;
}

function objectAt(documents: readonly Document[], id: string): Found | undefined {
  return objectsIn(documents).get(id);
}

/** Nothing is called otherwise than before under its own name. */
function renamedIn(documents: readonly Document[], { from, to, map }: { readonly from: string; readonly to: string; readonly map: SystemMap }): readonly Document[] {
  return documents.map(({ path, value }) => {
    const renamed = withPlaces(value, placesToRename(value, { from, to, map: map as EntryMap })) as PlainObject; // a document stays a document
    const objects = renamed[map];
    const object = isObject(objects) ? objects[to] : undefined;
    if (!isObject(object) || !Array.isArray(object["formerly"]) || !object["formerly"].includes(to)) return { path, value: renamed };
    const { formerly: _, ...rest } = object;
    const kept = object["formerly"].filter((id) => id !== to);
    return { path, value: { ...renamed, [map]: { ...(objects as PlainObject), [to]: kept.length > 0 ? { ...rest, formerly: kept } : rest } } };
  });
}
