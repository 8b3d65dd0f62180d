// Adds and removes items of a list that is there, so that the other items keep their lines and comments.
import { COLLECTION_STYLE, EVENT_ID } from "js-yaml";
import { isObject } from "../model/maps.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Path } from "../text/tree.ts";
import { editFile, isJson, refuse, withValue } from "./edited.ts";
import type { Edited, Plan } from "./edited.ts";
import { childEnd, endOfLine, lastChild, lineBreakOf, nodeSpan, startOfLine } from "./node-span.ts";
import { printFlow } from "./print-yaml.ts";
import { removeEntry } from "./remove-entry.ts";
import { isSameValue } from "./same-value.ts";
import { setField } from "./set-field.ts";

export interface ItemsEdit {
  readonly path: Path;
  readonly add: readonly unknown[];
  readonly remove: readonly unknown[];
}

/** An item that is not there need not be removed. Where items cannot be edited one by one, the list is written anew. */
export function editItems(file: SourceFile, { path, add, remove }: ItemsEdit): Edited {
  const before = listAt(file, path);
  const after = [...before.filter((item) => !remove.some((gone) => isSameValue(gone, item))), ...add];
  const steps = [
    ...remove.map((item) => (current: SourceFile): Edited => withoutItem(current, path, item)),
    ...add.map((item) => (current: SourceFile): Edited => addItem(current, path, item)),
  ];
  let current = file;
  for (const step of steps) {
    const edited = step(current);
    if (edited.diagnostics.length > 0) return setField(file, path, after);
    current = edited.file;
  }
  return { file: current, diagnostics: [] };
}

function withoutItem(file: SourceFile, path: Path, item: unknown): Edited {
  const at = listAt(file, path).findIndex((one) => isSameValue(one, item));
  return at < 0 ? { file, diagnostics: [] } : removeEntry(file, [...path, at]);
}

function listAt(file: SourceFile, path: Path): readonly unknown[] {
  let value = readYaml(file).value;
  for (const step of path) value = isObject(value) ? value[step] : Array.isArray(value) ? value[Number(step)] as unknown : undefined;
  return Array.isArray(value) ? value : [];
}

function addItem(file: SourceFile, path: Path, item: unknown): Edited {
  return editFile(file, (before) => withValue(before, path, [...listAt(file, path), item]), (parsed) => planItem(parsed, path, item));
}

function planItem(parsed: ParsedFile, path: Path, item: unknown): Plan {
  const { tree, file: { text } } = parsed;
  const list = tree.find(path);
  const event = list === undefined ? undefined : tree.events[list.value];
  const last = list === undefined ? undefined : lastChild(tree, list.value);
  const start = last === undefined ? undefined : nodeSpan(tree, last.value)?.start;
  const end = last === undefined ? undefined : childEnd(tree, last);
  if (event?.type !== EVENT_ID.SEQUENCE || start === undefined || end === undefined) return refuse(parsed, path, "it is no list with a clear end");
  const written = isJson(parsed.file) ? JSON.stringify(item) : printFlow(item);
  if (event.style === COLLECTION_STYLE.FLOW) return [{ start: end, end, text: `, ${written}` }];
  const lead = /^([ \t]*)-[ \t]+$/.exec(text.slice(startOfLine(text, start), start));
  if (lead === null) return refuse(parsed, path, "its items do not start their lines");
  const at = endOfLine(text, end);
  return [{ start: at, end: at, text: `${lineBreakOf(text)}${lead[1] ?? ""}- ${written}` }];
}
