// Who decided what about a threat and when: what commits did to its decisions, in the order that they came.
import { canonicalJson } from "@merlon/core";
import type { Commit, Decision, DecisionEvent } from "@merlon/schema";
import type { ModelHistory } from "./model-history.ts";
import { originOf } from "./threat-origin.ts";

export interface DecisionSearch {
  /** All that the threat may have been called. */
  readonly names: readonly string[];
  readonly history: ModelHistory;
}

interface Written {
  readonly key: string;
  readonly decision: Decision;
}

/** `way`: the commits from the threat's origin, oldest first. Only those that touched decisions are read. */
export async function decisionEvents(way: readonly Commit[], work: DecisionSearch): Promise<readonly DecisionEvent[]> {
  const touched = await work.history.decisionCommits();
  const events: DecisionEvent[] = [];
  let before: Written | undefined;
  for (const [index, commit] of way.entries()) {
    if (index > 0 && !touched.has(commit.id)) continue;
    const after = await writtenAt(commit.id, work);
    if (after === "broken") continue;
    const event = eventOf(before, after);
    if (event) events.push({ commit: await broughtBy(commit, after, work), ...event });
    before = after;
  }
  return events;
}

function eventOf(before: Written | undefined, after: Written | undefined): Omit<DecisionEvent, "commit"> | undefined {
  if (!after) return before && { change: "taken-back", ...before };
  if (!before) return { change: "decided", ...after };
  return isSame(before, after) ? undefined : { change: "changed", ...after };
}

/** What a rename does to the key is no decision. */
function isSame(one: Written | undefined, other: Written | undefined): boolean {
  return canonicalJson(one?.decision ?? null) === canonicalJson(other?.decision ?? null);
}

/** Its own entry, else a bulk decision that was confirmed for it. */
async function writtenAt(commit: string, { names, history }: DecisionSearch): Promise<Written | "broken" | undefined> {
  const version = await history.versionAt(commit);
  if (version.kind === "broken") return "broken";
  const { decisions } = version.loaded.model;
  const own = names.map((name) => decisions.get(name)).find((one) => one !== undefined);
  const found = own ?? [...decisions.values()].find(({ expanded = [] }) => expanded.some((id) => names.includes(id)));
  if (!found) return undefined;
  const { key, where: _, ...decision } = found;
  return { key, decision };
}

/** What a merge brought was written on a branch; what the threat met when it came back was written before. */
async function broughtBy(commit: Commit, after: Written | undefined, work: DecisionSearch): Promise<Commit> {
  const isThere = async (other: string): Promise<boolean | undefined> => {
    const there = await writtenAt(other, work);
    return there === "broken" ? undefined : isSame(there, after);
  };
  return (await originOf(commit, work.history.byId, isThere))?.commit ?? commit;
}
