// Finds the part of a Zod schema that a path leads to, for messages: the keys an object knows, the text of a format. Only used once something is wrong.
import * as z from "zod";
import type { Path } from "../text/tree.ts";

/** The parts of Zod's definitions that matter here; Zod types them only per class. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly valueType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
}

function definition(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition; // every Zod type's def has `type`; the rest is checked for presence
}

/** All schemas a path can mean; several where unions are on the way. */
function schemasAt(schema: z.ZodType, path: Path): readonly z.ZodType[] {
  let current: readonly z.ZodType[] = alternatives(schema);
  for (const step of path) current = current.flatMap((candidate) => child(candidate, step)).flatMap(alternatives);
  return current;
}

/** Keys that an object at this path may have. */
export function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  return schemasAt(schema, path).flatMap((candidate) => Object.keys(definition(candidate).shape ?? {}));
}

/** Title and description of the format of a text (or of a map's key). */
export function formatAt(schema: z.ZodType, path: Path, part: "value" | "key"): { readonly title?: string; readonly description?: string } {
  for (const candidate of schemasAt(schema, part === "key" ? path.slice(0, -1) : path)) {
    const described = part === "key" ? definition(candidate).keyType : candidate;
    const meta = described === undefined ? undefined : z.globalRegistry.get(described);
    if (meta !== undefined && (part === "key" || definition(candidate).type === "string")) {
      return { ...(meta.title === undefined ? {} : { title: meta.title }), ...(meta.description === undefined ? {} : { description: meta.description }) };
    }
  }
  return {};
}

/** Whether a value would fit at this path. */
export function accepts(schema: z.ZodType, path: Path, value: unknown): boolean {
  return schemasAt(schema, path).some((candidate) => candidate.safeParse(value).success);
}

/** The first example of what may stand at this path. */
export function exampleAt(schema: z.ZodType, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const own = schemasAt(schema, path.slice(0, -1)).flatMap((parent) => child(parent, last)).map(firstExample).find((example) => example !== undefined);
  return own ?? (path.length === 2 ? anyEntry(exampleAt(schema, path.slice(0, -1))) : undefined);
}

/** The first value of a map's example stands for any of its entries. */
function anyEntry(example: unknown): unknown {
  return typeof example === "object" && example !== null ? Object.values(example)[0] : undefined;
}

function firstExample(schema: z.ZodType): unknown {
  const { examples } = z.globalRegistry.get(schema) ?? {};
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  const { innerType } = definition(schema);
  return innerType === undefined ? undefined : firstExample(innerType);
}

function alternatives(schema: z.ZodType): readonly z.ZodType[] {
  const { innerType, options } = definition(schema);
  if (innerType !== undefined) return alternatives(innerType);
  return options === undefined ? [schema] : options.flatMap(alternatives);
}

function child(schema: z.ZodType, step: string | number): readonly z.ZodType[] {
  const { type, shape, valueType, element } = definition(schema);
  const next = type === "object" ? shape?.[step] : type === "record" ? valueType : type === "array" ? element : undefined;
  return next === undefined ? [] : [next];
}
