// Runtime schemas of diagnostics and of the envelope that every command prints with `--json`.
import * as z from "zod";
import { choice } from "../choice.ts";
import { NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";
import type { Diagnostic, DiagnosticSeverity, Envelope, Where } from "./diagnostic.ts";

const position = z.int().min(1);

export const WhereSchema = exactly<Where>()(z.strictObject({
  file: NameSchema.meta({ title: "File", description: "The file's path from the model's folder.", examples: ["model.yaml"] }),
  line: position.meta({ title: "Line", description: "The line, counted from 1.", examples: [12] }),
  column: position.meta({ title: "Column", description: "The column, counted from 1.", examples: [5] }),
  path: NameSchema.optional().meta({ title: "Path", description: "The object and the key that are meant.", examples: ["elements.web.protocol"] }),
}).meta({ id: "Where", title: "Place", description: "A place in the user's material." }));

export const DiagnosticSeveritySchema = choice<DiagnosticSeverity>({
  error: "What is written cannot be used.",
  warning: "What is written is probably not meant so.",
  info: "Worth knowing.",
}, { id: "DiagnosticSeverity", title: "Diagnostic severity", description: "How much a diagnostic matters." });

export const DiagnosticSchema = exactly<Diagnostic>()(z.strictObject({
  code: z.string().regex(/^[A-Z]\d{4}$/).meta({ title: "Code", description: "A letter for the part of Merlon and four digits.", examples: ["C1020"] }),
  severity: DiagnosticSeveritySchema.meta({ title: "Severity", description: "How much it matters.", examples: ["error"] }),
  message: NameSchema.meta({ title: "Message", description: "What is wrong, in one sentence.", examples: ["There is no element `web-ap`."] }),
  where: WhereSchema.optional().meta({ title: "Where", description: "The place it is about.", examples: [{ file: "model.yaml", line: 12, column: 5 }] }),
  data: z.record(z.string(), z.unknown()).optional().meta({ title: "Data", description: "The parts of the message, for programs.", examples: [{ id: "web-ap" }] }),
  hint: NameSchema.optional().meta({ title: "Hint", description: "What to do, or the nearest right thing.", examples: ["Did you mean `web-api`?"] }),
}).meta({ id: "Diagnostic", title: "Diagnostic", description: "A problem in the user's material." }));

export const EnvelopeSchema = exactly<Envelope<unknown>>()(z.strictObject({
  schema: NameSchema.meta({ title: "Schema", description: "The command and the version of its result's shape.", examples: ["merlon/analyze/1"] }),
  ok: z.boolean().meta({ title: "Ok", description: "Whether the command did what was asked.", examples: [true] }),
  diagnostics: z.array(DiagnosticSchema).meta({ title: "Diagnostics", description: "What was noticed, sorted by place.", examples: [[]] }),
  result: z.unknown().meta({ title: "Result", description: "What the command gives, or null.", examples: [null] }),
}).meta({ id: "Envelope", title: "Envelope", description: "What every command prints with `--json`." }));
