// Which types of things and which relations a landscape really has, with counts: what shows a wrong or missing relation.
import type { Landscape } from "@merlon/schema";
import { heading } from "../summary/summary-options.ts";
import { blank, ink, line, renderLines, type Page } from "../terminal/lines.ts";
import { countedType, relationWords, typeNouns } from "./landscape-words.ts";

export function landscapeKindsText(landscape: Landscape, page: Page): string {
  const typeOf = new Map(landscape.objects.map(({ id, type }) => [id, type]));
  const types = tallied(landscape.objects.map(({ type }) => type));
  const relations = tallied(landscape.relations.map(({ from, type, to }) => `${typeNouns[typeOf.get(from)!]} ${relationWords[type][0]} ${typeNouns[typeOf.get(to)!]}\t${type}`));
  return renderLines([
    line([ink("bold", landscape.model.title), ink("dim", `  ${landscape.objects.length} things, ${landscape.relations.length} relations`)]),
    blank, heading("What is there"), ...types.map(([type, n]) => line(countedType(n, type), 2)),
    blank, heading("How it is related"), ...relations.map(([words, n]) => line([String(n).padStart(5), "  ", words.split("\t")[0], ink("dim", `  ${words.split("\t")[1] ?? ""}`)], 2)),
  ], page);
}

function tallied<T>(items: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
