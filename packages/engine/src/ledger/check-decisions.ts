// Tells what is wrong with decisions: those that are not as the policy asks, and those that need another look.
import type { CarriedDecision, DecisionStatus, Diagnostic, Threat } from "@merlon/schema";
import type { Judged } from "../analysis/judge.ts";
import { engineDiagnostic } from "../codes.ts";
import { decisionLacks, type DecisionLack } from "../policy/acceptance.ts";

export function checkDecisions(judged: Judged, at: string): readonly Diagnostic[] {
  const threats = new Map(judged.threats.map((t) => [t.id, t]));
  const { policy } = judged.prepared.model;
  return judged.ledger.all.flatMap((status) => {
    const threat = threats.get(status.key);
    const state = stateDiagnostic(status, judged, at);
    const lacks = threat ? decisionLacks(status.decision, threat.severity, policy, at) : [];
    return [...(state ? [state] : []), ...lacks.map((lack) => lackDiagnostic(lack, status, threat!))];
  });
}

function lackDiagnostic({ code, text, policy, options }: DecisionLack, { key, decision, where }: DecisionStatus, { severity }: Threat): Diagnostic {
  const what = decision.state === "not-applicable" || decision.state === "false-positive" ? "dismissal" : "acceptance";
  const lack = `${text}${policy === undefined ? "" : ` (\`${policy}\`)`}`;
  return engineDiagnostic(code, `The ${what} of ${key} (${severity}) ${lack}.`, where, { key, decision: `${what} of ${key} (${severity})`, lack, missing: options, ...(policy === undefined ? {} : { policy }) });
}

function stateDiagnostic(status: DecisionStatus, judged: Judged, at: string): Diagnostic | undefined {
  switch (status.state) {
    case "stale": {
      const what = status.stale.map((s) => `${s.fact} was ${s.was}, is ${s.is}`).join("; ");
      return engineDiagnostic("E3011", `The decision on ${status.key} is stale: ${what}.`, status.where, { key: status.key });
    }
    case "expired": return engineDiagnostic("E3012", `The decision on ${status.key} expired on ${status.decision.until ?? "?"} (today is ${at}).`, status.where, { key: status.key });
    case "orphaned": return engineDiagnostic("E3013", `The decision on ${status.key} is about something that is not in the model or its packs.`, status.where, { key: status.key });
    case "unconfirmed": return status.carried ? carriedDiagnostic(status, status.carried) : engineDiagnostic("E3014", `The bulk decision ${status.alias ?? ""} would also cover ${status.key}, which nobody confirmed.`, status.where, { key: status.key });
    case "resolved": return engineDiagnostic("E3015", resolvedWords(status, judged), status.where, { key: status.key });
    case "valid": return undefined;
  }
}

/** A rule that waits for another stage says nothing about its threats. */
function resolvedWords({ key }: DecisionStatus, { prepared: { rules, allRules, model } }: Judged): string {
  const rule = allRules.get(key.slice(0, key.indexOf("@")));
  const waits = rule !== undefined && rule.rule.status === "stable" && !rules.includes(rule);
  return waits ? `The decision on ${key} rests: its rule is not asked at the stage ${model.header.stage}.` : `The threat of the decision on ${key} is gone.`;
}

function carriedDiagnostic({ key, alias = key, where }: DecisionStatus, { by, from, to }: CarriedDecision): Diagnostic {
  const why = by === "split-from" ? `\`${to}\` was split from \`${from}\`` : `\`${from}\` was merged into \`${to}\``;
  return engineDiagnostic("E3017", `The decision on ${alias} may hold for ${key} too, since ${why}; nobody confirmed it.`, where, { key });
}
