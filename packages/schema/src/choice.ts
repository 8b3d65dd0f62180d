// An enumeration whose values each have their own text. Values keep the order in which the texts are written.
import * as z from "zod";

export interface ChoiceMeta {
  /** Name in the JSON Schema's `$defs`; the TypeScript type's name. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** `choice<Stage>({ idea: "…", design: "…" }, { … })`: the compiler asks for a text per value and for no other. */
export function choice<T extends string>(texts: Readonly<Record<T, string>>, meta: ChoiceMeta): z.ZodType<T> {
  const values = Object.keys(texts) as [T, ...T[]]; // keys of a total record over T
  return z.enum(values).meta({ ...meta, enumDescriptions: Object.values(texts) }) as unknown as z.ZodType<T>;
}

/** The values of a choice, in order, each with its own text. */
export function choiceTexts<T extends string>(schema: z.ZodType<T>): readonly { readonly value: T; readonly text: string }[] {
  const { options } = schema as unknown as { readonly options: readonly T[] }; // an enumeration, as `choice` makes it
  const texts = schema.meta()?.["enumDescriptions"] as readonly string[] | undefined;
  return options.map((value, at) => ({ value, text: texts?.[at] ?? value }));
}
