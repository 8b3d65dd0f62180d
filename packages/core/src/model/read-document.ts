// Reads one file beside a model against a schema of its own, with the same words for what is wrong as in the model's files.
import type * as z from "zod";
import type { Diagnostic, Library } from "@merlon/schema";
import { diagnose, sortDiagnostics } from "../diagnose.ts";
import { readYaml } from "../text/read-yaml.ts";
import { whereAt, type ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import { describeValue } from "./explain-issue.ts";
import { indexLibrary } from "./library-index.ts";
import { isObject } from "./maps.ts";
import { validate } from "./validate.ts";

export interface DocumentRead<T> {
  /** Only of a sound file. */
  readonly document?: T;
  readonly parsed: ParsedFile;
  readonly diagnostics: readonly Diagnostic[];
}

export function readDocument<T>(file: SourceFile, schema: z.ZodType<T>, library: Library): DocumentRead<T> {
  const parsed = readYaml(file);
  if (parsed.value === undefined) return { parsed, diagnostics: parsed.diagnostics };
  if (!isObject(parsed.value)) return { parsed, diagnostics: [diagnose("C1009", whereAt(parsed, 0), { found: describeValue(parsed.value) })] };
  const { document, diagnostics } = validate(parsed, parsed.value, schema, { index: indexLibrary(library), elsewhere: new Map(), fallback: {} });
  const result = schema.safeParse(document);
  return { parsed, diagnostics: sortDiagnostics([...parsed.diagnostics, ...diagnostics]), ...(diagnostics.length === 0 && result.success ? { document: result.data } : {}) };
}
