// Leads somebody through the interview.
import { askOne, askSeveral, askText, say, type Dialogue } from "../dialogue/prompt.ts";
import { exclusive, interview, optionsOf, type InterviewAnswers, type InterviewQuestion } from "./interview.ts";

export function* interviewDialogue(): Dialogue<InterviewAnswers> {
  yield* say([
    "Some questions in plain words. Nobody knows everything: \"I don't know\" is a good answer, because it shows what to find out.",
    "No names of real people, no passwords: only what kind of things there are.",
  ], "Your first threat model");
  let answers: InterviewAnswers = {};
  for (const question of interview) {
    if (question.when && !question.when(answers)) continue;
    const answer = yield* askQuestion(question, answers);
    answers = { ...answers, [question.id]: answer };
  }
  return answers;
}

function* askQuestion(question: InterviewQuestion, answers: InterviewAnswers): Dialogue<string | readonly string[]> {
  const { text: message, example, needed } = question;
  if (question.kind === "text") return yield* askText({ message, ...(example === undefined ? {} : { placeholder: example }), ...(needed ? {} : { optional: true }) });
  const options = optionsOf(question, answers);
  if (question.kind === "one") return yield* askOne({ message, options });
  return yield* askSeveral({ message, options: options.filter(({ value }) => !exclusive.has(value)), required: true, instead: options.filter(({ value }) => exclusive.has(value)) });
}
