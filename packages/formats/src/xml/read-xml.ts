// Reads XML 1.0 with namespaces: elements, attributes, text, CDATA, comments, the five named entities and character references.
// A document type is refused, and with it every entity of a file's own: no file can make the reader do more than its own length.
import { defaultLimits } from "@merlon/core";
import type { CodeId } from "../codes.ts";
import { decodeReferences } from "./decode-references.ts";
import { scanTag } from "./scan-tag.ts";
import type { Tag } from "./scan-tag.ts";
import type { XmlAttribute, XmlElement } from "./xml-element.ts";
import { XmlProblem } from "./xml-problem.ts";

export interface XmlLimits {
  readonly size: number;
  readonly depth: number;
  readonly elements: number;
}

export const xmlLimits: XmlLimits = { size: defaultLimits.size, depth: defaultLimits.depth, elements: 500_000 };

export type XmlRead = { readonly root: XmlElement } | { readonly code: CodeId; readonly offset: number; readonly data: Readonly<Record<string, string | number>> };

/** Never throws because of the text. */
export function readXml(text: string, limits: XmlLimits = xmlLimits): XmlRead {
  try {
    if (text.length > limits.size) throw new XmlProblem("F2062", 0, { what: "characters", limit: limits.size });
    return { root: readDocument(text, limits) };
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    return { code: error.code, offset: error.offset, data: error.data };
  }
}

interface Open {
  readonly tag: Tag;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

interface Reader {
  readonly limits: XmlLimits;
  readonly open: Open[];
  count: number;
  root: XmlElement | undefined;
}

const reservedNamespaces = new Map([["xml", "http://www.w3.org/XML/1998/namespace"], ["", ""]]);

function readDocument(text: string, limits: XmlLimits): XmlElement {
  const reader: Reader = { limits, open: [], count: 0, root: undefined };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    takeText(text, at, start < 0 ? text.length : start, reader.open.at(-1));
    if (start < 0) break;
    at = skipAside(text, start, reader.open.at(-1)) ?? readTag(reader, scanTag(text, start));
  }
  const left = reader.open.at(-1);
  if (left !== undefined) throw new XmlProblem("F2060", left.tag.start, { why: `<${left.tag.name}> is never closed` });
  if (reader.root === undefined) throw new XmlProblem("F2060", 0, { why: "there is no element" });
  return reader.root;
}

/** Where the tag ends. */
function readTag(reader: Reader, tag: Tag): number {
  if (tag.kind === "end") close(reader, matching(reader, tag));
  else if (tag.kind === "empty") close(reader, opened(reader, tag));
  else reader.open.push(opened(reader, tag));
  return tag.end;
}

function matching({ open }: Reader, { name, start }: Tag): Open {
  const done = open.pop();
  if (done === undefined || done.tag.name !== name) throw new XmlProblem("F2060", start, { why: `the tag </${name}> closes ${done === undefined ? "nothing" : `<${done.tag.name}>`}` });
  return done;
}

function opened(reader: Reader, tag: Tag): Open {
  const { limits, open, root } = reader;
  if (root !== undefined) throw new XmlProblem("F2060", tag.start, { why: "something follows after the end" });
  if (++reader.count > limits.elements) throw new XmlProblem("F2062", tag.start, { what: "elements", limit: limits.elements });
  if (open.length >= limits.depth) throw new XmlProblem("F2062", tag.start, { what: "levels", limit: limits.depth });
  return { tag, namespaces: namespacesOf(tag, open.at(-1)?.namespaces ?? reservedNamespaces), children: [], text: "" };
}

function close(reader: Reader, done: Open): void {
  const element = finish(done);
  const parent = reader.open.at(-1);
  if (parent !== undefined) parent.children.push(element);
  else reader.root = element;
}

function takeText(text: string, from: number, to: number, into: Open | undefined): void {
  if (from === to) return;
  const piece = text.slice(from, to);
  if (into !== undefined) into.text += decodeReferences(piece, from);
  else if (piece.trim() !== "") throw new XmlProblem("F2060", from, { why: "there is text outside of the outermost element" });
}

/** Comments, processing instructions and CDATA: where they end; undefined at a tag. */
function skipAside(text: string, start: number, into: Open | undefined): number | undefined {
  if (text.startsWith("<!--", start)) return endOf(text, start, "-->");
  if (text.startsWith("<?", start)) return endOf(text, start, "?>");
  if (text.startsWith("<![CDATA[", start) && into !== undefined) {
    const end = endOf(text, start, "]]>");
    into.text += text.slice(start + "<![CDATA[".length, end - "]]>".length);
    return end;
  }
  if (text.startsWith("<!DOCTYPE", start)) throw new XmlProblem("F2061", start, {});
  if (text.startsWith("<!", start)) throw new XmlProblem("F2060", start, { why: "a declaration stands where none may be" });
  return undefined;
}

function endOf(text: string, start: number, mark: string): number {
  const end = text.indexOf(mark, start);
  if (end < 0) throw new XmlProblem("F2060", start, { why: `the mark ${mark} is missing` });
  return end + mark.length;
}

function namespacesOf(tag: Tag, around: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = tag.attributes.flatMap(({ name, value }) => (name === "xmlns" ? [["", value] as const] : name.startsWith("xmlns:") ? [[name.slice("xmlns:".length), value] as const] : []));
  return own.length === 0 ? around : new Map([...around, ...own]);
}

function finish({ tag, namespaces, children, text }: Open): XmlElement {
  const attributes = tag.attributes.filter(({ name }) => name !== "xmlns" && !name.startsWith("xmlns:")).map(({ name, value, offset }): XmlAttribute => {
    const [local, prefix] = split(name);
    return { name: local, namespace: prefix === "" ? "" : resolve(prefix, namespaces, offset), value };
  });
  const [local, prefix] = split(tag.name);
  return { name: local, namespace: resolve(prefix, namespaces, tag.start), attributes, children, text, offset: tag.start };
}

function split(name: string): readonly [local: string, prefix: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name, ""] : [name.slice(colon + 1), name.slice(0, colon)];
}

function resolve(prefix: string, namespaces: ReadonlyMap<string, string>, offset: number): string {
  const found = namespaces.get(prefix);
  if (found === undefined) throw new XmlProblem("F2060", offset, { why: `the prefix ${prefix} stands for nothing` });
  return found;
}
