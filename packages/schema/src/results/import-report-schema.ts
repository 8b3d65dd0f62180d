// Runtime schemas of what an import gives besides the model: its losses.
import * as z from "zod";
import { choice } from "../choice.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import { ModelDocumentSchema } from "../model/document.ts";
import { DiagnosticSchema } from "./diagnostic-schema.ts";
import type { ImportResult, Loss, LossKind } from "./import-report.ts";

export const LossKindSchema = choice<LossKind>({
  dropped: "It is not carried over.",
  defaulted: "A value of ours stands in for one that is missing.",
  guessed: "It was inferred from weak signs.",
  kept: "It is carried as an extension that nothing reads.",
}, { id: "LossKind", title: "Loss kind", description: "What an import did with something it could not carry." });

const loss = { kind: "dropped", at: "/detail/diagrams/0/cells/4", what: "a curve without elements", why: "A boundary needs members." };

export const LossSchema = exactly<Loss>()(z.strictObject({
  kind: LossKindSchema.meta({ title: "Kind", description: "What was done with it.", examples: ["dropped"] }),
  at: z.string().meta({ title: "At", description: "The place in the foreign file.", examples: [loss.at] }),
  what: NameSchema.meta({ title: "What", description: "What it is.", examples: [loss.what] }),
  why: NameSchema.meta({ title: "Why", description: "Why it could not be carried.", examples: [loss.why] }),
  object: NameSchema.optional().meta({ title: "Object", description: "The object of ours that it concerns.", examples: ["web"] }),
}).meta({ id: "Loss", title: "Loss", description: "Something that an import could not carry as it was." }));

export const ImportResultSchema = exactly<ImportResult>()(z.strictObject({
  format: NameSchema.meta({ title: "Format", description: "The foreign format.", examples: ["otm"] }),
  formatVersion: NameSchema.meta({ title: "Format version", description: "The version of the foreign format.", examples: ["0.2.0"] }),
  document: ModelDocumentSchema.meta({ title: "Document", description: "The model that was made of it.", examples: [{ merlon: 1, id: "shop" }] }),
  losses: z.array(LossSchema).meta({ title: "Losses", description: "What could not be carried as it was.", examples: [[loss]] }),
  diagnostics: z.array(DiagnosticSchema).meta({ title: "Diagnostics", description: "What was noticed on the way.", examples: [[]] }),
  counts: z.record(z.string(), z.number()).meta({ title: "Counts", description: "What was read and what came of it.", examples: [{ elements: 4 }] }),
}).meta({ id: "ImportResult", title: "Import", description: "What came of a foreign file." }));
