// Where each value of a parsed file stands. Built from parser events; every index is made on first need and only for the maps that are asked about.
import { EVENT_ID, getScalarValue } from "js-yaml";
import type { Event } from "js-yaml";

export type Path = readonly (string | number)[];

/** A child of a map or list: the event of its key (-1 in lists) and of its value. */
export interface Child {
  readonly key: number;
  readonly value: number;
}

/** Event numbers address nodes; the root's number is 1, or 0 when the file is empty. */
export interface Tree {
  readonly text: string;
  readonly events: readonly Event[];
  readonly root: number;
  /** Children of a map (by key) or list (by index); follows aliases; undefined for scalars. */
  children(node: number): ReadonlyMap<string | number, Child> | undefined;
  /** One child by key or index, without an index of its own for small maps. */
  child(node: number, step: string | number): Child | undefined;
  find(path: Path): Child | undefined;
  /** The event after the node's last. */
  after(node: number): number;
}

export function buildTree(text: string, events: readonly Event[]): Tree {
  const cache = new Map<number, ReadonlyMap<string | number, Child>>();
  let skip: Int32Array | undefined;
  const root = events.length > 1 ? 1 : 0;

  function after(node: number): number {
    skip ??= skipTable(events);
    return skip[node] ?? node + 1;
  }
  function children(node: number): ReadonlyMap<string | number, Child> | undefined {
    const target = anchored(text, events, node);
    const known = cache.get(target);
    if (known !== undefined) return known;
    const made = listChildren(text, events, target, after);
    if (made !== undefined) cache.set(target, made);
    return made;
  }
  function child(node: number, step: string | number): Child | undefined {
    const target = anchored(text, events, node);
    const known = cache.get(target);
    if (known !== undefined) return known.get(step);
    const scanned = typeof step === "string" ? scan(text, events, { node: target, key: step, after }) : "many";
    return scanned === "many" ? children(target)?.get(step) : scanned;
  }
  function find(path: Path): Child | undefined {
    let found: Child | undefined = { key: -1, value: root };
    for (const step of path) {
      found = child(found.value, step);
      if (found === undefined) return undefined;
    }
    return found;
  }
  return { text, events, root, children, child, find, after };
}

function listChildren(text: string, events: readonly Event[], node: number, after: (node: number) => number): ReadonlyMap<string | number, Child> | undefined {
  const event = events[node];
  const children = new Map<string | number, Child>();
  let at = node + 1;
  if (event?.type === EVENT_ID.SEQUENCE) {
    for (let index = 0; events[at]?.type !== EVENT_ID.POP; index++) {
      children.set(index, { key: -1, value: at });
      at = after(at);
    }
    return children;
  }
  if (event?.type !== EVENT_ID.MAPPING) return undefined;
  while (events[at]?.type !== EVENT_ID.POP) {
    const value = after(at);
    children.set(scalarText(text, events[at]), { key: at, value });
    at = after(value);
  }
  return children;
}

const smallMap = 24;

/** Looks through a small map without making an index for it: a model has tens of thousands of them. */
function scan(text: string, events: readonly Event[], wanted: { readonly node: number; readonly key: string; readonly after: (node: number) => number }): Child | "many" | undefined {
  if (events[wanted.node]?.type !== EVENT_ID.MAPPING) return undefined;
  let at = wanted.node + 1;
  for (let count = 0; events[at]?.type !== EVENT_ID.POP; count++) {
    if (count >= smallMap) return "many";
    const value = wanted.after(at);
    if (isText(text, events[at], wanted.key)) return { key: at, value };
    at = wanted.after(value);
  }
  return undefined;
}

function isText(text: string, event: Event | undefined, word: string): boolean {
  if (event?.type !== EVENT_ID.SCALAR) return false;
  if (!event.fast) return scalarText(text, event) === word;
  return event.valueEnd - event.valueStart === word.length && text.startsWith(word, event.valueStart);
}

export function scalarText(text: string, event: Event | undefined): string {
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) return "";
  return event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
}

function skipTable(events: readonly Event[]): Int32Array {
  const table = new Int32Array(events.length);
  const open: number[] = [];
  for (let index = 0; index < events.length; index++) {
    const type = events[index]?.type;
    if (type === EVENT_ID.POP) table[open.pop() ?? index] = index + 1;
    else if (type === EVENT_ID.SCALAR || type === EVENT_ID.ALIAS) table[index] = index + 1;
    else open.push(index);
  }
  return table;
}

/** The node an alias stands for: the last one before it with that anchor. */
function anchored(text: string, events: readonly Event[], node: number): number {
  const alias = events[node];
  if (alias?.type !== EVENT_ID.ALIAS) return node;
  const name = text.slice(alias.anchorStart, alias.anchorEnd);
  for (let index = node - 1; index > 0; index--) {
    const event = events[index];
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.ALIAS) continue;
    if (event.anchorStart >= 0 && text.slice(event.anchorStart, event.anchorEnd) === name) return index;
  }
  return node;
}
