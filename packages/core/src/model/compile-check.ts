// Compiles a Zod schema to a plain yes-or-no test, several times faster than Zod because it makes no copies and no messages.
// What it accepts, Zod accepts (property-tested); what it does not accept is given to Zod, which says why.
import type * as z from "zod";

export type Accepts = (value: unknown) => boolean;

/** The parts of Zod's definitions that schemas of ours use; Zod types them only per class. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDefinition } }[];
}

interface CheckDefinition {
  readonly check: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
}

/** Knows nothing: whatever is not supported goes to Zod. */
function never(): boolean {
  return false;
}

export function compileCheck(schema: z.ZodType): Accepts {
  const definition = schema.def as unknown as Definition; // every def has `type`; the rest is checked for presence
  switch (definition.type) {
    case "optional": {
      const inner = definition.innerType === undefined ? never : compileCheck(definition.innerType);
      return (value) => value === undefined || inner(value);
    }
    case "string":
      return withChecks((value) => typeof value === "string", definition);
    case "number":
      return withChecks(definition.format === undefined ? Number.isFinite : Number.isSafeInteger, definition);
    case "boolean":
      return (value) => typeof value === "boolean";
    case "literal": {
      const values = new Set(definition.values);
      return (value) => values.has(value);
    }
    case "enum": {
      const values = new Set<unknown>(Object.values(definition.entries ?? {}));
      return (value) => values.has(value);
    }
    case "union": {
      const options = (definition.options ?? []).map(compileCheck);
      return (value) => options.some((accepts) => accepts(value));
    }
    default:
      return compileCollection(definition);
  }
}

function compileCollection(definition: Definition): Accepts {
  if (definition.type === "array" && definition.element !== undefined) {
    const element = compileCheck(definition.element);
    return withChecks((value) => Array.isArray(value) && value.every(element), definition);
  }
  if (definition.type === "record" && definition.keyType !== undefined && definition.valueType !== undefined) {
    const key = compileCheck(definition.keyType);
    const entry = compileCheck(definition.valueType);
    return (value) => isPlain(value) && Object.keys(value).every((name) => key(name) && entry(value[name]));
  }
  return definition.type === "object" && definition.shape !== undefined ? compileObject(definition.shape, never) : never;
}

/** A strict object; keys that it does not know are allowed where `admits` says so. */
export function compileObject(shape: Readonly<Record<string, z.ZodType>>, admits: (key: string) => boolean): Accepts {
  const fields = new Map(Object.entries(shape).map(([key, schema]) => [key, compileCheck(schema)]));
  const required = Object.entries(shape).filter(([, schema]) => schema.def.type !== "optional").map(([key]) => key);
  return function acceptsObject(value) {
    if (!isPlain(value)) return false;
    for (const key in value) {
      const field = fields.get(key);
      if (field === undefined ? !admits(key) : !field(value[key])) return false;
    }
    for (const key of required) if (!Object.hasOwn(value, key)) return false;
    return true;
  };
}

/** The shape of an object schema, of its optional form too. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  const { innerType, shape } = schema.def as unknown as Definition; // as above
  return innerType === undefined ? shape : shapeOf(innerType);
}

/** Key and value schema of a record, of its optional form too. */
export function recordOf(schema: z.ZodType): { readonly key: z.ZodType; readonly value: z.ZodType } | undefined {
  const { innerType, keyType, valueType } = schema.def as unknown as Definition; // as above
  if (innerType !== undefined) return recordOf(innerType);
  return keyType === undefined || valueType === undefined ? undefined : { key: keyType, value: valueType };
}

function withChecks(accepts: Accepts, { checks }: Definition): Accepts {
  const all = (checks ?? []).filter(({ _zod }) => _zod.def.check !== "number_format").map(({ _zod }) => compileDetail(_zod.def));
  const [only] = all;
  if (only === undefined) return accepts;
  return all.length === 1 ? (value) => accepts(value) && only(value) : (value) => accepts(value) && all.every((detail) => detail(value));
}

function compileDetail({ check, pattern, minimum = 0, value: bound = 0, inclusive }: CheckDefinition): Accepts {
  switch (check) {
    case "string_format":
      return pattern === undefined || pattern.global || pattern.sticky ? never : (value) => pattern.test(String(value));
    case "min_length":
      return (value) => (typeof value === "string" || Array.isArray(value)) && value.length >= minimum;
    case "greater_than":
      return (value) => (inclusive === true ? Number(value) >= bound : Number(value) > bound);
    case "less_than":
      return (value) => (inclusive === true ? Number(value) <= bound : Number(value) < bound);
    default:
      return never;
  }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
