// Ordered scales of sensitivity, and the order of trust. Their names and levels are the organisation's own.
import * as z from "zod";
import { ProtectedPropertySchema, SensitivityClassSchema, type ProtectedProperty, type SensitivityClass } from "../common/stride.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** An ordered sensitivity scale, least to most. Rules compare only classes. */
export interface Scale {
  readonly title?: string;
  readonly description?: string;
  /** Absent for the scale called `trust`, and where the scale's name is itself a property. */
  readonly protects?: ProtectedProperty;
  readonly levels: readonly string[];
  /** Class of each level; absent classes spread evenly. */
  readonly class?: Readonly<Record<string, SensitivityClass>>;
}

/** Short form under a property's name, or `trust`: just the levels; or the name of a preset. */
export type ScaleEntry = Scale | readonly string[] | string;

const levels = z.array(NameSchema).min(1);

export const ScaleSchema = exactly<Scale>()(z.strictObject({
  title: NameSchema.optional().meta({ title: "Title", description: "What people call the scale.", examples: ["Confidentiality of the group"] }),
  description: z.string().optional().meta({ title: "Description", description: "When to use which level.", examples: ["From the information handling guideline."] }),
  protects: ProtectedPropertySchema.optional().meta({ title: "Protects", description: "The property it measures; may be left out when the scale is named after it.", examples: ["confidentiality"] }),
  levels: levels.meta({ title: "Levels", description: "The steps, from the least to the most sensitive; the only list whose order counts.", examples: [["public", "internal", "confidential", "secret"]] }),
  class: z.record(NameSchema, SensitivityClassSchema).optional().meta({ title: "Classes", description: "What each level means to rules; levels without one are spread evenly.", examples: [{ public: "none", secret: "high" }] }),
}).meta({ id: "Scale", title: "Scale", description: "An ordered scale of sensitivity; rules compare only the classes of its levels." }));

export const ScaleEntrySchema: z.ZodType<ScaleEntry> = z.union([NameSchema, levels, ScaleSchema])
  .meta({ id: "ScaleEntry", title: "Scale entry", description: "A scale written out, only its levels from least to most, or the name of a preset." });
