// A file laid over a model, as if it were one more file of it: new objects join, and what it says of an object that is there takes the place of what was said.
import type { Diagnostic, Library, Where } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { isSameValue } from "../edit/same-value.ts";
import { describeValue } from "../model/explain-issue.ts";
import { indexLibrary } from "../model/library-index.ts";
import { idSpace, isObject, type PlainObject } from "../model/maps.ts";
import { migrateDocument } from "../model/migrate-document.ts";
import { withRaw, type ModelSource } from "../model/read-sources.ts";
import { whereAt, whereIs } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import { fieldEdits, withEdits, type ValueEdit } from "./with-edits.ts";

export interface Overlaid {
  readonly sources: readonly ModelSource[];
  /** With places in the overlay. */
  readonly diagnostics: readonly Diagnostic[];
  /** Ids that only the overlay has. */
  readonly added: readonly string[];
  /** What it says of objects that are there, where that is something else than before. */
  readonly changed: readonly OverlaidValue[];
}

export interface OverlaidValue {
  /** Of the model, where it would be written, and the path in it. */
  readonly file: string;
  readonly path: string;
  /** In the overlay. */
  readonly where: Where;
}

/** Maps are laid over key by key; a list, a word and a value with its source are replaced. */
export function withOverlay(sources: readonly ModelSource[], file: SourceFile, library: Library): Overlaid {
  const parsed = readYaml(file);
  const value = parsed.value ?? {};
  if (parsed.value === undefined || !isObject(value)) {
    return { sources, added: [], changed: [], diagnostics: parsed.value === undefined ? parsed.diagnostics : [diagnose("C1009", whereAt(parsed, 0), { found: describeValue(value) })] };
  }
  const versioned = migrateDocument(parsed, value);
  const { own, added, edits } = split(versioned.document, sources);
  const overlay = withRaw({ role: "system", parsed, raw: own, document: {} }, own, indexLibrary(library));
  const under = withEdits(sources, edits, library);
  const changed = edits.map(({ file: home, path }): OverlaidValue => ({ file: home, path: path.join("."), where: whereIs(parsed, path) }));
  return {
    sources: [...under.sources.filter(({ role }) => role !== "imported"), overlay.source, ...under.sources.filter(({ role }) => role === "imported")],
    added, changed, diagnostics: [...versioned.diagnostics, ...overlay.diagnostics, ...under.diagnostics.map((one) => ({ ...one, ...placed(one, changed) }))],
  };
}

/** A place in the model's text, where the overlay says what is wrong there. */
function placed({ where }: Diagnostic, changed: readonly OverlaidValue[]): Pick<Diagnostic, "where"> {
  const found = changed.find(({ file, path }) => file === where?.file && `${where.path ?? ""}.`.startsWith(`${path}.`));
  return found ? { where: { ...found.where, ...(where?.path === undefined ? {} : { path: where.path }) } } : {};
}

const maps: ReadonlySet<string> = new Set([...idSpace, "scales"]);

interface Split {
  /** What is not about objects that are there. */
  readonly own: PlainObject;
  readonly added: readonly string[];
  readonly edits: readonly ValueEdit[];
}

function split(raw: PlainObject, sources: readonly ModelSource[]): Split {
  const own: Record<string, unknown> = {};
  const added: string[] = [];
  const edits: ValueEdit[] = [];
  for (const [map, entries] of Object.entries(raw)) {
    if (!maps.has(map) || !isObject(entries)) {
      own[map] = entries;
      continue;
    }
    const fresh = Object.entries(entries).filter(([id]) => !sources.some((source) => valueAt(source.raw, [map, id]) !== undefined));
    if (fresh.length > 0) own[map] = Object.fromEntries(fresh);
    added.push(...fresh.map(([id]) => id));
    for (const [id, value] of Object.entries(entries)) if (!fresh.some(([other]) => other === id)) edits.push(...editsOf(sources, { map, id }, value));
  }
  return { own, added, edits };
}

function editsOf(sources: readonly ModelSource[], object: { readonly map: string; readonly id: string }, value: unknown): readonly ValueEdit[] {
  const { map, id } = object;
  const all = isObject(value)
    ? leavesOf(value).flatMap(({ path, leaf }) => fieldEdits(sources, object, path, leaf))
    : sources.filter(({ raw }) => valueAt(raw, [map, id]) !== undefined).map(({ parsed }): ValueEdit => ({ file: parsed.file.path, path: [map, id], value }));
  return all.filter((edit) => !isSameValue(valueAt(sourceOf(sources, edit.file), edit.path), edit.value));
}

function sourceOf(sources: readonly ModelSource[], file: string): PlainObject {
  return sources.find(({ parsed }) => parsed.file.path === file)?.raw ?? {};
}

interface Leaf {
  readonly path: readonly [string, ...string[]];
  readonly leaf: unknown;
}

function leavesOf(map: PlainObject): readonly Leaf[] {
  return Object.entries(map).flatMap(([key, value]): readonly Leaf[] => {
    if (!isObject(value) || Object.hasOwn(value, "value") || Object.keys(value).length === 0) return [{ path: [key], leaf: value }];
    return leavesOf(value).map(({ path, leaf }): Leaf => ({ path: [key, ...path], leaf }));
  });
}

function valueAt(raw: PlainObject, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined), raw);
}
