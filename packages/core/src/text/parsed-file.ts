// What reading one file gives: its value, where each part of it stands, and what was wrong with the text.
import { EVENT_ID } from "js-yaml";
import type { Diagnostic, Where } from "@merlon/schema";
import type { Child, Path, Tree } from "./tree.ts";
import type { PositionAt } from "./line-index.ts";
import type { SourceFile } from "./source-file.ts";

export interface ParsedFile {
  readonly file: SourceFile;
  /** undefined when the text could not be read; null for an empty file. */
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly tree: Tree;
  readonly positionAt: PositionAt;
}

/** Where the key (or list item) at a path is written; the nearest enclosing one when the path does not exist. */
export function whereIs(parsed: ParsedFile, path: Path): Where {
  let child: Child = { key: -1, value: parsed.tree.root };
  for (const step of path) {
    const next = parsed.tree.child(child.value, step);
    if (next === undefined) break;
    child = next;
  }
  return whereAt(parsed, offsetOf(parsed.tree, child), path.join("."));
}

/** Where the value at a path is written rather than its key. */
export function whereIsValue(parsed: ParsedFile, path: Path): Where {
  const child = parsed.tree.find(path);
  const offset = child === undefined ? -1 : nodeOffset(parsed.tree, child.value);
  if (offset < 0) return whereIs(parsed, path);
  return whereAt(parsed, offset, path.join("."));
}

/** The place of an offset in the text. `path`: of the object there, its keys joined by dots. */
export function whereAt(parsed: ParsedFile, offset: number, path?: string): Where {
  const { line, column } = parsed.positionAt(offset);
  const file = parsed.file.path;
  return path === undefined || path === "" ? { file, line, column } : { file, line, column, path };
}

function offsetOf(tree: Tree, child: Child): number {
  const key = child.key >= 0 ? nodeOffset(tree, child.key) : -1;
  return Math.max(0, key >= 0 ? key : nodeOffset(tree, child.value));
}

/** Offset of the first character of a node as written, quotes included; -1 for an empty value. */
export function nodeOffset(tree: Tree, node: number): number {
  const event = tree.events[node];
  if (event === undefined) return -1;
  if (event.type === EVENT_ID.SCALAR) {
    if (event.valueStart < 0) return -1;
    return event.style === 2 || event.style === 3 ? event.valueStart - 1 : event.valueStart;
  }
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : -1;
}
