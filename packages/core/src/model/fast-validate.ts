// The quick way through validation: most documents are right, and most of a document is elements, flows and boundaries.
// Gives up (undefined) at the first thing that does not fit; the slow way then says what it is.
import type * as z from "zod";
import { compileCheck, compileObject, recordOf, shapeOf } from "./compile-check.ts";
import type { Accepts } from "./compile-check.ts";
import type { LibraryIndex } from "./library-index.ts";
import { isExtension, liftEntry } from "./lift.ts";
import { characteristicTargets, isMapName, isObject } from "./maps.ts";
import type { PlainObject } from "./maps.ts";

interface Compiled {
  /** Whole values at the top, extensions taken out. */
  readonly fields: ReadonlyMap<string, Accepts>;
  /** Entries of the large maps, extensions and characteristics left in. */
  readonly entries: ReadonlyMap<string, { readonly key: Accepts; readonly value: Accepts }>;
  readonly required: readonly string[];
}

const compiled = new WeakMap<z.ZodType, WeakMap<LibraryIndex, Compiled>>();

/** The document without extensions at its top and in its small maps; elements, flows and boundaries are the written objects themselves. */
export function fastValidate(raw: PlainObject, schema: z.ZodType, index: LibraryIndex): PlainObject | undefined {
  const { fields, entries, required } = compiledFor(schema, index);
  const document: Record<string, unknown> = {};
  for (const key of Object.keys(raw)) {
    if (isExtension(key)) continue;
    const large = entries.get(key);
    const value = large === undefined ? liftEntry(key, raw[key], index) : raw[key];
    if (large === undefined ? fields.get(key)?.(value) !== true : !acceptsAll(value, large)) return undefined;
    document[key] = value;
  }
  return required.every((key) => Object.hasOwn(document, key)) ? document : undefined;
}

function acceptsAll(map: unknown, { key, value }: { readonly key: Accepts; readonly value: Accepts }): boolean {
  if (!isObject(map)) return false;
  for (const id in map) if (!key(id) || !value(map[id])) return false;
  return true;
}

function compiledFor(schema: z.ZodType, index: LibraryIndex): Compiled {
  const byIndex = compiled.get(schema) ?? new WeakMap<LibraryIndex, Compiled>();
  compiled.set(schema, byIndex);
  const known = byIndex.get(index);
  if (known !== undefined) return known;
  const made = compile(schema, index);
  byIndex.set(index, made);
  return made;
}

function compile(schema: z.ZodType, index: LibraryIndex): Compiled {
  const fields = new Map<string, Accepts>();
  const entries = new Map<string, { readonly key: Accepts; readonly value: Accepts }>();
  const shape = Object.entries(shapeOf(schema) ?? {});
  for (const [key, field] of shape) {
    const target = isMapName(key) ? characteristicTargets[key] : undefined;
    const record = target === undefined ? undefined : recordOf(field);
    const entryShape = record === undefined ? undefined : shapeOf(record.value);
    if (target === undefined || record === undefined || entryShape === undefined) {
      fields.set(key, compileCheck(field));
      continue;
    }
    const own = index.keys[target];
    const structural = Object.fromEntries(Object.entries(entryShape).filter(([name]) => !own.has(name)));
    entries.set(key, {
      key: compileCheck(record.key),
      value: compileObject(structural, (name) => own.has(name) || isExtension(name) || name.includes(".")),
    });
  }
  return { fields, entries, required: shape.filter(([, field]) => field.def.type !== "optional").map(([key]) => key) };
}
