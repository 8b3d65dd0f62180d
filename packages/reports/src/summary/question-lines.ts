// The questions whose answers decide most, one for all that are alike, with what hangs on each.
import type { Analysis, Question, QuestionGroup } from "@merlon/schema";
import { ink, labelled, line, type Line } from "../terminal/lines.ts";
import { counted, listedUpTo } from "../wording/counted.ts";
import { isDeeper, questionWords, wantedGroups } from "../wording/open-questions.ts";
import { severityLooks } from "../wording/severity.ts";
import { commandOf, firstOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";

const SHOWN = 5;

export function questionLines(analysis: Analysis, options: SummaryOptions): readonly Line[] {
  const { model, questionGroups, questions } = analysis;
  if (questionGroups.length === 0) return [];
  const byId = new Map(questions.map((question) => [question.id, question]));
  const wanted = wantedGroups(analysis);
  const shown = firstOf(SHOWN, questionGroups, options);
  const title = wanted.length > 0 ? "Questions to answer next" : `Nothing is asked at depth ${model.depth}`;
  return [
    heading(title, `${questionWords(analysis)}: ${commandOf(options, wanted.length > 0 ? "ask" : `ask --depth ${questionGroups[0]?.depth ?? "full"}`)}`),
    ...shown.flatMap((group) => linesOf(group, byId, isDeeper(group, analysis), options)), ...restOf(shown, questionGroups, options),
  ];
}

function linesOf(group: QuestionGroup, byId: ReadonlyMap<string, Question>, deeper: boolean, options: SummaryOptions): readonly Line[] {
  const { mark, inks } = severityLooks[group.worst];
  const members = group.questions.map((id) => byId.get(id)).filter((question) => question !== undefined);
  const decides = new Set(members.flatMap((question) => question.decides)).size;
  const places = options.all ? members.map(({ id }) => id) : members.map(({ target }) => target.title);
  const [only] = members;
  return [
    labelled(ink("yellow", "? "), group.text, 1),
    line([
      ink("cyan", members.length === 1 && only ? only.id : group.key),
      members.length > 1 ? ` at ${listedUpTo(options.all ? places.length : 3, places)}` : undefined,
      ink("dim", `  decides ${counted(decides, "threat")}, up to `), ink(inks, `${mark} ${group.worst}`), deeper ? ink("dim", `  deeper: depth ${group.depth}`) : undefined,
    ], 3),
  ];
}
