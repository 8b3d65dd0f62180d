// `merlon log`: what each commit that touched a model did to its threats and decisions, newest first.
import { impactOf } from "@merlon/engine";
import type { DecisionChange, Impact, Severity, ThreatChange, ThreatStatus } from "@merlon/schema";
import type { HistoryCommit } from "../git/history.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { modelHistory, sideOf, soundBefore, type ModelHistory } from "./model-history.ts";

export interface LoggedThreat {
  readonly change: ThreatChange["change"];
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** After the commit; before it, for what is gone. */
  readonly status: ThreatStatus;
  readonly severityBefore?: Severity;
}

export interface LoggedDecision {
  readonly change: DecisionChange["change"];
  readonly key: string;
  readonly state?: string;
  readonly by?: string;
  readonly until?: string;
}

export interface LoggedCommit extends HistoryCommit {
  /** The model is not in any commit before, or in this one. */
  readonly begins?: true;
  readonly gone?: true;
  /** Why this version cannot be judged; what it did is told with the next one that can. */
  readonly problem?: string;
  readonly operations: number;
  readonly threats: readonly LoggedThreat[];
  readonly decisions: readonly LoggedDecision[];
  readonly questions: { readonly opened: number; readonly closed: number };
  /** After the commit. */
  readonly open?: Readonly<Record<Severity, number>>;
}

export interface ModelLog {
  readonly model: string;
  readonly commits: readonly LoggedCommit[];
  /** Older ones that are not shown. */
  readonly more: number;
  readonly shallow: boolean;
}

/** Every version is judged by the rules and the day of now, so that only what was committed makes a difference. */
export async function logModel(path: string | undefined, limit: number, session: Session): Promise<ModelLog> {
  const history = await modelHistory(path, session);
  const shown = history.commits.slice(0, limit);
  const byId = new Map(history.commits.map((one) => [one.commit, one]));
  const commits: LoggedCommit[] = [];
  for (const [index, commit] of shown.entries()) {
    session.progress(`Looking at commit ${index + 1} of ${shown.length}`);
    commits.push(await logged(commit, { history, byId, session }));
  }
  return { model: history.now.model.header.id, commits, more: history.commits.length - shown.length, shallow: history.shallow };
}

interface Work {
  readonly history: ModelHistory;
  readonly byId: ReadonlyMap<string, HistoryCommit>;
  readonly session: Session;
}

const nothing = { operations: 0, threats: [], decisions: [], questions: { opened: 0, closed: 0 } };

async function logged(commit: HistoryCommit, work: Work): Promise<LoggedCommit> {
  const version = await work.history.versionAt(commit.commit);
  if (version.kind === "broken") return { ...commit, ...nothing, problem: version.problem };
  const parents = await soundParents(commit, work);
  const impacts: Impact[] = [];
  for (const parent of parents.length === 0 ? [work.history.empty] : parents) impacts.push(work.session.limit(() => impactOf(sideOf(parent), sideOf(version.loaded), { at: work.session.at, causes: "none" })));
  const [first] = impacts;
  if (!first) return { ...commit, ...nothing };
  return {
    ...commit, ...(parents.length === 0 ? { begins: true as const } : {}), ...(version.kind === "absent" ? { gone: true as const } : {}), operations: Math.min(...impacts.map(({ operations }) => operations.length)),
    threats: first.threats.filter(({ id, change }) => impacts.every(({ threats }) => threats.some((other) => other.id === id && other.change === change))).map(threatOf),
    decisions: first.decisions.filter(({ key, change }) => impacts.every(({ decisions }) => decisions.some((other) => other.key === key && other.change === change))).map(decisionOf),
    questions: questionsOf(impacts), open: first.risk.after.open,
  };
}

async function soundParents({ parents }: HistoryCommit, { history, byId }: Work): Promise<readonly LoadedModel[]> {
  const found = [];
  for (const parent of parents) found.push(await soundBefore(parent, history, byId));
  return found.filter((one) => one !== undefined);
}

/** What a merge did is what is different from all that it brings together. */
function questionsOf(impacts: readonly Impact[]): LoggedCommit["questions"] {
  const [first] = impacts;
  const count = (what: "opened" | "closed"): number => (first?.questions ?? []).filter(({ change, question }) => change === what && impacts.every(({ questions }) => questions.some((other) => other.change === what && other.question.id === question.id))).length;
  return { opened: count("opened"), closed: count("closed") };
}

function threatOf({ change, id, threat, severityBefore }: ThreatChange): LoggedThreat {
  return { change, id, title: threat.title, severity: threat.severity, status: threat.status, ...(severityBefore === undefined ? {} : { severityBefore }) };
}

function decisionOf({ change, key, status }: DecisionChange): LoggedDecision {
  const { state, by, until } = status?.decision ?? {};
  return { change, key, ...(state === undefined ? {} : { state }), ...(by === undefined ? {} : { by }), ...(until === undefined ? {} : { until }) };
}
