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
import { effectsOf, stateAfter, type AnswerEffects, type AskState, type GivenAnswer } from "./ask-state.ts";
import { commonBoundary } from "./common-boundary.ts";
import { readAnswer } from "./read-answer.ts";

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

export function readTypedAnswers({ loaded }: AskableModel, typed: TypedAnswers, session: Session): readonly GivenAnswer[] {
  const answers: GivenAnswer[] = [];
  let state = stateAfter(loaded, [], session);
  function add(more: readonly GivenAnswer[]): void {
    answers.push(...more);
    if (more.length > 0) state = stateAfter(loaded, answers, session);
  }
  for (const { question: id, text } of typed.single) {
    const question = state.analysis.questions.find((one) => one.id === id);
    if (!question) throw unknownQuestion(id, state, loaded);
    add([{ questions: [id], ...valueAndEdits(question, text, state.change.after) }]);
  }
  for (const { key, text } of typed.alike) {
    const questions = state.analysis.questions.filter((one) => one.key === key);
    if (questions.length === 0) throw unknownId("open question about", key, new Set(state.analysis.questions.map((one) => one.key)));
    add(typed.asDefault ? [asDefault(questions, text, state.change.after)] : questions.map((question) => ({ questions: [question.id], ...valueAndEdits(question, text, state.change.after) })));
  }
  return answers;
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

function unknownQuestion(id: string, { analysis }: AskState, { model, library }: LoadedModel): AppError {
  const [key = "", object = ""] = id.split("@");
  const objects = [model.elements, model.flows, model.boundaries].some((map) => map.has(object));
  if (objects && library.characteristics.some((one) => one.id === key)) {
    return new AppError("A4009", `\`${key}\` of \`${object}\` is not an open question: it is answered already, or no answer would change the result.`, { hint: `To state it all the same, write \`${key}: …\` at \`${object}\` in the model.` });
  }
  return unknownId("open question", id, analysis.questions.map((question) => question.id));
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
