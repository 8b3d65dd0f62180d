// `merlon log`: what each commit that touched a model did to its threats and decisions, newest first.
import { impactOf } from "@merlon/engine";
import type { Commit, DecisionChange, Impact, LoggedCommit, LoggedDecision, LoggedThreat, ModelLog, ThreatChange } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { beginOf, modelHistory, sideOf, soundBefore, type ModelHistory } from "./model-history.ts";

export interface LogOptions {
  /** How many commits are looked at. */
  readonly limit: number;
  /** A day, or a branch, tag or commit: only what is later. */
  readonly since?: string;
}

/** Every version is judged by the rules and the day of now, so that only what was committed makes a difference. */
export async function logModel(path: string | undefined, { limit, since }: LogOptions, session: Session): Promise<ModelLog> {
  const history = await modelHistory(path, session);
  const wanted = since === undefined ? history.commits : await history.since(since);
  const shown = wanted.slice(0, limit);
  const { commits, stopped } = await loggedAll(shown, history, session);
  const more = wanted.length - commits.length;
  const reasons = [
    ...(stopped ? [`The time was up after ${commits.length} of ${shown.length} commits; --time gives more.`] : []),
    ...(more === 0 ? (wanted.length === history.commits.length ? history.missing : []) : [`${more === 1 ? "1 older commit is" : `${more} older commits are`} not shown.`]),
  ];
  return { schema: "merlon/log/1", model: history.now.model.header.id, at: session.at, commits, more, partial: reasons.length > 0, reasons };
}

/** What is done when the time is up is told, unless that is nothing. */
async function loggedAll(shown: readonly Commit[], history: ModelHistory, session: Session): Promise<{ readonly commits: readonly LoggedCommit[]; readonly stopped: boolean }> {
  const commits: LoggedCommit[] = [];
  for (const [index, commit] of shown.entries()) {
    session.progress(`Looking at commit ${index + 1} of ${shown.length}`);
    try {
      commits.push(await logged(commit, history, session));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "A4012" || commits.length === 0) throw error;
      return { commits, stopped: true };
    }
  }
  return { commits, stopped: false };
}

const nothing = { operations: 0, threats: [], decisions: [], questions: { opened: 0, closed: 0 } };

async function logged(commit: Commit, history: ModelHistory, session: Session): Promise<LoggedCommit> {
  const version = await history.versionAt(commit.id);
  if (version.kind === "broken") return { commit, ...nothing, problem: version.problem };
  const parents = await soundParents(commit, history);
  const impacts = (parents.length === 0 ? [history.empty] : parents).map((parent) => session.limit(() => impactOf(sideOf(parent), sideOf(version.loaded), { at: session.at, causes: [] })));
  const begins = parents.length > 0 ? {} : { begins: beginOf(commit, history) };
  return { commit, ...begins, ...(version.kind === "absent" ? { gone: true as const } : {}), ...sharedBy(impacts) };
}

async function soundParents({ parents }: Commit, history: ModelHistory): Promise<readonly LoadedModel[]> {
  const found = [];
  for (const parent of parents) found.push(await soundBefore(parent, history));
  return found.filter((one) => one !== undefined);
}

/** What a merge did is what is different from all that it brings together. */
function sharedBy(impacts: readonly Impact[]): Omit<LoggedCommit, "commit"> {
  const [first] = impacts;
  if (!first) return nothing;
  const { threats, decisions, questions } = first;
  const others = impacts.slice(1);
  const count = (what: "opened" | "closed"): number =>
    questions.filter(({ change, question }) => change === what && others.every((other) => other.questions.some((one) => one.change === what && one.question.id === question.id))).length;
  return {
    operations: Math.min(...impacts.map(({ operations }) => operations.length)),
    threats: threats.filter(({ id, change }) => others.every((other) => other.threats.some((one) => one.id === id && one.change === change))).map(threatOf),
    decisions: decisions.filter(({ key, change }) => others.every((other) => other.decisions.some((one) => one.key === key && one.change === change))).map(decisionOf),
    questions: { opened: count("opened"), closed: count("closed") }, open: first.risk.after.open,
  };
}

function threatOf({ change, id, threat, severityBefore }: ThreatChange): LoggedThreat {
  return { change, id, title: threat.title, severity: threat.severity, ...(severityBefore === undefined ? {} : { severityBefore }), status: threat.status };
}

function decisionOf({ change, key, status }: DecisionChange): LoggedDecision {
  const { state, by, until } = status?.decision ?? {};
  return { change, key, ...(state === undefined ? {} : { state }), ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) };
}
