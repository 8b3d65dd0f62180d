// Sets one value in a file: replaces it where it stands, adds it where it is missing, removes it when there is no value any more.
import { COLLECTION_STYLE, EVENT_ID } from "js-yaml";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Child, Path, Tree } from "../text/tree.ts";
import { planEntry } from "./add-entry.ts";
import { editFile, isJson, refuse, withValue } from "./edited.ts";
import type { Edited, Plan } from "./edited.ts";
import { afterColon, columnOf, endOfLine, lineBreakOf, nodeSpan, startOfLine } from "./node-span.ts";
import type { Span } from "./node-span.ts";
import { printFlow, printValue } from "./print-yaml.ts";
import { planRemoval } from "./remove-entry.ts";

/** `undefined` removes. Missing maps on the way are made. */
export function setField(file: SourceFile, path: Path, value: unknown): Edited {
  return editFile(file, (before) => withValue(before, path, value), (parsed) => planValue(parsed, path, value));
}

export function planValue(parsed: ParsedFile, path: Path, value: unknown): Plan {
  if (value === undefined) return planRemoval(parsed, path);
  const child = parsed.tree.find(path);
  if (child !== undefined) return path.length === 0 ? refuse(parsed, path, "it is the whole file") : replace(parsed, path, child, value);
  const key = path.at(-1);
  return typeof key === "string" ? planEntry(parsed, path.slice(0, -1), { key, value }) : refuse(parsed, path, "there is no such list item");
}

function replace(parsed: ParsedFile, path: Path, child: Child, value: unknown): Plan {
  const { tree, file } = parsed;
  const event = tree.events[child.value];
  const colon = afterColon(tree, child);
  if (event?.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.anchorStart < 0 && event.tagStart < 0) {
    return colon === undefined ? refuse(parsed, path, "it is empty and has no clear place") : [{ start: colon, end: colon, text: ` ${inline(file, value)}` }];
  }
  const span = nodeSpan(tree, child.value);
  if (span === undefined) return refuse(parsed, path, "it has an anchor, an alias or a tag");
  if (colon === undefined || !startsItsLine(parsed, child)) return [{ ...span, text: inline(file, value) }];
  return replaceBlock(parsed, child, { span, colon }, value);
}

interface OldValue {
  readonly span: Span;
  /** Right after the colon of its key. */
  readonly colon: number;
}

/** The value of a key in block style. It may begin on the key's line or below it, with comments in between that stay. */
function replaceBlock({ tree, file }: ParsedFile, child: Child, { span, colon }: OldValue, value: unknown): Plan {
  const { text } = file;
  const lineBreak = lineBreakOf(text);
  const [first = "", ...rest] = printValue(value, " ".repeat(columnOf(tree, child.key)), colon - startOfLine(text, colon));
  const isBelow = text.slice(colon, span.start).includes("\n");
  if (!isBelow && rest.length === 0) return [{ ...span, text: first.slice(1) }];
  if (!isBelow) {
    // A comment at the end of the line stays there, before the new lines.
    const lineEnd = endOfLine(text, span.end);
    return [{ start: colon, end: span.end, text: first }, { start: lineEnd, end: lineEnd, text: rest.map((line) => lineBreak + line).join("") }];
  }
  const ownLine = startOfLine(text, span.start);
  if (first === "") return [{ start: ownLine, end: span.end, text: rest.join(lineBreak) }];
  const oneLine = rest.length === 0 ? first : ` ${printFlow(value)}`;
  const before = ownLine - (text.startsWith("\r\n", ownLine - 2) ? 2 : 1);
  return [{ start: colon, end: colon, text: oneLine }, { start: before, end: span.end, text: "" }];
}

/** Only there can a value go on in further lines. */
function startsItsLine({ tree, file }: ParsedFile, child: Child): boolean {
  const key = isJson(file) ? undefined : nodeSpan(tree, child.key);
  return key !== undefined && file.text.slice(startOfLine(file.text, key.start), key.start).trim() === "" && isBlockEntry(tree, child);
}

/** A key at the start of a line may still stand between the braces of a flow map. */
function isBlockEntry(tree: Tree, child: Child): boolean {
  let depth = 0;
  for (let at = child.key - 1; at > 0; at--) {
    const event = tree.events[at];
    if (event?.type === EVENT_ID.POP) depth++;
    else if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) {
      if (depth === 0) return event.style === COLLECTION_STYLE.BLOCK;
      depth--;
    }
  }
  return false;
}

function inline(file: SourceFile, value: unknown): string {
  return isJson(file) ? JSON.stringify(value) : printFlow(value);
}
