// Questions that the change opened or answered, as far as the model's depth asks them.
import type { Cause, QuestionChange } from "@merlon/schema";
import { isDeeper, questionOf, type OpenQuestion } from "../questions/build-questions.ts";
import { causeFor, type Comparison, type SideSeen } from "./comparison.ts";

export function questionChanges(comparison: Comparison): readonly QuestionChange[] {
  const [old, now] = [asked(comparison.before), asked(comparison.after)];
  const change = (open: OpenQuestion, side: SideSeen, what: QuestionChange["change"]): QuestionChange => ({
    change: what, question: questionOf(open, side.judged.prepared.base), cause: causeOf(open, comparison),
  });
  return [
    ...[...now.values()].filter(({ id }) => !old.has(id)).map((open) => change(open, comparison.after, "opened")),
    ...[...old.values()].filter(({ id }) => !now.has(id)).map((open) => change(open, comparison.before, "closed")),
  ];
}

function asked({ judged, model }: SideSeen): ReadonlyMap<string, OpenQuestion> {
  return new Map(judged.questions.filter((question) => !isDeeper(question, model.header.depth)).map((question) => [question.id, question]));
}

/** What is behind the outcomes that wait for the answer. */
function causeOf({ decides }: OpenQuestion, comparison: Comparison): Cause {
  const causes = decides.map(({ id }) => comparison.causes.get(`threat:${id}`)).filter((cause) => cause !== undefined);
  const operations = [...new Set(causes.flatMap((cause) => cause.operations))].sort((a, b) => a - b);
  return operations.length > 0 ? { operations, kind: "but-for" } : causes[0] ?? causeFor(comparison, "");
}
