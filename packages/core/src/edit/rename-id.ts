// Renames an object in all files of a model: its key, every reference to it, decisions included, and the old id under `formerly`. Comments and everything else stay.
import { EVENT_ID } from "js-yaml";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { fileRole, fromRoot } from "../model/file-role.ts";
import { describePath, idSpace, isObject } from "../model/maps.ts";
import type { EntryMap } from "../model/merge.ts";
import { nearest } from "../text/nearest.ts";
import { whereIs } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import { isJson, verified } from "./edited.ts";
import { placesToRename, withPlaces } from "./rename-places.ts";
import type { Place, Renaming } from "./rename-places.ts";
import { nodeSpan } from "./node-span.ts";
import { printScalar } from "./print-scalar.ts";
import { setField } from "./set-field.ts";
import type { Splice } from "./splice.ts";

export interface Renamed {
  /** All files that were given, changed or not. */
  readonly files: readonly SourceFile[];
  readonly changed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `root`: folder of the model as it appears in the files' paths. Nothing is changed when the new id is taken (C1092) or the old one is nobody's (C1093). */
export function renameId(files: readonly SourceFile[], from: string, to: string, options: { readonly root?: string } = {}): Renamed {
  const unchanged = (...diagnostics: readonly Diagnostic[]): Renamed => ({ files, changed: [], diagnostics });
  const parsed = files.filter((file) => isModelFile(file, files.length, options.root ?? "")).map((file) => readYaml(file));
  const broken = parsed.flatMap(({ diagnostics }) => diagnostics);
  if (broken.length > 0) return unchanged(...broken);
  const found = locate(parsed, from);
  if (found === undefined) return unchanged(diagnose("C1093", undefined, { id: from, nearest: nearest(from, allIds(parsed)) }));
  const objection = objectionTo(parsed, found, to);
  if (objection !== undefined) return unchanged(objection);
  const renaming: Renaming = { from, to, map: found.map };
  const edits = parsed.map((file) => renameIn(file, renaming, file === found.parsed));
  const problems = edits.flatMap(({ diagnostics }) => diagnostics);
  if (problems.length > 0) return unchanged(...problems);
  const byPath = new Map(edits.map(({ file }) => [file.path, file]));
  const renamed = files.map((file) => byPath.get(file.path) ?? file);
  return { files: renamed, changed: renamed.filter((file, at) => file !== files[at]).map(({ path }) => path), diagnostics: [] };
}

/** For a rename that was made by hand: the old id is put under `formerly`, and nothing else changes. Refused when nobody has the new id (C1093) or somebody still has the old one (C1031). */
export function declareRename(files: readonly SourceFile[], from: string, to: string, options: { readonly root?: string } = {}): Renamed {
  const unchanged = (...diagnostics: readonly Diagnostic[]): Renamed => ({ files, changed: [], diagnostics });
  const parsed = files.filter((file) => isModelFile(file, files.length, options.root ?? "")).map((file) => readYaml(file));
  const broken = parsed.flatMap(({ diagnostics }) => diagnostics);
  if (broken.length > 0) return unchanged(...broken);
  const [found, old] = [locate(parsed, to), locate(parsed, from)];
  if (found === undefined) return unchanged(diagnose("C1093", undefined, { id: to, nearest: nearest(to, allIds(parsed)) }));
  if (old !== undefined) return unchanged(diagnose("C1031", whereIs(old.parsed, [old.map, from]), { object: describePath([found.map, to]), id: from, other: describePath([old.map, from]) }));
  const { file, diagnostics } = withFormerly(found.parsed.file, { from, to, map: found.map });
  if (diagnostics.length > 0) return unchanged(...diagnostics);
  return { files: files.map((one) => (one.path === file.path ? file : one)), changed: file.text === found.parsed.file.text ? [] : [file.path], diagnostics: [] };
}

function isModelFile(file: SourceFile, count: number, root: string): boolean {
  const role = fileRole(fromRoot(file.path, root));
  return (role !== undefined && role !== "lock" && role !== "policy") || count === 1;
}

interface Located {
  /** The file that declares it; one that people wrote before an imported one. */
  readonly parsed: ParsedFile;
  readonly map: EntryMap;
}

function locate(parsed: readonly ParsedFile[], id: string): Located | undefined {
  const all = parsed.flatMap((file) => idSpace.filter((map) => idsOf(file, map).includes(id)).map((map) => ({ parsed: file, map: map as EntryMap }))); // the id space has no imports
  return all.find(({ parsed: { file } }) => !/(?:^|\/)imported\//.test(file.path)) ?? all[0];
}

function idsOf({ value }: ParsedFile, map: string): readonly string[] {
  const entries = isObject(value) ? value[map] : undefined;
  return isObject(entries) ? Object.keys(entries) : [];
}

function allIds(parsed: readonly ParsedFile[]): readonly string[] {
  return parsed.flatMap((file) => idSpace.flatMap((map) => idsOf(file, map)));
}

function objectionTo(parsed: readonly ParsedFile[], found: Located, to: string): Diagnostic | undefined {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(to)) {
    return diagnose("C1092", undefined, { id: to, reason: "an id is a lower-case letter, then letters, digits and hyphens, at most 63 characters" });
  }
  const taken = locate(parsed, to);
  return taken === undefined
    ? undefined
    : diagnose("C1092", whereIs(taken.parsed, [taken.map, to]), { id: to, reason: `${describePath([taken.map, to])} has it` });
}

function renameIn(parsed: ParsedFile, renaming: Renaming, declares: boolean): ReturnType<typeof verified> {
  if (!isObject(parsed.value)) return { file: parsed.file, diagnostics: [] };
  const places = placesToRename(parsed.value, renaming);
  const splices = places.map((place) => spliceFor(parsed, place));
  const blocked = places.find((_, at) => splices[at] === undefined);
  if (blocked !== undefined) {
    return { file: parsed.file, diagnostics: [diagnose("C1090", whereIs(parsed, blocked.path), { path: blocked.path.join("."), reason: "it is written with an alias, an anchor or a tag" })] };
  }
  const edited = verified(parsed, splices.filter((splice) => splice !== undefined), withPlaces(parsed.value, places));
  return declares && edited.diagnostics.length === 0 ? withFormerly(edited.file, renaming) : edited;
}

function withFormerly(file: SourceFile, { from, to, map }: Renaming): ReturnType<typeof verified> {
  const value = readYaml(file).value;
  const entries = isObject(value) ? value[map] : undefined;
  const object = isObject(entries) ? entries[to] : undefined;
  const written = isObject(object) && Array.isArray(object["formerly"]) ? object["formerly"].map(String) : [];
  return setField(file, [map, to, "formerly"], [...written.filter((id) => id !== to && id !== from), from]);
}

function spliceFor(parsed: ParsedFile, { path, inKey, before, after }: Place): Splice | undefined {
  const child = parsed.tree.find(path);
  const node = child === undefined ? -1 : inKey ? child.key : child.value;
  const event = parsed.tree.events[node];
  const span = node < 0 ? undefined : nodeSpan(parsed.tree, node);
  if (span === undefined || event?.type !== EVENT_ID.SCALAR) return undefined;
  // Quotes stay where the text inside needs no escapes.
  if (event.fast && parsed.file.text.slice(event.valueStart, event.valueEnd) === before) return { start: event.valueStart, end: event.valueEnd, text: after };
  return { ...span, text: isJson(parsed.file) ? JSON.stringify(after) : printScalar(after) };
}
