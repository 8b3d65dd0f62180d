// `merlon due` on a terminal: by owner, what is late first.
import type { Due, DueItem } from "@merlon/schema";
import { heading } from "../summary/summary-options.ts";
import { blank, ink, labelled, line, renderLines, type Line, type Page } from "../terminal/lines.ts";
import { sentence } from "../wording/counted.ts";
import { placeWords } from "../wording/titles.ts";
import { byOwner, coversWords, dueSentence, dueWords } from "./due-words.ts";

export function dueText(due: Due, page: Page): string {
  const of = due.models.length === 1 ? due.models[0] ?? "" : `${due.models.length} models`;
  const head = [line([ink("bold", of), ink("dim", `  as of ${due.at}`)]), line(sentence(dueSentence(due)))];
  const owners = byOwner(due).flatMap(({ owner, items }) => [blank, heading(owner, String(items.length)), ...items.flatMap((item) => itemLines(item, due.models.length > 1))]);
  return renderLines([...head, ...owners], page);
}

function itemLines(item: DueItem, several: boolean): readonly Line[] {
  const { late, key, title, model, says, where } = item;
  const inks = late ? ["bold", "red"] as const : ["yellow"] as const;
  const about = [several ? model : "", title === key ? "" : title, coversWords(item)].filter((part) => part !== "").join(" · ");
  const place = where === undefined ? "" : placeWords(where);
  return [
    labelled(ink(inks, `${late ? "✗" : "·"} `), [ink(inks, dueWords(item)), ink("cyan", `  ${key}`)], 2),
    ...(about === "" ? [] : [line(about, 4)]), ...says.map((text) => line(ink("dim", text), 4)), ...(place === "" ? [] : [line(ink("dim", place), 4)]),
  ];
}
