// The questions of an analysis as they are asked, one for all places that are alike, and apart from them those that ask for more than the model wants.
import type { Analysis, Depth, QuestionGroup } from "@merlon/schema";
import { counted } from "./counted.ts";
import { SEVERITIES } from "./severity.ts";

const DEPTHS: readonly Depth[] = ["sketch", "standard", "full"];

export function isDeeper({ depth }: Pick<QuestionGroup, "depth">, { model }: Pick<Analysis, "model">): boolean {
  return DEPTHS.indexOf(depth) > DEPTHS.indexOf(model.depth);
}

/** Asked at the model's depth. */
export function wantedGroups(analysis: Pick<Analysis, "model" | "questionGroups">): readonly QuestionGroup[] {
  return analysis.questionGroups.filter((group) => !isDeeper(group, analysis));
}

/** As many as people answer in one sitting. What comes after them decides less, and some of it is settled by their answers. */
const ROUND = 10;

/** Those to answer next: what is shown where nobody asks for all. */
export function roundOf(analysis: Pick<Analysis, "model" | "questionGroups">): readonly QuestionGroup[] {
  return wantedGroups(analysis).slice(0, ROUND);
}

/** `3 questions at 7 places (and 2 deeper)`: what one is asked, not how many answers that makes. */
export function questionWords(analysis: Pick<Analysis, "model" | "questionGroups">, noun = "question"): string {
  const wanted = wantedGroups(analysis);
  const places = placesOf(wanted);
  const deeper = analysis.questionGroups.length - wanted.length;
  return `${counted(wanted.length, noun)}${places > wanted.length ? ` at ${counted(places, "place")}` : ""}${deeper > 0 ? ` (and ${deeper} deeper)` : ""}`;
}

/** No open threat does not mean that all is well: says what hangs on the answers that are missing. */
export function nothingOpen(analysis: Pick<Analysis, "model" | "questions" | "questionGroups">): string {
  const wanted = wantedGroups(analysis);
  const [first] = wanted;
  const deeper = analysis.questionGroups.length - wanted.length;
  if (!first) return deeper === 0 ? "No threat is open." : `No threat is open at depth ${analysis.model.depth}; ${counted(deeper, "deeper question")} could still show some.`;
  const ids = new Set(wanted.flatMap((group) => group.questions));
  const decides = new Set(analysis.questions.filter(({ id }) => ids.has(id)).flatMap((question) => question.decides)).size;
  const worst = SEVERITIES.find((severity) => wanted.some((group) => group.worst === severity)) ?? first.worst;
  const [answers, verb] = ids.size === 1 ? ["1 missing answer", "decides"] : [`${ids.size} missing answers`, "decide"];
  return `Nothing is certain yet: ${answers} ${verb} about ${counted(decides, "threat")}, up to ${worst}.`;
}

function placesOf(groups: readonly QuestionGroup[]): number {
  return groups.reduce((sum, group) => sum + group.questions.length, 0);
}
