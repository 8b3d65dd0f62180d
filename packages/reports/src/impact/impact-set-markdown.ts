// One comment for several models: they share what a comment may hold, those that fail the gate first, and those without room are named.
import type { Impact } from "@merlon/schema";
import { code, joinMarkdown, markdown } from "../escape/markdown.ts";
import { counted } from "../wording/counted.ts";
import { impactMarkdown, MAX_CHARS, type ImpactMarkdownOptions } from "./impact-markdown.ts";

/** The least in which a model can be told. */
const LEAST = 4_000;
const NAMED = 20;

/** Empty when there is nothing to say of any. The marker on the first line is that of all models together. */
export function impactSetMarkdown(impacts: readonly Impact[], options: ImpactMarkdownOptions = {}): string {
  const loud = impacts.filter(({ quiet }) => !quiet).toSorted((a, b) => Number(b.gate.failed) - Number(a.gate.failed));
  if (loud.length === 0) return "";
  const room = (options.maxChars ?? MAX_CHARS) - MARKER.length - NAMED * 80;
  const shown = loud.slice(0, Math.max(1, Math.floor(room / LEAST)));
  const maxChars = Math.floor(room / shown.length) - 1;
  return [MARKER, ...shown.map((impact) => impactMarkdown(impact, { ...options, maxChars })), ...namedOf(loud.slice(shown.length))].join("\n");
}

const MARKER = "<!-- merlon -->";

function namedOf(left: readonly Impact[]): readonly string[] {
  if (left.length === 0) return [];
  const names = joinMarkdown(left.slice(0, NAMED).map(({ head }) => code(head.model.slice(0, 60))), ", ");
  return [`${markdown`Not shown, because a comment has an end: ${counted(left.length, "more model")}, ${names}${left.length > NAMED ? " and others" : ""}. See each with --model.`.source}\n`];
}
