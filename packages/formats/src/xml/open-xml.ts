// The start of every import of an XML file: the outermost element, or the reason why the file is not read.
import { positionIndex } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { ReadOptions } from "../format.ts";
import { identifyText } from "../identify.ts";
import { readXml, xmlLimits } from "./read-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/** `name`: what the outermost element must be called. */
export function openXml(text: string, options: ReadOptions, name: string): { readonly root: XmlElement } | { readonly failed: readonly Diagnostic[] } {
  const start = { file: options.path, line: 1, column: 1 };
  if (!text.slice(0, 1000).replace(/^\uFEFF/, "").trimStart().startsWith("<")) return { failed: [diagnose("F2001", start)] };
  const { size, depth } = options.limits ?? xmlLimits;
  const read = readXml(text, { ...xmlLimits, size, depth });
  if (!("root" in read)) return { failed: [diagnose(read.code, { file: options.path, ...positionIndex({ path: options.path, text })(read.offset) }, read.data)] };
  if (read.root.name === name) return { root: read.root };
  const other = identifyText(text) ?? { what: "another XML file", advice: "Give a model or a template of the Microsoft Threat Modeling Tool." };
  return { failed: [diagnose("F2002", start, { what: other.what, advice: other.advice })] };
}
