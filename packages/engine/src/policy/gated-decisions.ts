// Decisions by the states that a gate may stop: how they stand, and whether they are as the policy asks.
import type { DecisionStatus, GatedDecisionState, Policy } from "@merlon/schema";
import type { Judged } from "../analysis/judge.ts";
import { decisionLacks } from "./acceptance.ts";

/** `merlon decide` where it is the answer, else what else mends it. */
export const decisionRemedies: Readonly<Record<GatedDecisionState, string>> = {
  stale: "Look again: confirm with `merlon decide <id> --confirm`, or decide anew.",
  expired: "Decide anew with `merlon decide <id>`, or let go of it.",
  unconfirmed: "Confirm with `merlon decide <name> --confirm`, or decide about it on its own.",
  orphaned: "Declare the rename with `formerly`, or remove the decision.",
  overdue: "Do it and state what stops the threat, or set another day with `--due`.",
  unallowed: "Decide it again as the policy asks; `merlon check` says what is missing.",
};

export function isIn(state: GatedDecisionState, status: DecisionStatus, lacking: ReadonlySet<string>): boolean {
  if (state === "overdue") return status.overdue;
  return state === "unallowed" ? status.state === "valid" && lacking.has(status.key) : status.state === state;
}

/** Keys of decisions that are not as a policy asks. */
export function lackingDecisions({ threats, ledger }: Judged, policy: Policy | undefined, at: string): ReadonlySet<string> {
  const severities = new Map(threats.map(({ id, severity }) => [id, severity]));
  return new Set(ledger.all.flatMap(({ key, decision }) => {
    const severity = severities.get(key);
    return severity !== undefined && decisionLacks(decision, severity, policy ?? {}, at).length > 0 ? [key] : [];
  }));
}

/** `1 decision stale`, `2 decisions expired`. */
export const decisionWords: Readonly<Record<GatedDecisionState, string>> = {
  stale: "stale", expired: "expired", unconfirmed: "not confirmed", orphaned: "about nothing that is there", overdue: "overdue", unallowed: "not as the policy asks",
};
