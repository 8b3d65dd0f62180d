// The plain text of an Atlassian document: paragraphs and list items on lines of their own, marks and macros left out.
import { isMap } from "../foreign/place.ts";

const blocks = new Set(["paragraph", "heading", "listItem", "codeBlock", "blockquote", "tableRow", "rule", "panel"]);
/** Deeper than people write; it bounds the work that a hostile file can ask for. */
const DEEPEST = 60;

export function adfText(document: unknown): string {
  return textOf(document, 0).replace(/[ \t]+\n/g, "\n").replace(/\n{2,}/g, "\n").trim();
}

function textOf(part: unknown, depth: number): string {
  if (!isMap(part) || depth > DEEPEST) return "";
  const { type, text, content, attrs } = part;
  if (type === "text") return typeof text === "string" ? text : "";
  if (type === "hardBreak") return "\n";
  if (isMap(attrs) && typeof attrs["text"] === "string") return attrs["text"];
  const inner = Array.isArray(content) ? content.map((child) => textOf(child, depth + 1)).join(type === "tableRow" ? " " : "") : "";
  return typeof type === "string" && blocks.has(type) ? `${inner}\n` : inner;
}
