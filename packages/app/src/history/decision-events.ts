// Who decided what about a threat and when: what commits did to its decisions, in the order that they came.
import { canonicalJson } from "@merlon/core";
import type { Decision } from "@merlon/schema";
import type { HistoryCommit } from "../git/history.ts";
import type { BlameWork } from "./blame-threat.ts";
import { originOf } from "./threat-origin.ts";

export interface DecisionEvent {
  readonly commit: HistoryCommit;
  readonly change: "decided" | "changed" | "taken-back";
  readonly key: string;
  /** As it is written after the commit; before it, where it was taken back. */
  readonly decision: Decision;
}

interface Written {
  readonly key: string;
  readonly decision: Decision;
}

/** `way`: the commits from the threat's origin, oldest first. Only those that touched decisions are read. */
export async function decisionEvents(way: readonly HistoryCommit[], work: BlameWork): Promise<readonly DecisionEvent[]> {
  const touched = await work.history.decisionCommits();
  const events: DecisionEvent[] = [];
  let before: Written | undefined;
  for (const [index, commit] of way.entries()) {
    if (index > 0 && !touched.has(commit.commit)) continue;
    const after = await writtenAt(commit.commit, work);
    if (after === "broken") continue;
    const event = eventOf(before, after);
    if (event) events.push({ ...event, commit: await broughtBy(commit, after, work) });
    before = after;
  }
  return events;
}

function eventOf(before: Written | undefined, after: Written | undefined): Omit<DecisionEvent, "commit"> | undefined {
  if (!after) return before && { change: "taken-back", ...before };
  if (!before) return { change: "decided", ...after };
  return canonicalJson(before.decision) === canonicalJson(after.decision) ? undefined : { change: "changed", ...after };
}

/** Its own entry, else a bulk decision that was confirmed for it. */
async function writtenAt(commit: string, { names, history }: BlameWork): Promise<Written | "broken" | undefined> {
  const version = await history.versionAt(commit);
  if (version.kind === "broken") return "broken";
  const { decisions } = version.loaded.model;
  const own = names.map((name) => decisions.get(name)).find((one) => one !== undefined);
  const found = own ?? [...decisions.values()].find(({ expanded = [] }) => expanded.some((id) => names.includes(id)));
  if (!found) return undefined;
  const { key, where: _, ...decision } = found;
  return { key, decision };
}

/** What a merge brought was written on a branch. */
async function broughtBy(commit: HistoryCommit, after: Written | undefined, work: BlameWork): Promise<HistoryCommit> {
  const isSame = async (other: string): Promise<boolean | undefined> => {
    const there = await writtenAt(other, work);
    return there === "broken" ? undefined : canonicalJson(there?.decision ?? null) === canonicalJson(after?.decision ?? null);
  };
  for (const parent of commit.parents.slice(1)) {
    const start = work.byId.get(parent);
    const origin = start && (await originOf(start, work.byId, isSame));
    if (origin) return origin.commit;
  }
  return commit;
}
