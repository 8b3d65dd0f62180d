// Adds an entry to a map that is there, in the style that the map is written in.
import { COLLECTION_STYLE, EVENT_ID } from "js-yaml";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Child, Path, Tree } from "../text/tree.ts";
import { editFile, isJson, refuse, withValue } from "./edited.ts";
import type { Edited, Plan } from "./edited.ts";
import { afterColon, childEnd, columnOf, endOfLine, lastChild, lineBreakOf, nodeSpan, startOfLine } from "./node-span.ts";
import { printEntry, printFlow } from "./print-yaml.ts";

export interface NewEntry {
  readonly key: string;
  readonly value: unknown;
}

/** Adds at the end of the map at `path` (`[]` is the whole file), which may be missing or empty. The key must be new. */
export function addEntry(file: SourceFile, path: Path, key: string, value: unknown): Edited {
  return editFile(file, (before) => withValue(before, [...path, key], value), (parsed) => planEntry(parsed, path, { key, value }));
}

export function planEntry(parsed: ParsedFile, path: Path, entry: NewEntry): Plan {
  const { tree } = parsed;
  const owner = tree.find(path);
  if (owner === undefined) {
    const key = path.at(-1);
    if (typeof key !== "string") return refuse(parsed, path, "there is no such list item");
    return planEntry(parsed, path.slice(0, -1), { key, value: { [entry.key]: entry.value } });
  }
  const event = tree.events[owner.value];
  if (event?.type === EVENT_ID.MAPPING) {
    if (tree.child(owner.value, entry.key) !== undefined) return refuse(parsed, [...path, entry.key], "it is there already");
    if (event.anchorStart >= 0 || event.tagStart >= 0) return refuse(parsed, path, "it has an anchor or a tag");
    return event.style === COLLECTION_STYLE.FLOW ? intoFlow(parsed, owner, path, entry) : intoBlock(parsed, owner.value, path, entry);
  }
  return isEmptyNode(tree, owner) || tree.root === 0 ? intoNothing(parsed, owner, path, entry) : refuse(parsed, path, "it is not a map");
}

function isEmptyNode(tree: Tree, child: Child): boolean {
  const event = tree.events[child.value];
  return event?.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.anchorStart < 0 && event.tagStart < 0;
}

function intoBlock(parsed: ParsedFile, node: number, path: Path, { key, value }: NewEntry): Plan {
  const { tree, file } = parsed;
  const last = lastChild(tree, node);
  const end = last === undefined ? undefined : childEnd(tree, last);
  if (end === undefined) return refuse(parsed, path, "its last entry has no clear end");
  const lineBreak = lineBreakOf(file.text);
  const at = endOfLine(file.text, end);
  const lines = printEntry(key, value, " ".repeat(columnOf(tree, node)));
  return [{ start: at, end: at, text: lines.map((line) => lineBreak + line).join("") + (at === file.text.length ? lineBreak : "") }];
}

function intoFlow(parsed: ParsedFile, owner: Child, path: Path, entry: NewEntry): Plan {
  const { tree, file } = parsed;
  const span = nodeSpan(tree, owner.value);
  if (span === undefined) return refuse(parsed, path, "it has no clear end");
  const last = lastChild(tree, owner.value);
  const colon = last === undefined && !isJson(file) && isInBlock(tree, path) ? afterColon(tree, owner) : undefined;
  if (colon !== undefined) return [{ start: colon, end: span.end, text: blockUnder(parsed, owner, entry) }];
  const text = isJson(file) ? `${JSON.stringify(entry.key)}: ${JSON.stringify(entry.value)}` : printFlow({ [entry.key]: entry.value }).slice(1, -1);
  if (last === undefined) return [{ start: span.start + 1, end: span.start + 1, text }];
  const end = childEnd(tree, last);
  if (end === undefined) return refuse(parsed, path, "its last entry has no clear end");
  const keyAt = nodeSpan(tree, last.key)?.start ?? end;
  const lineStart = startOfLine(file.text, keyAt);
  const ownLine = lineStart > span.start && file.text.slice(lineStart, keyAt).trim() === "";
  const separator = ownLine ? `,${lineBreakOf(file.text)}${file.text.slice(lineStart, keyAt)}` : ", ";
  return [{ start: end, end, text: separator + text }];
}

/** True when the map that holds the entry at `path` is written in block style. */
function isInBlock(tree: Tree, path: Path): boolean {
  const parent = tree.find(path.slice(0, -1));
  const event = parent === undefined ? undefined : tree.events[parent.value];
  return event?.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.BLOCK;
}

/** Lines below a key whose map is empty. */
function blockUnder({ tree, file }: ParsedFile, owner: Child, { key, value }: NewEntry): string {
  const lines = printEntry(key, value, " ".repeat(columnOf(tree, owner.key) + 2));
  return lines.map((line) => lineBreakOf(file.text) + line).join("");
}

function intoNothing(parsed: ParsedFile, owner: Child, path: Path, entry: NewEntry): Plan {
  const { tree, file } = parsed;
  if (path.length === 0) {
    const start = file.text.length;
    const text = isJson(file) ? `${JSON.stringify({ [entry.key]: entry.value }, null, 2)}\n` : `${printEntry(entry.key, entry.value, "").join("\n")}\n`;
    return [{ start, end: start, text: (start > 0 && !file.text.endsWith("\n") ? "\n" : "") + text }];
  }
  const colon = afterColon(tree, owner);
  if (colon === undefined) return refuse(parsed, path, "it is written in an unusual way");
  if (!isInBlock(tree, path)) return [{ start: colon, end: colon, text: ` ${printFlow({ [entry.key]: entry.value })}` }];
  const at = endOfLine(file.text, colon);
  return [{ start: at, end: at, text: blockUnder(parsed, owner, entry) }];
}
