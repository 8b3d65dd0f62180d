// Asks what is not known yet, the most important first and one for all that are alike. After each answer the model is judged anew, so that nothing is asked in vain.
import type { Depth, Question } from "@merlon/schema";
import { askOne, askSeveral, keep, say, type Dialogue, type Option } from "../dialogue/prompt.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { answerEdits, insideEdits } from "./answer-edits.ts";
import { openGroups, stateAfter, type AskState, type GivenAnswer, type OpenGroup } from "./ask-state.ts";
import { askValue, type Said } from "./ask-value.ts";
import { commonBoundary } from "./common-boundary.ts";
import { unknownValue } from "./read-answer.ts";
import { togetherText } from "./together-text.ts";

export interface AskEnd {
  readonly answers: readonly GivenAnswer[];
  /** Questions that were passed over or that nobody could answer. */
  readonly leftOpen: readonly string[];
}

/** `stateOf` may remember what it worked out: going back asks for the same states again. */
export function* askDialogue(depth: Depth, stateOf: (answers: readonly GivenAnswer[]) => AskState): Dialogue<AskEnd> {
  const answers: GivenAnswer[] = [];
  const leftOpen = new Set<string>();
  /** Nothing is asked twice, even when an answer did not settle it. */
  const asked = new Set<string>();
  for (;;) {
    const state = stateOf(answers);
    const groups = openGroups(state.analysis, depth).map((group) => ({ ...group, questions: group.questions.filter(({ id }) => !asked.has(id)) })).filter(({ questions }) => questions.length > 0);
    const [group] = groups;
    if (!group) break;
    yield* say([remaining(groups)]);
    const given = yield* askGroup(group, state.change.after);
    for (const { questions, value, edits } of given.answers) for (const id of questions) (edits.length === 0 || value === unknownValue ? leftOpen : asked).add(id);
    for (const id of given.passed) leftOpen.add(id);
    for (const id of leftOpen) asked.add(id);
    const changed = given.answers.filter(({ edits }) => edits.length > 0);
    if (changed.length > 0) {
      answers.push(...changed);
      yield* keep([...answers]);
    }
    if (given.stopped) break;
  }
  return { answers, leftOpen: [...leftOpen] };
}

function remaining(groups: readonly OpenGroup[]): string {
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  return `${groups.length === 1 ? "1 question" : `${groups.length} questions`} left${groups.length < count ? `, at ${count} places` : ""}.`;
}

interface Given {
  readonly answers: readonly GivenAnswer[];
  readonly passed: readonly string[];
  readonly stopped?: true;
}

function* askGroup(group: OpenGroup, loaded: LoadedModel): Dialogue<Given> {
  const [first] = group.questions;
  if (!first) return { answers: [], passed: [] };
  yield* say(explained(group, first));
  if (group.questions.length === 1) return yield* askTogether([first], loaded);
  const boundary = commonBoundary(group.questions, loaded.model, loaded.library);
  const title = boundary === undefined ? "" : loaded.model.boundaries.get(boundary)?.title ?? boundary;
  const ways: readonly Option[] = [
    { value: "all", label: "One answer for all of them" },
    ...(boundary === undefined ? [] : [{ value: "inside", label: `One answer for everything in ${title}`, hint: "as a default that each may override" }]),
    { value: "some", label: "One answer for some of them" }, { value: "each", label: "One by one" },
    { value: "skip", label: "Skip these for now" }, { value: "stop", label: "Stop here", hint: "what was answered is kept" },
  ];
  switch (yield* askOne({ message: togetherText(group.questions), options: ways })) {
    case "all": return yield* askTogether(group.questions, loaded);
    case "inside": return boundary === undefined ? { answers: [], passed: [] } : yield* askInside(group, boundary, `${togetherText(group.questions)} (and everything else in ${title})`, loaded);
    case "some": return yield* askSome(group, loaded);
    case "each": return yield* askEach(group.questions, loaded);
    case "stop": return { answers: [], passed: [], stopped: true };
    default: return { answers: [], passed: group.questions.map(({ id }) => id) };
  }
}

/** What it is about, how to find out, why it matters, what hangs on it. */
function explained({ questions, worst }: OpenGroup, { help, why }: Question): readonly string[] {
  const decides = new Set(questions.flatMap((question) => question.decides)).size;
  const about = questions.length > 1 ? [`About ${questions.map(({ target }) => target.title).slice(0, 8).join(", ")}${questions.length > 8 ? ` and ${questions.length - 8} more` : ""}.`] : [];
  return [...about, ...[help, why].filter((text) => text !== ""), `It decides ${decides === 1 ? "1 threat" : `${decides} threats`}, up to ${worst}.`];
}

function* askTogether(questions: readonly Question[], loaded: LoadedModel): Dialogue<Given> {
  const [first] = questions;
  if (!first) return { answers: [], passed: [] };
  return givenBy(yield* askValue(first, togetherText(questions), loaded), questions, (value) => questions.map((question) => ({ questions: [question.id], value, edits: answerEdits(question, value, loaded) })));
}

function* askInside({ key, questions }: OpenGroup, boundary: string, message: string, loaded: LoadedModel): Dialogue<Given> {
  const [first] = questions;
  if (!first) return { answers: [], passed: [] };
  return givenBy(yield* askValue(first, message, loaded), questions, (value) => [{ questions: questions.map(({ id }) => id), value, inside: boundary, edits: value === unknownValue ? [] : insideEdits(key, boundary, value, loaded) }]);
}

function givenBy(said: Said, questions: readonly Question[], answersFor: (value: unknown) => readonly GivenAnswer[]): Given {
  if (said === "stop") return { answers: [], passed: [], stopped: true };
  if (said === "skip") return { answers: [], passed: questions.map(({ id }) => id) };
  return { answers: answersFor(said.value), passed: [] };
}

/** Those that were not chosen come again afterwards. */
function* askSome(group: OpenGroup, loaded: LoadedModel): Dialogue<Given> {
  const chosen = yield* askSeveral({ message: "Which of them?", options: group.questions.map(({ id, target }) => ({ value: id, label: target.title })), required: true });
  return yield* askTogether(group.questions.filter(({ id }) => chosen.includes(id)), loaded);
}

function* askEach(questions: readonly Question[], loaded: LoadedModel): Dialogue<Given> {
  const answers: GivenAnswer[] = [];
  const passed: string[] = [];
  for (const question of questions) {
    const given = yield* askTogether([question], loaded);
    answers.push(...given.answers);
    passed.push(...given.passed);
    if (given.stopped) return { answers, passed, stopped: true };
  }
  return { answers, passed };
}

/** The states of one conversation, each worked out once. */
export function rememberedStates(loaded: LoadedModel, session: Session): (answers: readonly GivenAnswer[]) => AskState {
  const known = new Map<string, AskState>();
  return function stateOf(answers) {
    const key = JSON.stringify(answers.map(({ edits }) => edits));
    const found = known.get(key) ?? stateAfter(loaded, answers, session);
    known.set(key, found);
    return found;
  };
}
