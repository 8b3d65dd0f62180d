// Writes a YAML file's lines with two spaces per level of block structure and no spaces at line ends. Lines inside long values move with the line they start on.
import type { ParsedFile } from "../text/parsed-file.ts";
import { layOut, leadOf } from "./line-layout.ts";
import type { LineLayout } from "./line-layout.ts";
import { lineBreakOf } from "./node-span.ts";

export function reindent(parsed: ParsedFile, indent: "two" | "kept"): string {
  const { text } = parsed.file;
  const lines = text.split(/\r?\n/);
  const layout = layOut(parsed, lines);
  return lines.map((line, at) => newLine(line, layout, at, indent)).join(lineBreakOf(text));
}

function newLine(written: string, layout: LineLayout, at: number, indent: "two" | "kept"): string {
  const line = layout.untrimmed.has(at) ? written : written.trimEnd();
  const column = layout.columns.get(at);
  if (indent === "kept" || line === "" || column === undefined) return line;
  const own = leadOf(line);
  // A blank line inside a literal block may be shorter than the block's indent.
  if (own === line.length && own + column.shift < 0) return "";
  return " ".repeat(Math.max(0, own + column.shift)) + singleSpaceAfterDashes(line.slice(own), layout.dashes.get(at) ?? 0);
}

/** `-   a: 1` becomes `- a: 1`, so that the keys below can line up with two spaces. */
function singleSpaceAfterDashes(content: string, dashes: number): string {
  let rest = content;
  let start = "";
  for (let dash = 0; dash < dashes; dash++) {
    start += "- ";
    rest = rest.slice(1).trimStart();
  }
  return start + rest;
}
