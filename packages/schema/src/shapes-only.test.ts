// The schemas hold shapes only: nothing that JSON Schema cannot say, nothing that changes a value, no default that hides absence.
import { expect, test } from "vitest";
import * as z from "zod";
import * as schema from "./index.ts";
import * as results from "./results.ts";

const allowed = new Set(["object", "string", "number", "boolean", "enum", "literal", "union", "array", "record", "optional", "nullable", "lazy", "unknown"]);
/** Patterns, bounds and whole numbers are shapes too. */
const allowedChecks = new Set(["string_format", "min_length", "max_length", "greater_than", "less_than", "number_format"]);

const roots = Object.entries({ ...schema, ...results }).filter(([, value]) => value instanceof z.ZodType) as [string, z.ZodType][];

test("[SCH-3] schemas say only what JSON Schema can say", () => {
  const seen = new Set<z.ZodType>();
  const problems = roots.flatMap(([name, root]) => problemsOf(name, root, seen));
  expect([roots.length > 100, seen.size > 1000, problems]).toEqual([true, true, []]);
});

test("[SCH-3] what cannot be said is found", () => {
  const bad = z.strictObject({ a: z.string().refine((text) => text !== "x"), b: z.string().default("x"), c: z.string().transform((text) => text.length), d: z.object({}) });
  expect(problemsOf("Bad", bad, new Set())).toEqual(["Bad.a: check custom", "Bad.b: default", "Bad.c: pipe", "Bad.d: an open object"]);
});

interface Definition {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly getter?: () => z.ZodType;
}

function problemsOf(at: string, one: z.ZodType, seen: Set<z.ZodType>): readonly string[] {
  if (seen.has(one)) return [];
  seen.add(one);
  const definition = one.def as unknown as Definition; // the parts of all classes that matter here
  const { type, checks = [], shape = {}, catchall, innerType, element, valueType, options = [], getter } = definition;
  if (!allowed.has(type)) return [`${at}: ${type}`];
  const odd = checks.map((check) => check._zod.def.check).filter((check) => !allowedChecks.has(check));
  const open = type === "object" && (catchall as { def?: { type?: string } } | undefined)?.def?.type !== "never" ? [`${at}: an open object`] : [];
  const inner = [innerType, element, valueType, ...options, getter?.()].flatMap((part) => (part === undefined ? [] : problemsOf(at, part, seen)));
  return [...odd.map((check) => `${at}: check ${check}`), ...open, ...inner, ...Object.entries(shape).flatMap(([key, field]) => problemsOf(`${at}.${key}`, field, seen))];
}
