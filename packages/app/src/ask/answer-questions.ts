// `merlon ask`: answers to open questions go back into the model's files, and what they change is told.
import { absolutePath, loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import { findModel } from "../model/find-models.ts";
import type { Analysis, Depth, Question } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { planChange, type FileChange, type ModelChange } from "../write/plan-change.ts";
import { writeFileChanges } from "../write/write-change.ts";
import { answerEdits, insideEdits } from "./answer-edits.ts";
import { effectsOf, stateAfter, type AnswerEffects, type GivenAnswer } from "./ask-state.ts";
import { commonBoundary } from "./common-boundary.ts";
import { readAnswer } from "./read-answer.ts";
import { statableQuestion } from "./statable-question.ts";

export interface AskableModel {
  readonly loaded: LoadedModel;
  readonly analysis: Analysis;
}

export async function askableModel(path: string | undefined, session: Session): Promise<AskableModel> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  return { loaded, analysis: stateAfter(loaded, [], session).analysis };
}

/** Answers as people type them: `key@object` or, for all that are alike, `key`. */
export interface TypedAnswers {
  readonly single: readonly { readonly question: string; readonly text: string }[];
  readonly alike: readonly { readonly key: string; readonly text: string }[];
  /** State what is alike once, as the default of the boundary that everything it is asked of lies in. */
  readonly asDefault?: boolean;
}

/** Each answer is taken for the model as it is, so that none makes another of them needless. */
export function readTypedAnswers({ loaded, analysis }: AskableModel, typed: TypedAnswers, session: Session): readonly GivenAnswer[] {
  const answers: GivenAnswer[] = [];
  const given = new Set<string>();
  /** Answers about one object may lie in one map of it, so each edit sees those before it. */
  let current = loaded;
  function add(more: GivenAnswer): void {
    for (const id of more.questions) given.add(id);
    answers.push(more);
    current = planChange(loaded, answers.flatMap(({ edits }) => edits), session).after;
  }
  for (const { question: id, text } of typed.single) {
    if (given.has(id)) throw new AppError("A4015", `\`${id}\` is answered twice.`, { hint: "Leave one of the two answers out." });
    const question = analysis.questions.find((one) => one.id === id);
    add({ questions: [id], ...valueAndEdits(question ?? statableQuestion(id, analysis, loaded), text, current) });
  }
  for (const { key, text } of typed.alike) {
    const questions = openAfter(key, answers, { loaded, analysis }, session).filter(({ id }) => !given.has(id));
    if (questions.length === 0) throw unknownId("open question about", key, new Set(analysis.questions.map((one) => one.key)));
    if (typed.asDefault) add(asDefault(questions, text, current));
    else for (const question of questions) add({ questions: [question.id], ...valueAndEdits(question, text, current) });
  }
  return answers;
}

/** What is open about a key in the model as it is, and what the answers so far bring up. */
function openAfter(key: string, answers: readonly GivenAnswer[], { loaded, analysis }: AskableModel, session: Session): readonly Question[] {
  const after = answers.length === 0 ? [] : stateAfter(loaded, answers, session).analysis.questions;
  return [...new Map([...after, ...analysis.questions].filter((one) => one.key === key).map((one) => [one.id, one])).values()];
}

function valueAndEdits(question: Question, text: string, loaded: LoadedModel): Pick<GivenAnswer, "value" | "edits"> {
  const read = readAnswer(question, text, loaded);
  if ("wrong" in read) throw new AppError("A4015", `\`${text}\` does not answer ${question.id} (${question.text})`, { hint: read.wrong });
  return { value: read.value, edits: answerEdits(question, read.value, loaded) };
}

function asDefault(questions: readonly Question[], text: string, loaded: LoadedModel): GivenAnswer {
  const [first] = questions;
  const boundary = commonBoundary(questions, loaded.model, loaded.library);
  if (!first || boundary === undefined) {
    throw new AppError("A4015", `No boundary can hold one default for ${questions.map(({ target }) => target.id).slice(0, 8).join(", ")}.`, { hint: "A default needs several elements or flows that lie in one boundary. Leave --as-default out to state it at each." });
  }
  const { value } = valueAndEdits(first, text, loaded);
  return { questions: questions.map(({ id }) => id), value, inside: boundary, edits: insideEdits(first.key, boundary, value, loaded) };
}

export interface AnsweredModel {
  readonly change: ModelChange;
  readonly effects: AnswerEffects;
}

/** What the answers come to; nothing is written. */
export function answered({ loaded, analysis }: AskableModel, answers: readonly GivenAnswer[], session: Session, depth: Depth = analysis.model.depth): AnsweredModel {
  const after = stateAfter(loaded, answers, session);
  return { change: after.change, effects: effectsOf(analysis, after.analysis, depth) };
}

/** Saves the answers of a conversation again and again: each time all of them, also when some were taken back. */
export function answerSaver({ loaded }: AskableModel, session: Session): (answers: readonly GivenAnswer[]) => Promise<void> {
  const onDisk = new Map(loaded.files.map(({ path, text }) => [path, text]));
  return async function save(answers) {
    const change = planChange(loaded, answers.flatMap(({ edits }) => edits), session);
    const changes = change.after.files.filter(({ path, text }) => onDisk.get(path) !== text).map(({ path, text }): FileChange => {
      const before = onDisk.get(path);
      return { path, ...(before === undefined ? {} : { before }), after: text };
    });
    await writeFileChanges(changes, (path) => absolutePath(loaded.place, path));
    for (const { path, after } of changes) onDisk.set(path, after);
  };
}
