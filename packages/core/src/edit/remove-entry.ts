// Removes an entry of a map or an item of a list, with the line it stands on, and nothing else.
import { COLLECTION_STYLE, EVENT_ID } from "js-yaml";
import { diagnose } from "../diagnose.ts";
import { whereIs } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Child, Path, Tree } from "../text/tree.ts";
import { editFile, refuse, withValue } from "./edited.ts";
import type { Edited, Plan } from "./edited.ts";
import { afterColon, childEnd, endOfLine, nodeSpan, startOfLine } from "./node-span.ts";

/** `path`: keys and list positions from the root. Refused (C1090) where it cannot be done by taking out text, C1091 where nothing is there. */
export function removeEntry(file: SourceFile, path: Path): Edited {
  return editFile(file, (before) => withValue(before, path, undefined), (parsed) => planRemoval(parsed, path));
}

export function planRemoval(parsed: ParsedFile, path: Path): Plan {
  const { tree } = parsed;
  const parentPath = path.slice(0, -1);
  const parent = tree.find(parentPath);
  const siblings = parent === undefined ? undefined : tree.children(parent.value);
  const child = siblings?.get(path.at(-1) ?? "");
  if (parent === undefined || siblings === undefined || child === undefined) return diagnose("C1091", whereIs(parsed, path), { path: path.join(".") });
  const event = tree.events[parent.value];
  const all = [...siblings.values()];
  if (all.length === 1) return emptied(parsed, parentPath, parent, event?.type === EVENT_ID.SEQUENCE ? "[]" : "{}");
  const at = all.indexOf(child);
  const isFlow = (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) && event.style === COLLECTION_STYLE.FLOW;
  return isFlow ? fromFlow(parsed, path, all, at) : fromBlock(parsed, path, all, at);
}

/** The last entry goes: the empty map or list is written out, because nothing at all would mean null. */
function emptied(parsed: ParsedFile, path: Path, parent: Child, empty: string): Plan {
  const span = nodeSpan(parsed.tree, parent.value);
  if (span === undefined) return refuse(parsed, path, "it has an anchor or a tag");
  const colon = path.length === 0 ? undefined : afterColon(parsed.tree, parent);
  return colon === undefined ? [{ ...span, text: empty }] : [{ start: colon, end: span.end, text: ` ${empty}` }];
}

function fromFlow(parsed: ParsedFile, path: Path, all: readonly Child[], at: number): Plan {
  const { tree } = parsed;
  const own = startOf(tree, all[at]);
  const next = startOf(tree, all[at + 1]);
  if (own !== undefined && next !== undefined) return [{ start: own, end: next, text: "" }];
  const previous = all[at - 1];
  const from = previous === undefined ? undefined : childEnd(tree, previous);
  const to = all[at] === undefined ? undefined : childEnd(tree, all[at]);
  return from === undefined || to === undefined ? refuse(parsed, path, "it has no clear end") : [{ start: from, end: to, text: "" }];
}

function fromBlock(parsed: ParsedFile, path: Path, all: readonly Child[], at: number): Plan {
  const { tree, file } = parsed;
  const child = all[at];
  const start = startOf(tree, child);
  const end = child === undefined ? undefined : childEnd(tree, child);
  if (start === undefined || end === undefined) return refuse(parsed, path, "it has no clear end");
  const lineStart = startOfLine(file.text, start);
  const lead = file.text.slice(lineStart, start);
  const lineEnd = endOfLine(file.text, end);
  const afterBreak = lineEnd + (file.text.startsWith("\r\n", lineEnd) ? 2 : lineEnd < file.text.length ? 1 : 0);
  if (/^[ \t]*(?:-[ \t]+)?$/.test(lead) && (child?.key === -1 || lead.trim() === "")) return [{ start: lineStart, end: afterBreak, text: "" }];
  // The first entry of a map that starts beside a dash: the next one moves up to it.
  const next = startOf(tree, all[at + 1]);
  return next === undefined ? refuse(parsed, path, "other things stand on its line") : [{ start, end: next, text: "" }];
}

function startOf(tree: Tree, child: Child | undefined): number | undefined {
  if (child === undefined) return undefined;
  return nodeSpan(tree, child.key >= 0 ? child.key : child.value)?.start;
}
