// A decision as a person would say it: what, by whom, until when, and what has changed since.
import type { CarriedDecision, DecisionState, DecisionStatus, StaleFact, ThreatStatus } from "@merlon/schema";
import { listed, sentence } from "./counted.ts";

export const statusWords: Readonly<Record<ThreatStatus, string>> = { open: "open", planned: "planned", accepted: "accepted", dismissed: "dismissed" };

const verbs: Readonly<Record<DecisionState, string>> = {
  "open": "left open", "mitigate": "to be mitigated", "accept": "accepted", "transfer": "transferred", "avoid": "to be avoided",
  "not-applicable": "not applicable", "false-positive": "a false positive",
};

const standing: Readonly<Record<DecisionStatus["state"], string>> = {
  valid: "holds", stale: "stale", expired: "expired", resolved: "resolved: its threat is gone", orphaned: "about nothing in this model",
  unconfirmed: "not confirmed for this threat",
};

/** `Accepted by dana on 2026-11-02, until 2027-05-01.` */
export function decisionSentence({ decision }: DecisionStatus): string {
  const who = decision.by === undefined ? "" : ` by ${decision.by}`;
  const when = decision.at === undefined ? "" : ` on ${decision.at}`;
  const parts = [
    `${verbs[decision.state]}${who}${when}`,
    decision.owner === undefined ? "" : `owner ${decision.owner}`,
    decision.due === undefined ? "" : `due ${decision.due}`,
    decision.until === undefined ? "" : `until ${decision.until}`,
    decision.approved === undefined || decision.approved.length === 0 ? "" : `approved by ${listed(decision.approved)}`,
  ];
  return sentence(parts.filter((part) => part !== "").join(", "));
}

export function carriedWords({ by, from, to }: CarriedDecision): string {
  return by === "split-from" ? `${to} was split from ${from}` : `${from} was merged into ${to}`;
}

/** How it stands today: `stale, overdue`. */
export function standingWords(status: DecisionStatus): string {
  const also = [status.expired && status.state !== "expired" ? "expired" : "", status.overdue ? "overdue" : ""];
  return [status.carried ? `proposed, since ${carriedWords(status.carried)}` : standing[status.state], ...also].filter((word) => word !== "").join(", ");
}

/** One whose threat is gone does not. */
export function wantsALook({ state, expired, overdue }: DecisionStatus): boolean {
  return state !== "resolved" && (state !== "valid" || expired || overdue);
}

export function staleWords({ fact, was, is }: StaleFact): string {
  return `${fact} was ${was}, is ${is}`;
}
