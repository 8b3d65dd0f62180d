// Writes Markdown (GitHub's flavour) so that nothing gets in unescaped. Text comes out on one line and without a bare
// vertical bar, so that the same text is safe in a paragraph, a heading and a table cell.
import { oneLine } from "./visible.ts";

export interface Markdown {
  readonly source: string;
}

export type MarkdownPart = Markdown | string | number | undefined | readonly MarkdownPart[];

export function markdown(strings: TemplateStringsArray, ...parts: readonly MarkdownPart[]): Markdown {
  return { source: strings.map((text, index) => text + (index < parts.length ? sourceOf(parts[index]) : "")).join("") };
}

/** A code span for an id. What could break out of one is shown as plain text instead. */
export function code(text: string): Markdown {
  const line = oneLine(text);
  return { source: /^[\w@+.,:;()/#=*'"\u2190-\u21ff -]+$/.test(line) ? `\`${line}\`` : escapeMarkdown(line) };
}

/** Mentions and numbers of tickets in the text stay text: nobody is called by a model. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
    .replace(/(?<!\w)([@#])(?=\w)/g, "$1&#8203;")
    .replace(/^([-+=#])/, "\\$1").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

function sourceOf(part: MarkdownPart): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeMarkdown(part);
  if (typeof part === "number") return String(part);
  return "source" in part ? part.source : part.map(sourceOf).join("");
}

/** What stands between backticks is code, as in the engine's sentences. */
export function withCode(text: string): Markdown {
  const parts = text.split("`");
  const last = parts.length - 1;
  const shown = parts.map((part, index) => (index % 2 === 0 ? escapeInside(part) : index === last ? `\\\`${escapeInside(part)}` : code(part).source));
  return { source: shown.join("") };
}

/** Keeps the spaces at both ends, which `escapeMarkdown` trims. */
function escapeInside(text: string): string {
  const inner = escapeMarkdown(text);
  return inner === "" ? (text === "" ? "" : " ") : `${/^\s/.test(text) ? " " : ""}${inner}${/\s$/.test(text) ? " " : ""}`;
}

export function joinMarkdown(parts: readonly MarkdownPart[], separator: string): Markdown {
  return { source: parts.map(sourceOf).filter((text) => text !== "").join(separator) };
}

/** A table; every row has as many cells as the head. */
export function markdownTable(head: readonly string[], rows: readonly (readonly MarkdownPart[])[]): Markdown {
  const line = (cells: readonly MarkdownPart[]): string => `| ${cells.map((cell) => sourceOf(cell) || " ").join(" | ")} |`;
  return { source: [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n") };
}
