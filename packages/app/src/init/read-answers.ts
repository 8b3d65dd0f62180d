// Answers of the interview from a file, for where nobody can be asked; and an example of such a file.
import { nearest, readYaml, whereIs, type ParsedFile } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { exclusive, interview, optionsOf, unknownOption, type InterviewAnswers, type InterviewKey, type InterviewQuestion } from "./interview.ts";

export function readAnswers(path: string, text: string): InterviewAnswers {
  const parsed = readYaml({ path, text });
  if (parsed.value === undefined) throw new AppError("A4015", `${path} cannot be read.`, { diagnostics: parsed.diagnostics });
  if (typeof parsed.value !== "object" || parsed.value === null || Array.isArray(parsed.value)) throw new AppError("A4015", `${path} holds no answers.`, { hint: exampleHint });
  const answers = parsed.value as Readonly<Record<string, unknown>>; // an object
  const diagnostics = [...unknownKeys(answers, parsed), ...interview.flatMap((question) => problemsOf(question, answers, parsed))];
  if (diagnostics.length > 0) throw new AppError("A4015", `${path} does not answer the questions.`, { diagnostics, hint: exampleHint });
  return answers as InterviewAnswers; // every answer was checked
}

const exampleHint = "`merlon init --example-answers` prints a file that does, and what may stand in it.";

function unknownKeys(answers: Readonly<Record<string, unknown>>, parsed: ParsedFile): readonly Diagnostic[] {
  const ids: readonly string[] = interview.map(({ id }) => id);
  return Object.keys(answers).filter((key) => !ids.includes(key)).map((key) => {
    const close = nearest(key, ids);
    return problem(parsed, key, `There is no question \`${key}\`${close === undefined ? "" : `; did you mean \`${close}\`?`}${close === undefined ? "." : ""}`);
  });
}

function problemsOf(question: InterviewQuestion, answers: Readonly<Record<string, unknown>>, parsed: ParsedFile): readonly Diagnostic[] {
  const { id, kind, needed } = question;
  const answer = answers[id];
  if (answer === undefined || answer === "") return needed ? [problem(parsed, id, `\`${id}\` must be answered: ${question.text}`)] : [];
  if (kind === "text") return typeof answer === "string" ? [] : [problem(parsed, id, `\`${id}\` is answered with a text.`)];
  if (kind === "one" && typeof answer !== "string") return [problem(parsed, id, `\`${id}\` is answered with one word.`)];
  const values: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  if (needed && values.length === 0) return [problem(parsed, id, `\`${id}\` must be answered: ${question.text}`)];
  const known = optionsOf(question, answers as InterviewAnswers).map(({ value }) => value);
  const foreign = values.filter((value) => !known.includes(String(value)) && value !== unknownOption.value);
  if (foreign.length > 0) return [problem(parsed, id, `\`${id}\` takes ${known.join(", ")}; not ${foreign.map((value) => `\`${String(value)}\``).join(", ")}.`)];
  const alone = values.length > 1 ? values.find((value) => exclusive.has(String(value))) : undefined;
  return alone === undefined ? [] : [problem(parsed, id, `\`${String(alone)}\` stands alone in \`${id}\`, or not at all.`)];
}

function problem(parsed: ParsedFile, id: string, message: string): Diagnostic {
  return { code: "A4015", severity: "error", message, where: whereIs(parsed, [id]) };
}

/** A file that answers everything. */
export const exampleAnswers: Readonly<Record<InterviewKey, string | readonly string[]>> = {
  "name": "Membership portal", "purpose": "Members of the club sign up, pay their fee and book courses.", "form": "web", "users": ["visitors", "customers", "staff"], "from": "both", "sign-in": ["password", "company"],
  "data": ["contact", "account", "card", "published"], "secrecy": "moderate", "correctness": "moderate", "outage": "low", "stores": ["database"], "others": ["payment", "mail"], "sent-out": ["contact", "card"],
  "operation": ["pages", "remote", "pipeline"], "operator-sign-in": "password", "place": "cloud", "present": ["outside", "checks", "records", "backups"], "missing": ["limits", "network", "stored"],
};

/** Every question with the words that answer it. */
export function answersHelp(): readonly string[] {
  return interview.flatMap((question) => {
    const words = question.kind === "text" ? "a text" : optionsOf(question, exampleAnswers).map(({ value }) => value).join(", ");
    return [`${question.id}: ${question.text}`, `    ${question.kind === "several" ? "any of " : ""}${words}`];
  });
}
