// Finds the format of a foreign file by what it holds; its name is only a hint. A file that nothing can read is named as far as it is known.
import type { Diagnostic } from "@merlon/schema";
import type { Format } from "./format.ts";
import { formats } from "./formats.ts";
import { diagnose } from "./diagnose.ts";
import { readForeign } from "./foreign/read-foreign.ts";
import { identify, identifyText } from "./identify.ts";
import { refusal } from "./open-file.ts";

export interface Detected {
  readonly format?: Format;
  /** Why there is no format; empty when there is one. */
  readonly diagnostics: readonly Diagnostic[];
}

export function detectFormat(path: string, text: string): Detected {
  const other = identifyText(text);
  if (other !== undefined) return { diagnostics: [diagnose("F2002", { file: path, line: 1, column: 1 }, { what: other.what, advice: other.advice })] };
  const { parsed, diagnostics } = readForeign(text, path);
  if (parsed.value === undefined) return { diagnostics };
  const identity = identify(parsed.value);
  const format = formats.find((candidate) => candidate.id === identity);
  return format === undefined ? { diagnostics: [refusal(identity, path)] } : { format, diagnostics: [] };
}
