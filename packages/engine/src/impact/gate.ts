// Whether a change may go on: it may not bring a severe threat that nobody decided, nor make a decision stale. What it does not cause is for others to mend.
import type { GateVerdict, Impact, Policy, Severity } from "@merlon/schema";
import { SEVERITIES } from "../threats/severity.ts";

type Reason = GateVerdict["reasons"][number];

export function gateOf({ threats, decisions }: Pick<Impact, "threats" | "decisions">, policy: Policy | undefined): GateVerdict {
  const least: Severity = policy?.["fail-on"] ?? "high";
  const isSevere = (severity: Severity | undefined) => severity !== undefined && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
  const severe = threats.filter(({ change, threat, severityBefore, cause }) => cause.kind !== "rules" && threat.status === "open" && isSevere(threat.severity)
    && (change === "added" || change === "reopened" || (change === "changed" && !isSevere(severityBefore))));
  const stale = decisions.filter(({ change, cause }) => change === "stale" && cause.kind !== "rules");
  const reasons: readonly (Reason | undefined)[] = [
    severe.length === 0 ? undefined : { text: `${counted(severe.length, severe.every(({ change }) => change === "added") ? "new threat" : "new, risen or reopened threat")} of severity ${least} or worse`, ids: severe.map(({ id }) => id) },
    stale.length === 0 ? undefined : { text: `${counted(stale.length, "decision")} made stale`, ids: stale.map(({ key }) => key) },
  ];
  const given = reasons.filter((reason) => reason !== undefined);
  return { failed: given.length > 0, reasons: given };
}

function counted(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
