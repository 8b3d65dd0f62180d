// Tells what is wrong with decisions: acceptances without owner, reason or expiry, and those that need another look.
import type { Diagnostic, DecisionStatus } from "@merlon/schema";
import type { Judged } from "../analysis/judge.ts";
import { engineDiagnostic } from "../codes.ts";
import { SEVERITIES } from "../threats/severity.ts";

export function checkDecisions(judged: Judged, at: string): readonly Diagnostic[] {
  const threats = new Map(judged.threats.map((t) => [t.id, t]));
  const from = judged.prepared.model.policy["acceptance-from"] ?? "medium";
  return judged.ledger.all.flatMap((status) => {
    const found: Diagnostic[] = [];
    const threat = threats.get(status.key);
    const state = stateDiagnostic(status, at);
    if (state) found.push(state);
    const missing = threat && SEVERITIES.indexOf(threat.severity) >= SEVERITIES.indexOf(from) ? missingParts(status) : [];
    if (missing.length > 0) {
      found.push(engineDiagnostic("E3010", `The acceptance of ${status.key} (${threat!.severity}) has no ${missing.join(", no ")}.`, status.where, { key: status.key, missing }));
    }
    return found;
  });
}

function missingParts({ decision }: DecisionStatus): readonly string[] {
  if (decision.state !== "accept" && decision.state !== "transfer") return [];
  return [...(decision.owner ? [] : ["owner"]), ...(decision.reason ? [] : ["reason"]), ...(decision.until ? [] : ["until"])];
}

function stateDiagnostic(status: DecisionStatus, at: string): Diagnostic | undefined {
  switch (status.state) {
    case "stale": {
      const what = status.stale.map((s) => `${s.fact} was ${s.was}, is ${s.is}`).join("; ");
      return engineDiagnostic("E3011", `The decision on ${status.key} is stale: ${what}.`, status.where, { key: status.key });
    }
    case "expired": return engineDiagnostic("E3012", `The decision on ${status.key} expired on ${status.decision.until ?? "?"} (today is ${at}).`, status.where, { key: status.key });
    case "orphaned": return engineDiagnostic("E3013", `The decision on ${status.key} is about something that is not in the model or its packs.`, status.where, { key: status.key });
    case "unconfirmed": return engineDiagnostic("E3014", `The bulk decision ${status.alias ?? ""} would also cover ${status.key}, which nobody confirmed.`, status.where, { key: status.key });
    case "resolved": return engineDiagnostic("E3015", `The threat of the decision on ${status.key} is gone.`, status.where, { key: status.key });
    case "valid": return undefined;
  }
}
