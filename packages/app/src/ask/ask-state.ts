// The model as it would be with the answers given so far, what is still asked then, and what the answers changed. All in memory.
import { analyze } from "@merlon/engine";
import type { Analysis, Depth, Question, QuestionGroup, Threat } from "@merlon/schema";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { planChange, type Edit, type ModelChange } from "../write/plan-change.ts";

export interface GivenAnswer {
  /** Ids of the questions it answers. */
  readonly questions: readonly string[];
  readonly value: unknown;
  /** The boundary whose default it became. */
  readonly inside?: string;
  readonly edits: readonly Edit[];
}

export interface AskState {
  readonly change: ModelChange;
  readonly analysis: Analysis;
}

export function stateAfter(loaded: LoadedModel, answers: readonly GivenAnswer[], session: Session): AskState {
  const change = planChange(loaded, answers.flatMap(({ edits }) => edits), session);
  const { analysis } = session.limit(() => analyze(change.after.model, loaded.library, { at: session.at }));
  return { change, analysis };
}

export interface AnswerEffects {
  /** Open now and not before. */
  readonly opened: readonly Threat[];
  /** Open before and not now. */
  readonly cleared: readonly Threat[];
  /** At the depth that was asked for. */
  readonly questionsLeft: number;
}

export function effectsOf(before: Analysis, after: Analysis, depth: Depth): AnswerEffects {
  const open = ({ threats }: Analysis) => threats.filter(({ status }) => status === "open");
  const ids = (threats: readonly Threat[]) => new Set(threats.map(({ id }) => id));
  const [then, now] = [open(before), open(after)];
  return { opened: now.filter(({ id }) => !ids(then).has(id)), cleared: then.filter(({ id }) => !ids(now).has(id)), questionsLeft: openGroups(after, depth).reduce((sum, { questions }) => sum + questions.length, 0) };
}

const depths: readonly Depth[] = ["sketch", "standard", "full"];

export interface OpenGroup extends Pick<QuestionGroup, "key" | "text" | "depth" | "worst"> {
  readonly questions: readonly Question[];
}

/** Down to a depth, the most important first. */
export function openGroups({ questionGroups, questions }: Analysis, depth: Depth): readonly OpenGroup[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  return questionGroups.filter((group) => depths.indexOf(group.depth) <= depths.indexOf(depth))
    .map((group) => ({ ...group, questions: group.questions.map((id) => byId.get(id)).filter((question) => question !== undefined) }));
}
