// Decisions that were taken or taken back, and those that hold no more, hold again, or whose threat went or came back.
import type { DecisionChange, DecisionStatus } from "@merlon/schema";
import { causeFor, type Comparison, type SideSeen } from "./comparison.ts";

export function decisionChanges(comparison: Comparison): readonly DecisionChange[] {
  const [old, now] = [statuses(comparison.before), statuses(comparison.after)];
  const edited = new Set(comparison.diff.changes.filter(({ operation }) => operation.map === "decisions").map(({ operation }) => operation.object));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key): readonly DecisionChange[] => {
    const change = changeOf(old.get(key), now.get(key), edited.has(key));
    const status = now.get(key) ?? old.get(key);
    return change === undefined ? [] : [{ key, change, ...(status ? { status } : {}), stale: now.get(key)?.stale ?? [], cause: causeFor(comparison, `decision:${key}`) }];
  });
}

function statuses({ judged }: SideSeen): ReadonlyMap<string, DecisionStatus> {
  return new Map(judged.ledger.all.map((status) => [status.key, status]));
}

/** Expiry is not the change's doing: it comes with the day. */
function changeOf(old: DecisionStatus | undefined, now: DecisionStatus | undefined, edited: boolean): DecisionChange["change"] | undefined {
  if (!old || !now) return now ? "added" : "removed";
  if (now.state === "stale" && old.state !== "stale") return "stale";
  if (old.state === "stale" && now.state === "valid") return "valid-again";
  const [was, is] = [old, now].map(({ state }) => state === "resolved" || state === "orphaned");
  if (is && !was) return "resolved";
  if (was && !is) return "reopened";
  return edited ? "changed" : undefined;
}
