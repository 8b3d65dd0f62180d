// Text of a foreign file to values with positions. JSON is told by its first character, since endings such as `.otm` stand for either language.
import { readYaml } from "@merlon/core";
import type { Limits, ParsedFile } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";

export interface ForeignText {
  readonly parsed: ParsedFile;
  readonly diagnostics: readonly Diagnostic[];
}

export function readForeign(text: string, path: string, limits?: Limits): ForeignText {
  const name = /^\uFEFF?\s*[{[]/.test(text.slice(0, 1000)) ? "foreign.json" : "foreign.yaml";
  const parsed = readYaml({ path: name, text }, limits);
  const diagnostics = parsed.diagnostics.map((diagnostic) => ({ ...diagnostic, ...(diagnostic.where === undefined ? {} : { where: { ...diagnostic.where, file: path } }) }));
  return { parsed, diagnostics };
}
