// What may be typed as the answer to a question, in one line.
import type { Library, Question } from "@merlon/schema";
import { privileges } from "./read-answer.ts";

/** Fields that take several words, or `none`. */
const lists: ReadonlySet<string> = new Set(["technology", "carries", "response", "holds", "handles"]);

export function answerForm({ key, kind, answers }: Question, { characteristics }: Pick<Library, "characteristics">): string {
  if (key === "opens") return `element:${privileges.join("|")}, or several with commas between | none`;
  const characteristic = characteristics.find(({ id }) => id === key);
  const takesNone = characteristic ? characteristic.kind === "set" : lists.has(key);
  const words = answers.length > 0 ? answers.map(({ value }) => value).join(" | ") : takesNone ? "words" : kind;
  const several = takesNone || key === "levels" ? ", or several with commas between" : "";
  return `${words}${several}${takesNone ? " | none" : ""}`;
}
