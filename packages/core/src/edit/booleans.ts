// `true` and `false` are read as yes and no; written out they become these. Extensions (`x-…`) are not ours to change.
import { EVENT_ID, SCALAR_STYLE } from "js-yaml";
import { isObject } from "../model/maps.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { Child, Tree } from "../text/tree.ts";
import type { Splice } from "./splice.ts";

export function withoutBooleans(value: unknown): unknown {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(withoutBooleans);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key.startsWith("x-") ? inner : withoutBooleans(inner)]));
}

export function booleanSplices(parsed: ParsedFile): readonly Splice[] {
  const splices: Splice[] = [];
  collect(parsed.tree, { key: -1, value: parsed.tree.root }, splices);
  return splices;
}

function collect(tree: Tree, child: Child, splices: Splice[]): void {
  const event = tree.events[child.value];
  if (event?.type === EVENT_ID.SCALAR) {
    if (event.style !== SCALAR_STYLE.PLAIN || event.valueStart < 0 || event.tagStart >= 0) return;
    const word = tree.text.slice(event.valueStart, event.valueEnd).toLowerCase();
    if (word === "true" || word === "false") splices.push({ start: event.valueStart, end: event.valueEnd, text: word === "true" ? "yes" : "no" });
    return;
  }
  if (event?.type === EVENT_ID.ALIAS) return;
  for (const [key, inner] of tree.children(child.value) ?? []) {
    if (!String(key).startsWith("x-")) collect(tree, inner, splices);
  }
}
