// Questions of one key together: answering once for all that are alike is what people do. What the model's depth wants comes first, then what decides most.
import type { QuestionGroup } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Instance } from "../rules/evaluate.ts";
import { SEVERITIES } from "../threats/severity.ts";
import { compareImportance, isDeeper, type OpenQuestion } from "./build-questions.ts";
import { wordingOf } from "./wording.ts";

/** Titles named in a group's text before "and n more". */
const NAMED = 2;
const EXAMPLES = 4;

export function groupQuestions(questions: readonly OpenQuestion[], base: FactBase): readonly QuestionGroup[] {
  const groups = new Map<string, OpenQuestion[]>();
  for (const question of questions) {
    const key = `${question.depth} ${question.key}`;
    const group = groups.get(key);
    if (group) group.push(question);
    else groups.set(key, [question]);
  }
  const { depth } = base.model.header;
  return [...groups.values()].map((group) => groupOf(group, base)).sort((a, b) => Number(isDeeper(a, depth)) - Number(isDeeper(b, depth)) || compareImportance(a, b));
}

function groupOf(questions: readonly OpenQuestion[], base: FactBase): QuestionGroup {
  const first = questions[0]!;
  const decides = new Set<Instance>();
  for (const question of questions) for (const instance of question.decides) decides.add(instance);
  return {
    key: first.key, text: textOf(questions, base), questions: questions.map((q) => q.id),
    examples: questions.slice(0, EXAMPLES).map((q) => q.subject.title), decides: decides.size,
    weight: weightOf(questions),
    worst: SEVERITIES[questions.reduce((most, q) => Math.max(most, SEVERITIES.indexOf(q.worst)), 0)]!, depth: first.depth,
  };
}

/** A further place tells less than the first: of those that are alike, the second counts half, the third a third, and so on. */
function weightOf(questions: readonly OpenQuestion[]): number {
  const sum = questions.map(({ weight }) => weight).sort((a, b) => b - a).reduce((all, weight, index) => all + weight / (index + 1), 0);
  return Math.round(sum * 100) / 100;
}

/** The wording of the first question, with all that it is about in place of its title. */
function textOf(questions: readonly OpenQuestion[], base: FactBase): string {
  const titles = questions.slice(0, NAMED).map((q) => q.subject.title);
  const rest = questions.length - titles.length;
  return wordingOf(questions[0]!.key, rest > 0 ? `${titles.join(", ")} and ${rest} more` : titles.join(" and "), base).text;
}
