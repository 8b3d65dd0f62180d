// Small pieces that the sections of the Markdown report are made of.
import type { Where } from "@merlon/schema";
import { code, joinMarkdown, markdown, type Markdown, type MarkdownPart } from "../escape/markdown.ts";
import { titleOf, type Titles } from "../wording/titles.ts";
import { placeWords } from "../wording/titles.ts";

export function heading(level: number, text: MarkdownPart): Markdown {
  return markdown`${{ source: "#".repeat(level) }} ${text}`;
}

/** Items that are there; a blank line around them is the caller's. */
export function bullets(items: readonly (MarkdownPart | undefined)[]): Markdown {
  return joinMarkdown(items.filter((item) => item !== undefined).map((item) => markdown`- ${item}`), "\n");
}

/** The terms that have a value, one bullet each. */
export function terms(entries: readonly (readonly [string, MarkdownPart])[]): Markdown {
  const there = entries.filter(([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0));
  return bullets(there.map(([name, value]) => markdown`**${name}:** ${value}`));
}

export function objects(ids: readonly string[], titles: Titles): Markdown {
  return joinMarkdown(ids.map((id) => titleOf(id, titles)), ", ");
}

export function place(where: Where | undefined): Markdown | undefined {
  return where === undefined ? undefined : code(placeWords(where));
}

/** Words beside each other, empty ones left out. */
export function words(...parts: readonly MarkdownPart[]): Markdown {
  return joinMarkdown(parts, " ");
}
