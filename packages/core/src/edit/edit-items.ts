// Adds and removes items of a list that is there, so that the other items keep their lines and comments.
import { COLLECTION_STYLE, EVENT_ID } from "js-yaml";
import { isObject } from "../model/maps.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Path } from "../text/tree.ts";
import { editFile, isJson, refuse, verified, withValue } from "./edited.ts";
import type { Edited, Plan } from "./edited.ts";
import { childEnd, endOfLine, lastChild, lineBreakOf, nodeSpan, startOfLine } from "./node-span.ts";
import { printFlow } from "./print-yaml.ts";
import { planRemoval, removeEntry } from "./remove-entry.ts";
import { isSameValue } from "./same-value.ts";
import { setField } from "./set-field.ts";
import { setFields } from "./set-fields.ts";
import type { Splice } from "./splice.ts";

export interface ItemsEdit {
  readonly path: Path;
  readonly add: readonly unknown[];
  readonly remove: readonly unknown[];
}

/** All of them with one reading where they do not touch each other; an item that is not there need not be removed. */
export function editItems(file: SourceFile, edits: readonly ItemsEdit[]): Edited {
  const parsed = readYaml(file);
  const plans = new Map(edits.map((edit) => [edit, planItems(parsed, edit)]));
  const simple = edits.filter((edit) => plans.get(edit) !== undefined);
  const intended = simple.reduce<unknown>((value, edit) => withValue(value, edit.path, itemsAfter(listAt(parsed.value, edit.path), edit)), parsed.value);
  const together = verified(parsed, simple.flatMap((edit) => plans.get(edit) ?? []), intended);
  const rest = together.diagnostics.length > 0 ? edits : edits.filter((one) => !simple.includes(one));
  const isWhole = ({ path, remove }: ItemsEdit): boolean => listAt(parsed.value, path).every((item) => remove.some((gone) => isSameValue(gone, item)));
  const whole = setFields(together.file, rest.filter(isWhole).map((edit) => ({ path: edit.path, value: edit.add })));
  let current = whole.file;
  for (const edit of rest.filter((one) => whole.diagnostics.length > 0 || !isWhole(one))) {
    const edited = editOneByOne(current, edit);
    if (edited.diagnostics.length > 0) return { file, diagnostics: edited.diagnostics };
    current = edited.file;
  }
  return { file: current, diagnostics: [] };
}

function itemsAfter(before: readonly unknown[], { add, remove }: ItemsEdit): readonly unknown[] {
  return [...before.filter((item) => !remove.some((gone) => isSameValue(gone, item))), ...add];
}

/** undefined where one of the splices takes text that another one needs, or there is none. */
function planItems(parsed: ParsedFile, { path, add, remove }: ItemsEdit): readonly Splice[] | undefined {
  const items = listAt(parsed.value, path);
  const gone = items.flatMap((item, at) => (remove.some((one) => isSameValue(one, item)) ? [at] : []));
  if (gone.length === items.length) return undefined;
  const plans = [...gone.map((at) => planRemoval(parsed, [...path, at])), ...add.map((item) => planItem(parsed, path, item))];
  const splices = plans.flatMap((plan) => (isPlanned(plan) ? plan : []));
  const ordered = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  return plans.every(isPlanned) && ordered.every(({ start }, at) => at === 0 || start >= ordered[at - 1]!.end) ? splices : undefined;
}

function isPlanned(plan: Plan): plan is readonly Splice[] {
  return Array.isArray(plan);
}

/** Where items cannot be edited one by one, the list is written anew. */
function editOneByOne(file: SourceFile, edit: ItemsEdit): Edited {
  const { path, add, remove } = edit;
  const steps = [
    ...remove.map((item) => (current: SourceFile): Edited => withoutItem(current, path, item)),
    ...add.map((item) => (current: SourceFile): Edited => addItem(current, path, item)),
  ];
  let current = file;
  for (const step of steps) {
    const edited = step(current);
    if (edited.diagnostics.length > 0) return setField(file, path, itemsAfter(listAt(readYaml(file).value, path), edit));
    current = edited.file;
  }
  return { file: current, diagnostics: [] };
}

function withoutItem(file: SourceFile, path: Path, item: unknown): Edited {
  const at = listAt(readYaml(file).value, path).findIndex((one) => isSameValue(one, item));
  return at < 0 ? { file, diagnostics: [] } : removeEntry(file, [...path, at]);
}

function listAt(root: unknown, path: Path): readonly unknown[] {
  let value = root;
  for (const step of path) value = isObject(value) ? value[step] : Array.isArray(value) ? value[Number(step)] as unknown : undefined;
  return Array.isArray(value) ? value : [];
}

function addItem(file: SourceFile, path: Path, item: unknown): Edited {
  return editFile(file, (before) => withValue(before, path, [...listAt(before, path), item]), (parsed) => planItem(parsed, path, item));
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
