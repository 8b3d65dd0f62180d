// Tidies a file without changing what it says: two spaces per level, no spaces at line ends, one line break at the end, yes and no instead of true and false. Comments and order stay.
// A file of an older schema version is written anew in today's; of its comments only those at its top can stay.
import { currentVersion, migrate } from "@merlon/schema";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { isObject } from "../model/maps.ts";
import { whereAt } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import { booleanSplices, withoutBooleans } from "./booleans.ts";
import { isJson } from "./edited.ts";
import { lineBreakOf } from "./node-span.ts";
import { printYaml } from "./print-yaml.ts";
import { reindent } from "./reindent.ts";
import { isSameValue } from "./same-value.ts";
import { applySplices } from "./splice.ts";

export interface Formatted {
  /** The very same object when there was nothing to do. */
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that cannot be read is given back as it is, with what is wrong in it. */
export function formatYaml(file: SourceFile): Formatted {
  const parsed = readYaml(file);
  if (parsed.value === undefined) return { file, diagnostics: parsed.diagnostics };
  const { document, applied } = migrate(parsed.value);
  if (applied.length > 0) return rewritten(parsed, withoutBooleans(document));
  const intended = withoutBooleans(parsed.value);
  // What cannot be indented anew without changing its meaning keeps its indentation.
  const text = candidates(parsed, intended).find((candidate) => isSameValue(readYaml({ path: file.path, text: candidate }).value, intended));
  return { file: text === undefined || text === file.text ? file : { path: file.path, text }, diagnostics: [] };
}

function rewritten(parsed: ParsedFile, document: unknown): Formatted {
  const { file } = parsed;
  if (isJson(file)) return { file: { path: file.path, text: `${JSON.stringify(document, null, 2)}\n` }, diagnostics: [] };
  const head = commentsAtTop(file.text);
  const text = head + printYaml(document);
  const lost = /(?<=^|[ \t])#/m.exec(file.text.slice(head.length));
  const where = lost === null ? undefined : whereAt(parsed, head.length + lost.index);
  return { file: { path: file.path, text }, diagnostics: where === undefined ? [] : [diagnose("C1094", where, { known: currentVersion })] };
}

/** Comments and blank lines before anything else, line by line: a file may have millions. */
function commentsAtTop(text: string): string {
  let end = 0;
  for (let next = text.indexOf("\n"); next >= 0 && /^[ \t]*(?:#.*)?\r?$/.test(text.slice(end, next)); next = text.indexOf("\n", end)) end = next + 1;
  return text.slice(0, end);
}

function candidates(parsed: ParsedFile, intended: unknown): readonly string[] {
  const { file } = parsed;
  if (isJson(file)) return isObject(intended) ? [`${JSON.stringify(intended, null, 2)}\n`] : [];
  const worded = applySplices(file.text, booleanSplices(parsed));
  const ends = oneLineBreakAtEnd(worded);
  const tidy = (text: string, indent: "two" | "kept"): string => reindent(readYaml({ path: file.path, text }), indent);
  return [tidy(ends, "two"), tidy(worded, "two"), tidy(ends, "kept"), worded];
}

function oneLineBreakAtEnd(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed === "" ? "" : trimmed + lineBreakOf(text);
}
