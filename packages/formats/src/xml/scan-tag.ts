// One tag of an XML file: its name, its attributes and where it ends.
import { decodeReferences } from "./decode-references.ts";
import { XmlProblem } from "./xml-problem.ts";

export interface TagAttribute {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

export interface Tag {
  readonly kind: "start" | "empty" | "end";
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  readonly start: number;
  /** After the closing bracket. */
  readonly end: number;
}

/** More than any tool writes. */
const mostAttributes = 200;

const namePattern = /[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/uy;
const attributePattern = /\s+([\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/uy;
const endPattern = /\s*(\/?)>/y;

/** `start`: of the `<`. */
export function scanTag(text: string, start: number): Tag {
  const isEnd = text[start + 1] === "/";
  let at = start + (isEnd ? 2 : 1);
  const name = matchAt(namePattern, text, at)?.[0];
  if (name === undefined) throw new XmlProblem("F2060", start, { why: "a tag has no name" });
  at += name.length;
  const attributes: TagAttribute[] = [];
  for (let found = matchAt(attributePattern, text, at); found !== undefined && !isEnd; found = matchAt(attributePattern, text, at)) {
    const key = found[1] ?? "";
    if (attributes.some((attribute) => attribute.name === key)) throw new XmlProblem("F2060", at, { why: `<${name}> has ${key} twice` });
    if (attributes.length >= mostAttributes) throw new XmlProblem("F2062", at, { what: "attributes of one element", limit: mostAttributes });
    attributes.push({ name: key, value: decodeReferences(found[2] ?? found[3] ?? "", at), offset: at });
    at += found[0].length;
  }
  const close = matchAt(endPattern, text, at);
  if (close === undefined || (isEnd && close[1] === "/")) throw new XmlProblem("F2060", at, { why: `the tag of ${name} does not end well` });
  return { kind: isEnd ? "end" : close[1] === "/" ? "empty" : "start", name, attributes, start, end: at + close[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
