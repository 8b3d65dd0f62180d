// The wording of one question asked of several objects at once.
import type { Question } from "@merlon/schema";

const named = 3;

/** The first question's text with all titles in place of its own. */
export function togetherText(questions: readonly Question[]): string {
  const [first] = questions;
  if (!first) return "";
  const titles = questions.map(({ target }) => target.title);
  const all = titles.length > named + 1 ? `${titles.slice(0, named).join(", ")} and ${titles.length - named} more` : [titles.slice(0, -1).join(", "), titles.at(-1)].filter((part) => part !== "").join(" and ");
  const at = lastPlace(first.text, first.target.title);
  return at < 0 ? first.text : first.text.slice(0, at) + all + first.text.slice(at + first.target.title.length);
}

/** Whole words only: a flow called `call` is not in the word `caller`. */
function lastPlace(text: string, title: string): number {
  for (let at = text.lastIndexOf(title); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(title, at - 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + title.length))) return at;
  }
  return -1;
}
