// How a single captured value is written: short (`yes`) or long (with where it came from). Shapes only.
import * as z from "zod";
import { choice } from "../choice.ts";
import { DateSchema, NameSchema } from "./word.ts";

export type Scalar = string | number | boolean;

/** `unknown` may be written wherever a value is open; it means the same as leaving the key out. */
export type Unknown = "unknown";

/** Where a long value says it came from. Maps to a provenance in core: iac, sbom and api count as imported; runtime, scan and test as observed. */
export type ValueSource =
  | "declared" | "assumed" | "imported" | "iac" | "sbom" | "api" | "observed" | "runtime" | "scan" | "test";

export interface LongValue<T> {
  readonly value: T;
  readonly source?: ValueSource;
  /** Where to look, for example `main.tf:12`. */
  readonly ref?: string;
  /** Calendar date, YYYY-MM-DD. */
  readonly at?: string;
  readonly by?: string;
  readonly note?: string;
}

export type FlagValue = "yes" | "no" | Unknown | boolean;
/** A choice also takes `no` (none) and `yes` (some, not said which); `true` and `false` are read as these. */
export type ChoiceAnswer<T extends string> = T | FlagValue;
/** A set may be `unknown`, or `no` for the empty set. */
export type SetValue<T extends string = string> = readonly T[] | Unknown | "no";
export type NumberValue = number | Unknown;

/** Short or long form. */
export type Stated<T> = T | LongValue<T>;

export const ScalarSchema: z.ZodType<Scalar> = z.union([z.string(), z.number(), z.boolean()]);
/** Words in any order, each of which may be a catalogue key, an id or a name. */
export const ScalarOrSetSchema: z.ZodType<Scalar | readonly string[]> = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const ValueSourceSchema = choice<ValueSource>({
  declared: "A person says so.",
  assumed: "Nobody knows; it is taken to be so.",
  imported: "Another tool or file says so.",
  iac: "Infrastructure as code says so.",
  sbom: "A bill of materials says so.",
  api: "An interface description says so.",
  observed: "It was seen.",
  runtime: "It was seen in the running system.",
  scan: "A scanner saw it.",
  test: "A test showed it.",
}, { id: "ValueSource", title: "Source of a value", description: "Where a value comes from; what was seen counts more than what is said." });

const provenanceShape = {
  source: ValueSourceSchema.optional().meta({ title: "Source", description: "How it is known.", examples: ["iac"] }),
  ref: NameSchema.optional().meta({ title: "Reference", description: "Where to look.", examples: ["main.tf:12"] }),
  at: DateSchema.optional().meta({ title: "As of", description: "The day on which it was so.", examples: ["2026-11-01"] }),
  by: NameSchema.optional().meta({ title: "By", description: "Who says so.", examples: ["dana@example.org"] }),
  note: z.string().optional().meta({ title: "Note", description: "Anything a reader should know about it.", examples: ["Only in the production account."] }),
};

/** The long form of a value. */
export function longValue<T>(value: z.ZodType<T>, examples: readonly T[]): z.ZodType<LongValue<T>> {
  const shape = { value: value.meta({ title: "Value", description: "What holds.", examples: [...examples] }), ...provenanceShape };
  return z.strictObject(shape).meta({ title: "Long form", description: "A value with where it comes from." }) as unknown as z.ZodType<LongValue<T>>; // a generic value escapes inference
}

const flag = ["yes", "no", "unknown"] as const;
export const FlagValueSchema: z.ZodType<FlagValue> = z.union([z.enum(flag), z.boolean()]);

/** Short or long form of one of `options`, alternatives of the short form first. */
function stated<T>(options: readonly z.ZodType[], examples: readonly T[]): z.ZodType<Stated<T>> {
  const short = options.length === 1 ? options[0] : z.union(options as [z.ZodType, ...z.ZodType[]]);
  const all: readonly z.ZodType[] = [...options, longValue(short as z.ZodType<T>, examples)];
  return z.union(all as [z.ZodType, ...z.ZodType[]]) as unknown as z.ZodType<Stated<T>>; // options are the members of T
}

export const FlagSchema = stated<FlagValue>([z.enum(flag), z.boolean()], ["yes"])
  .meta({ id: "Flag", title: "Flag", description: "Yes, no or unknown, in the short or the long form." });

/** A choice of the given values, of `no`, `yes` and `unknown`. */
export function choiceValue<T extends string>(texts: Readonly<Record<T, string>>): z.ZodType<Stated<ChoiceAnswer<T>>> {
  const values = { ...texts, no: "None.", yes: "Some, not said which.", unknown: "Not known." };
  const short = z.enum(Object.keys(values) as [string, ...string[]]).meta({ enumDescriptions: Object.values(values) });
  return stated<ChoiceAnswer<T>>([short, z.boolean()], [Object.keys(texts)[0] as T]);
}

/** A set of members, `no` for none of them, or `unknown`. */
export function setValue<T extends string>(member: z.ZodType<T>, examples: readonly (readonly T[])[]): z.ZodType<Stated<SetValue<T>>> {
  return stated<SetValue<T>>([z.array(member), z.enum(["no", "unknown"])], examples);
}

/** A number between two bounds, or `unknown`. */
export function numberValue(bounds: { readonly minimum?: number; readonly maximum?: number }, example: number): z.ZodType<Stated<NumberValue>> {
  const low = bounds.minimum === undefined ? z.number() : z.number().min(bounds.minimum);
  const number = bounds.maximum === undefined ? low : low.max(bounds.maximum);
  return stated<NumberValue>([number, z.literal("unknown")], [example]);
}
