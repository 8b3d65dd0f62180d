// `merlon blame <threat>`: by which commit a threat came in and by which operations, who decided what about it since, and when it went.
import { analyze, formerNames, impactOf } from "@merlon/engine";
import type { Cause, ModelOperation, Threat } from "@merlon/schema";
import type { HistoryCommit } from "../git/history.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownThreat } from "../unknown-threat.ts";
import { decisionEvents, type DecisionEvent } from "./decision-events.ts";
import { modelHistory, sideOf, soundBefore, type ModelHistory } from "./model-history.ts";
import { chainFrom, originOf, type CommitsById, type Origin } from "./threat-origin.ts";

export interface ThreatBlame {
  readonly model: string;
  readonly id: string;
  /** Other names that it was known by. */
  readonly formerly: readonly string[];
  /** As it is now; as it was last where it is gone. */
  readonly threat: Threat;
  readonly standing: "there" | "gone" | "not-committed";
  /** By which commit it came in; absent while it is in no commit. */
  readonly origin?: BlamedOrigin;
  /** By which commit it went. */
  readonly gone?: HistoryCommit;
  /** Oldest first. */
  readonly decisions: readonly DecisionEvent[];
  readonly searched: Origin["searched"];
}

export interface BlamedOrigin {
  readonly commit: HistoryCommit;
  /** The history begins here, with the threat in it. */
  readonly begins?: "model" | "shallow";
  readonly operations: readonly ModelOperation[];
  readonly cause: Cause;
}

export async function blameThreat(id: string, path: string | undefined, session: Session): Promise<ThreatBlame> {
  const history = await modelHistory(path, session);
  const byId: CommitsById = new Map(history.commits.map((one) => [one.commit, one]));
  const analysis = session.limit(() => analyze(history.now.model, history.now.library, { at: session.at }).analysis);
  const now = analysis.threats.find((threat) => threat.id === id);
  if (!now && !isThinkable(id, history.now)) throw unknownThreat(id, history.now, analysis);
  const names = formerNames(id, history.now.model.formerly, history.now.library.rules);
  const find = finder(names, history, session);
  const newest = await newestWith(history, byId, find, now === undefined);
  if (!newest) {
    if (now) return { model: history.now.model.header.id, id, formerly: [], threat: now, standing: "not-committed", decisions: [], searched: "each" };
    throw unknownThreat(id, history.now, analysis);
  }
  const origin = (await originOf(newest.commit, byId, async (commit) => find(commit).then((found) => (found === "broken" ? undefined : found !== undefined))))!; // it is in the newest
  const decisions = await decisionEvents([...origin.since].reverse(), { names, history, byId, session });
  const used = new Set([...decisions.map(({ key }) => key), ...(await namesAt(origin.commit, find))]);
  return {
    model: history.now.model.header.id, id, formerly: names.filter((name) => name !== id && used.has(name)), threat: now ?? newest.threat, standing: now ? "there" : "gone",
    origin: await blamed(origin, { names, history, byId, session }), ...(newest.goneBy && !now ? { gone: newest.goneBy } : {}), decisions, searched: origin.searched,
  };
}

type Find = (commit: string) => Promise<Threat | "broken" | undefined>;

/** Decided or not: a threat is there as long as its facts are. */
function finder(names: readonly string[], history: ModelHistory, session: Session): Find {
  const known = new Map<string, ReturnType<Find>>();
  const look: Find = async (commit) => {
    const version = await history.versionAt(commit);
    if (version.kind === "broken") return "broken";
    session.progress(`Looking at commit ${commit.slice(0, 7)}`);
    const { threats } = session.limit(() => analyze(version.loaded.model, version.loaded.library, { at: session.at }).analysis);
    return threats.find(({ id }) => names.includes(id));
  };
  return (commit) => {
    const found = known.get(commit) ?? look(commit);
    known.set(commit, found);
    return found;
  };
}

/** Of a threat that is gone so many versions are looked at for it. */
const MOST_BACK = 100;

interface Newest {
  readonly commit: HistoryCommit;
  readonly threat: Threat;
  readonly goneBy?: HistoryCommit;
}

/** The last commit that has it; one that only the files have is in none. */
async function newestWith({ commits: [head] }: ModelHistory, byId: CommitsById, find: Find, isGone: boolean): Promise<Newest | undefined> {
  let goneBy: HistoryCommit | undefined;
  for (const commit of head ? chainFrom(head, byId).slice(0, isGone ? MOST_BACK : 1) : []) {
    const threat = await find(commit.commit);
    if (threat !== undefined && threat !== "broken") return { commit, threat, ...(goneBy ? { goneBy } : {}) };
    if (threat === undefined) goneBy = commit;
  }
  return undefined;
}

/** What no rule and no object of then or now could have said is looked for in no version. */
function isThinkable(id: string, { library }: LoadedModel): boolean {
  const [, rule] = /^([^@]+)@[^+]+/.exec(id) ?? [];
  return rule === undefined ? /^[a-z][a-z0-9-]*$/.test(id) && !library.rules.some((one) => one.id === id) : library.rules.some((one) => one.id === rule);
}

async function namesAt(commit: HistoryCommit, find: Find): Promise<readonly string[]> {
  const found = await find(commit.commit);
  return found === undefined || found === "broken" ? [] : [found.id];
}

export interface BlameWork {
  readonly names: readonly string[];
  readonly history: ModelHistory;
  readonly byId: CommitsById;
  readonly session: Session;
}

async function blamed({ commit }: Origin, { names, history, byId, session }: BlameWork): Promise<BlamedOrigin> {
  const version = await history.versionAt(commit.commit);
  if (version.kind === "broken") throw new Error("an origin is a version that could be read");
  const before = commit.parents.length === 0 ? undefined : await soundBefore(commit.parents[0]!, history, byId);
  const impact = session.limit(() => impactOf(sideOf(before ?? history.empty), sideOf(version.loaded), { at: session.at }));
  const cause = impact.threats.find(({ id }) => names.includes(id))?.cause ?? { operations: [], kind: "not-searched" as const };
  const begins = before ? {} : { begins: history.shallow ? "shallow" as const : "model" as const };
  return { commit, ...begins, cause, operations: before ? impact.operations.filter(({ id }) => cause.operations.includes(id)) : [] };
}
