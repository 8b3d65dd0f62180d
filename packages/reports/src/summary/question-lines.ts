// The questions whose answers decide most, one for all that are alike, with what hangs on each.
import type { Analysis, QuestionGroup } from "@merlon/schema";
import { ink, labelled, line, type Line } from "../terminal/lines.ts";
import { counted, listed, listedUpTo } from "../wording/counted.ts";
import { isDeeper, questionWords, roundOf } from "../wording/open-questions.ts";
import { severityLooks } from "../wording/severity.ts";
import { commandOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";

/** Of those that are deeper, when nothing is asked at the model's depth. */
const DEEPER_SHOWN = 5;

export function questionLines(analysis: Analysis, options: SummaryOptions): readonly Line[] {
  const { model, questionGroups } = analysis;
  if (questionGroups.length === 0) return [];
  const round = roundOf(analysis);
  const shown = options.all ? questionGroups : round.length > 0 ? round : questionGroups.slice(0, DEEPER_SHOWN);
  const title = round.length > 0 ? "Questions to answer next" : `Nothing is asked at depth ${model.depth}`;
  return [
    heading(title, `${questionWords(analysis)}: ${commandOf(options, round.length > 0 ? "ask" : `ask --depth ${questionGroups[0]?.depth ?? "full"}`)}`),
    ...shown.flatMap((group) => linesOf(group, isDeeper(group, analysis), options)), ...restOf(shown, questionGroups, options),
  ];
}

function linesOf({ key, text, questions, examples, decides, worst, depth }: QuestionGroup, deeper: boolean, options: SummaryOptions): readonly Line[] {
  const { mark, inks } = severityLooks[worst];
  const places = options.all ? listed(questions.map((id) => id.slice(key.length + 1))) : listedUpTo(3, examples, questions.length);
  return [
    labelled(ink("yellow", "? "), text, 1),
    line([
      ink("cyan", questions.length === 1 ? questions[0]! : key), questions.length > 1 ? ` at ${places}` : undefined,
      ink("dim", `  decides ${counted(decides, "threat")}, up to `), ink(inks, `${mark} ${worst}`), deeper ? ink("dim", `  deeper: depth ${depth}`) : undefined,
    ], 3),
  ];
}
