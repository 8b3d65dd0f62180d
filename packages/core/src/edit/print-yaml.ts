// Writes new YAML: block style for maps with more than two keys, one line for small maps and lists. Text that is already in a file is never written anew.
import { isObject } from "../model/maps.ts";
import type { PlainObject } from "../model/maps.ts";
import { printScalar } from "./print-scalar.ts";

const lineWidth = 100;
const indentStep = "  ";

/** A whole document. The root is always in block style. */
export function printYaml(value: unknown): string {
  if (isObject(value) && Object.keys(value).length > 0) return `${blockMap(value, "").join("\n")}\n`;
  return `${isNested(value) ? blockLines(value, "").join("\n") : printFlow(value)}\n`;
}

/** One entry of a block map, as lines; the first starts with the indent. */
export function printEntry(key: string, value: unknown, indent: string): readonly string[] {
  const name = `${indent}${printScalar(key)}:`;
  const [first = "", ...rest] = printValue(value, indent, name.length);
  return [name + first, ...rest];
}

/** What follows the colon of a key at `indent`: the rest of its line, then further lines. `taken`: how long the line is already. */
export function printValue(value: unknown, indent: string, taken: number): readonly string[] {
  if (typeof value === "string" && isParagraphs(value)) return [value.endsWith("\n") ? " |" : " |-", ...literal(value, indent + indentStep)];
  const flow = printFlow(value);
  if (!isNested(value) || (fitsOnLine(value) && taken + 1 + flow.length <= lineWidth)) return [` ${flow}`];
  return ["", ...blockLines(value, indent + indentStep)];
}

/** On one line, in the style that flow collections need. */
export function printFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlow).join(", ")}]`;
  if (!isObject(value)) return printScalar(value);
  return `{${Object.entries(value).map(([key, inner]) => `${printScalar(key)}: ${printFlow(inner)}`).join(", ")}}`;
}

function isNested(value: unknown): value is PlainObject | readonly unknown[] {
  return Array.isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

/** Small maps of plain values, and lists of plain values or of such maps. */
function fitsOnLine(value: PlainObject | readonly unknown[]): boolean {
  if (Array.isArray(value)) return value.every((item) => !isNested(item) || (isObject(item) && fitsOnLine(item)));
  const values: readonly unknown[] = Object.values(value);
  return values.length <= 2 && values.every((inner) => !isNested(inner) || (Array.isArray(inner) && fitsOnLine(inner)));
}

function blockLines(value: PlainObject | readonly unknown[], indent: string): readonly string[] {
  return Array.isArray(value) ? value.flatMap((item) => blockItem(item, indent)) : blockMap(value as PlainObject, indent); // lists are taken
}

function blockMap(value: PlainObject, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([key, inner]) => printEntry(key, inner, indent));
}

function blockItem(item: unknown, indent: string): readonly string[] {
  const flow = printFlow(item);
  if (!isNested(item) || (fitsOnLine(item) && indent.length + 2 + flow.length <= lineWidth)) return [`${indent}- ${flow}`];
  const [first = "", ...rest] = blockLines(item, indent + indentStep);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Text of several lines that a literal block can hold as it is. */
function isParagraphs(text: string): boolean {
  const lines = text.replace(/\n$/, "").split("\n");
  return lines.length > 1 && /^\S/.test(text) && lines.at(-1) !== "" && lines.every((line) => !/\s$/.test(line) && !unprintable.test(line));
}

function literal(text: string, indent: string): readonly string[] {
  return text.replace(/\n$/, "").split("\n").map((line) => (line === "" ? "" : indent + line));
}
