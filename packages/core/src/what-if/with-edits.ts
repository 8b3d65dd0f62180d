// Files of a model as if they said something else: values put in or taken out, with places that stay those of the text.
import type { Diagnostic, Library } from "@merlon/schema";
import { indexLibrary } from "../model/library-index.ts";
import { isObject, type PlainObject } from "../model/maps.ts";
import { withRaw, type ModelSource } from "../model/read-sources.ts";

/** Sets one value of one file; `undefined` takes it out. */
export interface ValueEdit {
  readonly file: string;
  readonly path: readonly [string, ...string[]];
  readonly value: unknown;
}

/** The diagnostics are about values that their files may not hold. */
export function withEdits(sources: readonly ModelSource[], edits: readonly ValueEdit[], library: Library): { readonly sources: readonly ModelSource[]; readonly diagnostics: readonly Diagnostic[] } {
  const index = indexLibrary(library);
  const byFile = new Map<string, ValueEdit[]>();
  for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit]);
  const changed = sources.map((source) => {
    const own = byFile.get(source.parsed.file.path);
    return own ? withRaw(source, edited(source.raw, own), index) : { source, diagnostics: [] };
  });
  return { sources: changed.map(({ source }) => source), diagnostics: changed.flatMap(({ diagnostics }) => diagnostics) };
}

type Entries = Record<string, unknown>;

/** Copies each map on the way once, however many edits go through it. */
function edited(raw: PlainObject, edits: readonly ValueEdit[]): PlainObject {
  const copies = new Set<unknown>();
  const copyOf = (value: unknown): Entries => {
    if (copies.has(value)) return value as Entries; // made here
    const copy = isObject(value) ? { ...value } : {};
    copies.add(copy);
    return copy;
  };
  const root = copyOf(raw);
  for (const { path, value } of edits) {
    let map = root;
    for (const step of path.slice(0, -1)) map = map[step] = copyOf(map[step]);
    const last = path[path.length - 1]!;
    if (value === undefined) Reflect.deleteProperty(map, last);
    else map[last] = value;
  }
  return root;
}

/** Sets one field of an object in every file that states it, else in the first that has the object: so the value holds, whatever else was said. */
export function fieldEdits(sources: readonly ModelSource[], object: { readonly map: string; readonly id: string }, field: readonly [string, ...string[]], value: unknown): readonly ValueEdit[] {
  const having = sources.filter(({ raw }) => entryIn(raw, object) !== undefined);
  const stating = having.filter(({ raw }) => isObject(entryIn(raw, object)) && Object.hasOwn(entryIn(raw, object) as PlainObject, field[0]));
  return (stating.length > 0 ? stating : having.slice(0, 1)).map(({ parsed }) => ({ file: parsed.file.path, path: [object.map, object.id, ...field], value }));
}

function entryIn(raw: PlainObject, { map, id }: { readonly map: string; readonly id: string }): unknown {
  const entries = raw[map];
  return isObject(entries) && Object.hasOwn(entries, id) ? entries[id] : undefined;
}
