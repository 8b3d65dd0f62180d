// Where each line of a YAML file belongs when every level of block structure takes two spaces.
import { COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import { nodeOffset } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { Child, Tree } from "../text/tree.ts";
import { keySpan, nodeSpan } from "./node-span.ts";

export interface LineLayout {
  /** By line number from 0: how far the line's content moves. Lines that are not listed stay. */
  readonly columns: ReadonlyMap<number, { readonly shift: number }>;
  /** How many sequence dashes the line starts with. */
  readonly dashes: ReadonlyMap<number, number>;
  /** Lines whose trailing spaces may be content. */
  readonly untrimmed: ReadonlySet<number>;
}

interface Walk {
  readonly parsed: ParsedFile;
  readonly tree: Tree;
  readonly lines: readonly string[];
  readonly columns: Map<number, { readonly shift: number }>;
  readonly dashes: Map<number, number>;
  readonly untrimmed: Set<number>;
  /** Lines that start a block entry, with their old and new column, in order. */
  readonly entries: Map<number, { readonly from: number; readonly to: number }>;
}

export function layOut(parsed: ParsedFile, lines: readonly string[]): LineLayout {
  const walk: Walk = { parsed, tree: parsed.tree, lines, columns: new Map(), dashes: new Map(), untrimmed: new Set(), entries: new Map() };
  visit(walk, { key: -1, value: parsed.tree.root }, 0);
  placeComments(walk);
  return walk;
}

const step = 2;

/** `column`: where the node's own entries go. */
function visit(walk: Walk, child: Child, column: number): void {
  const event = walk.tree.events[child.value];
  if (event?.type === EVENT_ID.SCALAR) {
    markScalar(walk, child, column - step);
    return;
  }
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return;
  if (event.style === COLLECTION_STYLE.FLOW) {
    moveAlong(walk, nodeSpan(walk.tree, child.value), "trimmed");
    markQuoted(walk, child.value);
    return;
  }
  for (const inner of walk.tree.children(child.value)?.values() ?? []) {
    if (event.type === EVENT_ID.MAPPING) visitEntry(walk, inner, column);
    else visitItem(walk, inner, column);
  }
}

function visitEntry(walk: Walk, entry: Child, column: number): void {
  const start = keySpan(walk.tree, entry)?.start;
  if (start !== undefined) startLine(walk, lineOf(walk, start), column, start);
  visit(walk, entry, column + step);
}

function visitItem(walk: Walk, item: Child, column: number): void {
  const start = nodeOffset(walk.tree, item.value);
  if (start >= 0) startItemLine(walk, lineOf(walk, start), column, start);
  visit(walk, item, column + step);
}

function lineOf({ parsed }: Walk, offset: number): number {
  return parsed.positionAt(offset).line - 1;
}

/** Only what stands first on its line decides where the line goes. */
function startLine(walk: Walk, line: number, column: number, offset: number): void {
  const text = walk.lines[line] ?? "";
  const own = walk.parsed.positionAt(offset).column - 1;
  if (leadOf(text) !== own) return;
  walk.entries.set(line, { from: own, to: column });
  walk.columns.set(line, { shift: column - own });
}

function startItemLine(walk: Walk, line: number, column: number, offset: number): void {
  const text = walk.lines[line] ?? "";
  const lead = text.slice(0, walk.parsed.positionAt(offset).column - 1);
  const found = /^( *)((?:-[ \t]+)+)$/.exec(lead);
  if (found === null) return;
  const count = found[2]?.match(/-/g)?.length ?? 0;
  walk.dashes.set(line, count);
  if (walk.entries.has(line)) return;
  const own = found[1]?.length ?? 0;
  walk.entries.set(line, { from: own, to: column });
  walk.columns.set(line, { shift: column - own });
}

/** `owner`: the new column of the entry that the scalar belongs to. */
function markScalar(walk: Walk, child: Child, owner: number): void {
  const event = walk.tree.events[child.value];
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) return;
  if (event.style !== SCALAR_STYLE.LITERAL_BLOCK && event.style !== SCALAR_STYLE.FOLDED_BLOCK) {
    moveAlong(walk, nodeSpan(walk.tree, child.value), event.style === SCALAR_STYLE.PLAIN ? "trimmed" : "untrimmed");
    return;
  }
  if (event.valueEnd <= event.valueStart) return;
  const first = lineOf(walk, event.valueStart);
  const last = lineOf(walk, event.valueEnd - 1);
  const header = walk.lines[first - 1] ?? "";
  const stated = /[|>][-+]?[1-9][-+]?[ \t]*(?:#.*)?$/.test(header.trimEnd());
  const shift = stated ? walk.columns.get(first - 1)?.shift ?? 0 : owner + step - Math.max(0, event.indent);
  for (let line = first; line <= last; line++) {
    walk.columns.set(line, { shift });
    walk.untrimmed.add(line);
  }
}

/** Further lines of a value keep their distance to the line that it starts on. */
function moveAlong(walk: Walk, span: { readonly start: number; readonly end: number } | undefined, ends: "trimmed" | "untrimmed"): void {
  if (span === undefined) return;
  const first = lineOf(walk, span.start);
  const last = lineOf(walk, span.end);
  let owner = first;
  while (owner > 0 && !walk.entries.has(owner)) owner--;
  const shift = walk.columns.get(owner)?.shift ?? 0;
  for (let line = owner + 1; line <= last; line++) if (!walk.entries.has(line)) walk.columns.set(line, { shift });
  if (ends === "untrimmed") for (let line = first; line < last; line++) walk.untrimmed.add(line);
}

/** Quoted text inside a flow collection may run over several lines as well. */
function markQuoted(walk: Walk, node: number): void {
  for (const inner of walk.tree.children(node)?.values() ?? []) {
    const event = walk.tree.events[inner.value];
    if (event?.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN && event.valueStart >= 0) {
      const last = lineOf(walk, event.valueEnd);
      for (let line = lineOf(walk, event.valueStart); line < last; line++) walk.untrimmed.add(line);
    } else if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) markQuoted(walk, inner.value);
  }
}

/** A comment goes with the line below it that has its indent, else with the block above that has, else with the line below. */
function placeComments(walk: Walk): void {
  let open: readonly { readonly from: number; readonly to: number }[] = [];
  const upcoming = nextEntries(walk);
  walk.lines.forEach(function place(text, line) {
    const entry = walk.entries.get(line);
    if (entry !== undefined) {
      open = [...open.filter(({ from }) => from < entry.from), entry];
      return;
    }
    if (walk.columns.has(line) || !text.trimStart().startsWith("#")) return;
    const own = leadOf(text);
    const below = upcoming[line];
    const target = below?.from === own ? below : open.find(({ from }) => from === own) ?? below;
    if (target !== undefined) walk.columns.set(line, { shift: target.to - own });
  });
}

function nextEntries(walk: Walk): readonly ({ readonly from: number; readonly to: number } | undefined)[] {
  const next: ({ readonly from: number; readonly to: number } | undefined)[] = [];
  let below: { readonly from: number; readonly to: number } | undefined;
  for (let line = walk.lines.length - 1; line >= 0; line--) {
    next[line] = below;
    below = walk.entries.get(line) ?? below;
  }
  return next;
}

export function leadOf(line: string): number {
  return line.length - line.trimStart().length;
}
