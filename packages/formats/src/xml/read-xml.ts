// Reads XML 1.0 with namespaces: elements, attributes, text, CDATA, comments, the five named entities and character references.
// A document type is refused, and with it every entity of a file's own; every tag costs what it says itself, wherever it stands, so that reading takes as long as the file is.
import { defaultLimits } from "@merlon/core";
import type { CodeId } from "../codes.ts";
import { decodeReferences } from "./decode-references.ts";
import { scanTag } from "./scan-tag.ts";
import type { Tag, TagAttribute } from "./scan-tag.ts";
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
  /** What the prefixes that it declares stand for around it. */
  readonly hidden: readonly (readonly [prefix: string, namespace: string | undefined])[];
  readonly children: XmlElement[];
  text: string;
}

interface Reader {
  readonly limits: XmlLimits;
  readonly open: Open[];
  /** What each prefix stands for in the innermost open element. */
  readonly namespaces: Map<string, string>;
  count: number;
  root: XmlElement | undefined;
}

const reservedNamespaces = [["xml", "http://www.w3.org/XML/1998/namespace"], ["", ""]] as const;

function readDocument(text: string, limits: XmlLimits): XmlElement {
  const reader: Reader = { limits, open: [], namespaces: new Map(reservedNamespaces), count: 0, root: undefined };
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
  return { tag, hidden: declare(tag, reader.namespaces), children: [], text: "" };
}

function close(reader: Reader, done: Open): void {
  const element = finish(done, reader.namespaces);
  for (const [prefix, namespace] of done.hidden) {
    if (namespace === undefined) reader.namespaces.delete(prefix);
    else reader.namespaces.set(prefix, namespace);
  }
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

/** What it hides. */
function declare(tag: Tag, namespaces: Map<string, string>): Open["hidden"] {
  return tag.attributes.filter(isDeclaration).map(({ name, value }) => {
    const prefix = name.slice("xmlns:".length);
    const around = namespaces.get(prefix);
    namespaces.set(prefix, value);
    return [prefix, around];
  });
}

function isDeclaration({ name }: TagAttribute): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function finish({ tag, children, text }: Open, namespaces: ReadonlyMap<string, string>): XmlElement {
  const attributes = tag.attributes.filter((attribute) => !isDeclaration(attribute)).map(({ name, value, offset }): XmlAttribute => {
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
