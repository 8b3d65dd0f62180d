// Assumptions: what a team believes without having seen it.
import * as z from "zod";
import { describedShape, type Described } from "../common/described.ts";
import { ScalarSchema, type Scalar } from "../common/value.ts";
import { DateSchema, IdSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** Something believed, by whom, until when; may stand for facts (`web.input-validation: yes`). */
export interface Assumption extends Described {
  readonly text: string;
  readonly about?: readonly string[];
  readonly by?: string;
  /** Calendar date, YYYY-MM-DD. After it the assumption no longer stands. */
  readonly until?: string;
  readonly evidence?: readonly string[];
  /** `object.characteristic` to value. */
  readonly facts?: Readonly<Record<string, Scalar>>;
}

export const assumptionShape = {
  ...describedShape,
  text: NameSchema.meta({ title: "Text", description: "What is believed, in one sentence.", examples: ["The provider patches the database within a week."] }),
  about: z.array(IdSchema).optional().meta({ title: "About", description: "The objects of the model it is about.", examples: [["orders"]] }),
  by: NameSchema.optional().meta({ title: "By", description: "Who believes it.", examples: ["dana@example.org"] }),
  until: DateSchema.optional().meta({ title: "Until", description: "The last day on which it stands.", examples: ["2027-06-30"] }),
  evidence: z.array(IdSchema).optional().meta({ title: "Evidence", description: "Evidence for it.", examples: [["provider-audit"]] }),
  facts: z.record(NameSchema, ScalarSchema).optional().meta({ title: "Facts", description: "The values it stands for, by object and characteristic.", examples: [{ "orders.encryption-at-rest": "yes" }] }),
};

export const AssumptionSchema = exactly<Assumption>()(z.strictObject(assumptionShape)
  .meta({ id: "Assumption", title: "Assumption", description: "Something believed, by whom and until when." }));
