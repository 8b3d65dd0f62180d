// What is due as Markdown, for a ticket or a message. Empty when nothing is, so that none is written.
import type { Due, DueItem } from "@merlon/schema";
import { code, joinMarkdown, markdown, markdownTable, withCode, type Markdown } from "../escape/markdown.ts";
import { sentence } from "../wording/counted.ts";
import { placeWords } from "../wording/titles.ts";
import { byOwner, coversWords, dueSentence, dueWords } from "./due-words.ts";

export function dueMarkdown(due: Due): string {
  if (due.items.length === 0) return "";
  const several = due.models.length > 1;
  const head = [markdown`### Due in ${several ? `${due.models.length} threat models` : `the threat model ${due.models[0] ?? ""}`}`, markdown`${sentence(dueSentence(due))} As of ${due.at}.`];
  const owners = byOwner(due).flatMap(({ owner, items }) => [markdown`#### ${owner}`, markdownTable([...(several ? ["model"] : []), "when", "what", "details"], items.map((item) => rowOf(item, several)))]);
  return `${joinMarkdown([...head, ...owners], "\n\n").source}\n`;
}

function rowOf(item: DueItem, several: boolean): readonly Markdown[] {
  const { late, model, key, title, says, where } = item;
  const what = joinMarkdown([code(key), ...(title === key ? [] : [withCode(title)]), coversWords(item)], "<br>");
  const details = joinMarkdown([...says.map(withCode), ...(where === undefined ? [] : [markdown`(${placeWords(where)})`])], "<br>");
  return [...(several ? [markdown`${model}`] : []), late ? markdown`**${dueWords(item)}**` : markdown`${dueWords(item)}`, what, details];
}
