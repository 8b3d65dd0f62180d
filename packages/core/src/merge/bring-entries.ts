// New objects of theirs come with the text that theirs wrote them in, comments included, where it fits below the objects of ours as it is.
import { COLLECTION_STYLE, EVENT_ID } from "js-yaml";
import { verified, withValue } from "../edit/edited.ts";
import { childEnd, columnOf, endOfLine, keySpan, lastChild, lineBreakOf, startOfLine } from "../edit/node-span.ts";
import { isSameValue } from "../edit/same-value.ts";
import type { Splice } from "../edit/splice.ts";
import { isObject } from "../model/maps.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Change } from "./merged-state.ts";
import { parsedOnce } from "./parsed-once.ts";
import { pathOf } from "./slots.ts";

type Add = Extract<Change, { readonly kind: "add" }>;

export interface Brought {
  readonly file: SourceFile;
  /** What has to be written in another way. */
  readonly left: readonly Change[];
}

export function bringEntries(file: SourceFile, changes: readonly Change[], theirs: ReadonlyMap<string, ParsedFile>): Brought {
  const adds = changes.filter((change): change is Add => change.kind === "add");
  if (adds.length === 0 || file.text === "") return { file, left: changes };
  const parsed = parsedOnce(file);
  const splices = new Map<Add, Splice>();
  for (const add of adds) {
    const text = writtenText(add, theirs.get(add.file));
    const splice = text === undefined ? undefined : below(parsed, add, text);
    if (splice) splices.set(add, splice);
  }
  const intended = [...splices.keys()].reduce<unknown>((value, add) => withValue(value, pathOf(add.slot), add.value), parsed.value);
  const edited = verified(parsed, [...splices.values()], intended);
  return edited.diagnostics.length > 0 ? { file, left: changes } : { file: edited.file, left: changes.filter((change) => change.kind !== "add" || !splices.has(change)) };
}

interface EntryText {
  readonly lines: readonly string[];
  readonly column: number;
}

/** The lines of an object, and the lines of comment right above it; undefined where they hold anything else, or it is called otherwise in the merge. */
function writtenText({ slot, value }: Add, parsed: ParsedFile | undefined): EntryText | undefined {
  const path = pathOf(slot);
  const child = parsed?.tree.find(path);
  const written = path.reduce<unknown>((inner, step) => (isObject(inner) ? inner[step] : undefined), parsed?.value);
  if (!parsed || !child || path.length < 2 || !isSameValue(written, value)) return undefined;
  const { text } = parsed.file;
  const [start, end] = [keySpan(parsed.tree, child)?.start, childEnd(parsed.tree, child)];
  if (start === undefined || end === undefined || text.slice(startOfLine(text, start), start).trim() !== "") return undefined;
  const column = start - startOfLine(text, start);
  const own = text.slice(startOfLine(text, start), endOfLine(text, end)).split(/\r?\n/);
  const above = text.slice(0, startOfLine(text, start)).split(/\r?\n/).slice(0, -1);
  const comments: string[] = [];
  for (let line = above.pop(); line !== undefined && line.startsWith(`${" ".repeat(column)}#`); line = above.pop()) comments.unshift(line);
  return { lines: [...comments, ...own], column };
}

function below({ tree, file }: ParsedFile, { slot }: Add, { lines, column }: EntryText): Splice | undefined {
  const owner = tree.find([slot.map]);
  const event = owner === undefined ? undefined : tree.events[owner.value];
  if (!owner || event?.type !== EVENT_ID.MAPPING || event.style !== COLLECTION_STYLE.BLOCK || columnOf(tree, owner.value) !== column) return undefined;
  const last = lastChild(tree, owner.value);
  const end = last === undefined ? undefined : childEnd(tree, last);
  if (end === undefined) return undefined;
  const at = endOfLine(file.text, end);
  const lineBreak = lineBreakOf(file.text);
  return { start: at, end: at, text: lines.map((line) => lineBreak + line).join("") + (at === file.text.length ? lineBreak : "") };
}
