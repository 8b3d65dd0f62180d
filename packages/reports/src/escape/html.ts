// Writes HTML so that nothing gets in unescaped: only this template makes `Html`, and whatever is not `Html` is text.
import { visible } from "./visible.ts";

export interface Html {
  readonly markup: string;
}

export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[];

/** Interpolations are escaped for text and for quoted values alike; lists are joined, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return { markup: strings.map((text, index) => text + (index < parts.length ? markupOf(parts[index]) : "")).join("") };
}

/** Only for markup that this package wrote itself: the style sheet, the script, a diagram. */
export function trusted(markup: string): Html {
  return { markup };
}

export function escapeHtml(text: string): string {
  return visible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");
}

function markupOf(part: HtmlPart): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(markupOf).join("");
}
