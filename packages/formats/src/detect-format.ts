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

export function detectFormat(path: string, text: string, known: readonly Format[] = formats): Detected {
  const start = { file: path, line: 1, column: 1 };
  const notData = identifyText(text);
  const { parsed, diagnostics } = notData === undefined ? readForeign(text, path) : { parsed: undefined, diagnostics: [] };
  const verdicts = known.map((format) => ({ format, verdict: format.recognises({ text, value: parsed?.value }) }));
  const own = verdicts.find(({ verdict }) => verdict === true);
  if (own) return { format: own.format, diagnostics: [] };
  const other = verdicts.map(({ verdict }) => verdict).find((verdict) => typeof verdict === "object") ?? notData;
  if (other !== undefined) return { diagnostics: [diagnose("F2002", start, { what: other.what, advice: other.advice })] };
  return { diagnostics: parsed?.value === undefined ? diagnostics : [refusal(identify(parsed.value), path)] };
}
