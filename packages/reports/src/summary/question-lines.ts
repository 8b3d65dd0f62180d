// The questions whose answers decide most, with what hangs on each.
import type { Analysis, Question } from "@merlon/schema";
import { ink, labelled, line, type Line } from "../terminal/lines.ts";
import { counted } from "../wording/counted.ts";
import { severityLooks } from "../wording/severity.ts";
import { commandOf, firstOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";

const SHOWN = 5;

export function questionLines({ questions, counts }: Analysis, options: SummaryOptions): readonly Line[] {
  if (questions.length === 0) return [];
  const note = counts.deeperQuestions > 0 ? `, ${counts.deeperQuestions} of them deeper than this model wants` : "";
  const shown = firstOf(SHOWN, questions, options);
  return [
    heading("Questions to answer next", `${counted(questions.length, "question")}${note}; answer them: ${commandOf(options, "ask")}`),
    ...shown.flatMap(linesOf), ...restOf(shown, questions, options),
  ];
}

function linesOf(question: Question): readonly Line[] {
  const { mark, inks } = severityLooks[question.worst];
  return [
    labelled(ink("yellow", "? "), question.text, 1),
    line([ink("cyan", question.id), ink("dim", `  decides ${counted(question.decides.length, "threat")}, up to `), ink(inks, `${mark} ${question.worst}`)], 3),
  ];
}
