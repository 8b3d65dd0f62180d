// How far a node reaches in the text, quotes, brackets and block headers included. Parser events say where nodes start, hardly ever where they end.
import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { ScalarEvent } from "js-yaml";
import { nodeOffset } from "../text/parsed-file.ts";
import type { Child, Tree } from "../text/tree.ts";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** undefined for empty values and for what has an anchor or tag: those are not edited. */
export function nodeSpan(tree: Tree, node: number): Span | undefined {
  const event = tree.events[node];
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.ALIAS) return undefined;
  if (event.anchorStart >= 0 || event.tagStart >= 0) return undefined;
  if (event.type === EVENT_ID.SCALAR) return scalarSpan(tree.text, event);
  const end = event.style === COLLECTION_STYLE.FLOW ? flowEnd(tree, node) : blockEnd(tree, node);
  return end === undefined ? undefined : { start: event.start, end };
}

function scalarSpan(text: string, event: ScalarEvent): Span | undefined {
  const { valueStart: start, valueEnd: end, style } = event;
  if (start < 0) return undefined;
  if (style === SCALAR_STYLE.PLAIN) return { start, end };
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return { start: start - 1, end: end + 1 };
  return { start: headerStart(text, start), end: contentEnd(text, event) };
}

/** The `|` or `>` on the line before the content. */
function headerStart(text: string, contentStart: number): number {
  const lineEnd = text[contentStart - 1] === "\n" ? contentStart - 1 : contentStart;
  const lineStart = text.lastIndexOf("\n", lineEnd - 1) + 1;
  const header = /[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?\r?$/.exec(text.slice(lineStart, lineEnd));
  return header === null ? contentStart : lineStart + header.index;
}

/** Before the line break that ends the content; blank lines after it are content only where the header says keep. */
function contentEnd(text: string, { valueStart, valueEnd, chomping }: ScalarEvent): number {
  let end = valueEnd;
  if (chomping === CHOMPING_MODE.KEEP) return text[end - 1] === "\n" ? end - 1 : end;
  for (let at = end; at > valueStart; at--) {
    const sign = text[at - 1];
    if (sign === "\n") end = at - 1;
    else if (sign !== " " && sign !== "\t" && sign !== "\r") break;
  }
  return text[end - 1] === "\r" ? end - 1 : end;
}

function blockEnd(tree: Tree, node: number): number | undefined {
  const last = lastChild(tree, node);
  return last === undefined ? undefined : childEnd(tree, last);
}

/** The end of an entry: of its value, or of its colon when the value is empty. */
export function childEnd(tree: Tree, child: Child): number | undefined {
  const event = tree.events[child.value];
  if (event?.type === EVENT_ID.ALIAS) return event.anchorEnd;
  const isEmpty = event?.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.anchorStart < 0 && event.tagStart < 0;
  if (isEmpty) return child.key < 0 ? undefined : afterColon(tree, child) ?? keySpan(tree, child)?.end;
  const span = nodeSpan(tree, child.value);
  return span?.end ?? decoratedEnd(tree, child.value);
}

/** The end of a node with an anchor or tag, which matters only as a neighbour. */
function decoratedEnd(tree: Tree, node: number): number | undefined {
  const event = tree.events[node];
  if (event?.type === EVENT_ID.SCALAR) return scalarSpan(tree.text, event)?.end ?? Math.max(event.anchorEnd, event.tagEnd);
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.style === COLLECTION_STYLE.FLOW ? flowEnd(tree, node) : blockEnd(tree, node);
  return undefined;
}

function flowEnd(tree: Tree, node: number): number | undefined {
  const event = tree.events[node];
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE) return undefined;
  const last = lastChild(tree, node);
  let at = last === undefined ? event.start + 1 : childEnd(tree, last);
  const close = event.type === EVENT_ID.MAPPING ? "}" : "]";
  while (at !== undefined && at < tree.text.length) {
    const sign = tree.text[at];
    if (sign === close) return at + 1;
    if (sign === "#") at = endOfLine(tree.text, at);
    else if (sign !== undefined && /[\s,:]/.test(sign)) at++;
    else return undefined;
  }
  return undefined;
}

export function lastChild(tree: Tree, node: number): Child | undefined {
  return [...tree.children(node)?.values() ?? []].at(-1);
}

export function keySpan(tree: Tree, child: Child): Span | undefined {
  return child.key < 0 ? undefined : nodeSpan(tree, child.key);
}

/** The offset right after the colon of an entry; undefined for keys written with `?` and flow keys without a colon. */
export function afterColon(tree: Tree, child: Child): number | undefined {
  const key = keySpan(tree, child);
  if (key === undefined) return undefined;
  let at = key.end;
  while (/[ \t\r\n]/.test(tree.text[at] ?? "")) at++;
  return tree.text[at] === ":" ? at + 1 : undefined;
}

/** The offset of the line break (or the end of text) at or after an offset. */
export function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return text[end - 1] === "\r" && end - 1 >= at ? end - 1 : end;
}

export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Column of a node, starting at 0. */
export function columnOf(tree: Tree, node: number): number {
  const offset = nodeOffset(tree, node);
  return offset < 0 ? 0 : offset - startOfLine(tree.text, offset);
}

export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
