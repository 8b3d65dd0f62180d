// Runtime schema of what is due.
import * as z from "zod";
import { choice } from "../choice.ts";
import { DateSchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { WhereSchema } from "./diagnostic-schema.ts";
import type { Due, DueItem, DueReason } from "./due.ts";

export const DueReasonSchema = choice<DueReason>({
  "expired": "Its last day is past.", "overdue": "The day by which it was to be done is past.", "stale": "A fact that it relied on has another value now.",
  "unconfirmed": "It would also cover threats that nobody confirmed.", "orphaned": "It is about nothing in the model any more.",
  "lock-differs": "Other rules or catalogues are in use than were locked.", "expires": "Its last day comes soon.", "due": "The day by which it is to be done comes soon.",
}, { id: "DueReason", title: "Due reason", description: "Why somebody should look at it." });

const item = {
  model: "acme/webshop", about: "decision", reason: "expired", key: "unlimited-requests@web", covers: ["unlimited-requests@web"], title: "Nothing limits requests",
  owners: ["team-blue"], on: "2026-10-31", days: -2, late: true, says: ["Accepted because the shop closes at night."],
};

export const DueItemSchema = exactly<DueItem>()(z.strictObject({
  model: NameSchema.meta({ title: "Model", description: "The model's id.", examples: ["acme/webshop"] }),
  about: z.enum(["decision", "assumption", "lock"]).meta({ title: "About", description: "What it is.", examples: ["decision"], enumDescriptions: ["A decision about threats or cells.", "Something believed until a day.", "The lock of the rules."] }),
  reason: DueReasonSchema.meta({ title: "Reason", description: "Why somebody should look at it.", examples: ["expired"] }),
  key: NameSchema.meta({ title: "Key", description: "The key of the decision, the id of the assumption, or the lock's name.", examples: [item.key] }),
  covers: z.array(NameSchema).meta({ title: "Covers", description: "The threats and cells that a decision speaks of.", examples: [item.covers] }),
  title: NameSchema.meta({ title: "Title", description: "What it is about, in words.", examples: [item.title] }),
  owners: z.array(NameSchema).meta({ title: "Owners", description: "Who sees to it; empty when nobody is named.", examples: [item.owners] }),
  on: DateSchema.optional().meta({ title: "On", description: "Its day.", examples: [item.on] }),
  days: z.int().optional().meta({ title: "Days", description: "From the day of the report to its day; negative when that is past.", examples: [item.days] }),
  late: z.boolean().meta({ title: "Late", description: "Whether its day is past.", examples: [true] }),
  says: z.array(z.string()).meta({ title: "Says", description: "What changed, or why it was decided.", examples: [item.says] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "Where it is written.", examples: [{ file: "decisions.yaml", line: 4, column: 3 }] }),
}).meta({ id: "DueItem", title: "Due item", description: "One thing that somebody should look at." }));

export const DueSchema = exactly<Due>()(z.strictObject({
  schema: z.literal("merlon/due/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/due/1"] }),
  at: DateSchema.meta({ title: "At", description: "The day of the report.", examples: ["2026-11-02"] }),
  until: DateSchema.meta({ title: "Until", description: "The last day that counts as soon.", examples: ["2026-12-02"] }),
  models: z.array(NameSchema).meta({ title: "Models", description: "The ids of the models that were looked at.", examples: [["acme/webshop"]] }),
  items: z.array(DueItemSchema).meta({ title: "Items", description: "By owner; in that what is late first, then by day.", examples: [[item]] }),
}).meta({ id: "Due", title: "Due", description: "What is due in the models: expiries, actions, decisions that hold no more, and rules that changed." }));
