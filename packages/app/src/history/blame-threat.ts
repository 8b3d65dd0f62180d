// `merlon blame <threat>`: by which commit a threat came in and by which operations, who decided what about it since, and when it went.
import { analyze, formerNames, impactOf } from "@merlon/engine";
import type { Commit, Threat, ThreatBlame, ThreatOrigin } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownThreat } from "../unknown-threat.ts";
import { decisionEvents, type DecisionSearch } from "./decision-events.ts";
import { beginOf, modelHistory, sideOf, soundBefore, type ModelHistory } from "./model-history.ts";
import { chainFrom, originOf } from "./threat-origin.ts";

export async function blameThreat(id: string, path: string | undefined, session: Session): Promise<ThreatBlame> {
  const history = await modelHistory(path, session);
  const { now } = history;
  const analysis = session.limit(() => analyze(now.model, now.library, { at: session.at }).analysis);
  const threat = analysis.threats.find((one) => one.id === id);
  if (!threat && !isThinkable(id, now)) throw unknownThreat(id, now, analysis);
  const names = formerNames(id, now.model.formerly, now.library.rules);
  const find = finder(names, history, session);
  const newest = await newestWith(history, find, threat !== undefined);
  const head = { schema: "merlon/blame/1" as const, model: now.model.header.id, at: session.at, id };
  if (newest.found) return { ...head, ...(await toldOf({ ...newest.found, now: threat }, { names, history, find, session })) };
  if (threat) return { ...head, formerly: [], threat, standing: "not-committed", decisions: [], partial: false, reasons: [] };
  const unknown = unknownThreat(id, now, analysis);
  throw newest.partial ? new AppError("A4009", `${unknown.message} One that is gone was looked for in the newest ${MOST_BACK} versions.`) : unknown;
}

interface BlameWork extends DecisionSearch {
  readonly find: Find;
  readonly session: Session;
}

type Find = (commit: string) => Promise<Threat | "broken" | undefined>;

async function toldOf({ commit, threat, goneBy, now }: Newest & { readonly now: Threat | undefined }, work: BlameWork): Promise<Omit<ThreatBlame, "schema" | "model" | "at" | "id">> {
  const { names, history, find } = work;
  const isThere = async (other: string): Promise<boolean | undefined> => find(other).then((found) => (found === "broken" ? undefined : found !== undefined));
  const origin = await originOf(commit, history.byId, isThere);
  if (!origin) throw new Error("the newest version with a threat has it");
  const decisions = await decisionEvents([...origin.since].reverse(), work);
  const first = await find(origin.commit.id);
  const used = new Set([...decisions.map(({ key }) => key), ...(typeof first === "object" ? [first.id] : [])]);
  const came = await threatOrigin(origin.commit, work);
  const reasons = [
    ...(origin.searched === "halved" ? ["The way back is long, so that not each version was looked at: it may have been gone for a while since."] : []),
    ...(came.begins === "history" ? history.missing : []),
  ];
  return {
    formerly: names.slice(1).filter((name) => used.has(name)), threat: now ?? threat, standing: now ? "there" : "gone", origin: came,
    ...(goneBy && !now ? { gone: await firstWithout(goneBy, history, isThere) } : {}), decisions, partial: reasons.length > 0, reasons,
  };
}

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
  readonly commit: Commit;
  readonly threat: Threat;
  readonly goneBy?: Commit;
}

/** The last commit that has it; one that only the files have is in none. */
async function newestWith({ commits: [head], byId }: ModelHistory, find: Find, isThere: boolean): Promise<{ readonly found?: Newest; readonly partial: boolean }> {
  let goneBy: Commit | undefined;
  const chain = head ? chainFrom(head, byId) : [];
  for (const commit of chain.slice(0, MOST_BACK)) {
    const threat = await find(commit.id);
    if (threat === "broken") continue;
    if (threat) return { found: { commit, threat, ...(goneBy ? { goneBy } : {}) }, partial: false };
    if (isThere) break;
    goneBy = commit;
  }
  return { partial: !isThere && chain.length > MOST_BACK };
}

/** A merge that is without it may have that from a branch. */
async function firstWithout(commit: Commit, { byId }: ModelHistory, isThere: (commit: string) => Promise<boolean | undefined>): Promise<Commit> {
  const isNot = async (other: string): Promise<boolean | undefined> => isThere(other).then((there) => (there === undefined ? undefined : !there));
  return (await originOf(commit, byId, isNot))?.commit ?? commit;
}

/** What no rule and no object of then or now could have said is looked for in no version. */
function isThinkable(id: string, { library }: LoadedModel): boolean {
  const [, rule] = /^([^@]+)@[^+]+/.exec(id) ?? [];
  return rule === undefined ? /^[a-z][a-z0-9-]*$/.test(id) && !library.rules.some((one) => one.id === id) : library.rules.some((one) => one.id === rule);
}

async function threatOrigin(commit: Commit, { names, history, session }: BlameWork): Promise<ThreatOrigin> {
  const version = await history.versionAt(commit.id);
  if (version.kind === "broken") throw new Error("an origin is a version that could be read");
  const before = commit.parents.length === 0 ? undefined : await soundBefore(commit.parents[0]!, history);
  const impact = session.limit(() => impactOf(sideOf(before ?? history.empty), sideOf(version.loaded), { at: session.at, causes: names.map((name) => `threat:${name}`) }));
  const cause = impact.threats.find(({ id }) => names.includes(id))?.cause ?? { operations: [], kind: "not-searched" as const };
  if (!before) return { commit, begins: beginOf(commit, history), operations: [], cause };
  return { commit, operations: impact.operations.filter(({ id }) => cause.operations.includes(id)), cause };
}
