// Threats of a merge that neither side has, or not as severe: each side is harmless alone, and together they are not.
import type { Model } from "@merlon/core";
import { analyze } from "@merlon/engine";
import type { Library, Severity, Threat } from "@merlon/schema";
import { severities } from "../severity-order.ts";

export interface EmergentThreat {
  readonly threat: Threat;
  /** The highest that a side gives it; absent when neither has it. */
  readonly severityBefore?: Severity;
}

/** The most severe first. */
export function emergentThreats(merged: Model, sides: readonly Model[], library: Library, at: string): readonly EmergentThreat[] {
  const threatsOf = (model: Model): readonly Threat[] => analyze(model, library, { at }).analysis.threats;
  const known = new Map<string, Severity>();
  for (const { id, severity } of sides.flatMap(threatsOf)) if (rank(severity) > rank(known.get(id))) known.set(id, severity);
  const emergent = threatsOf(merged).flatMap((threat): readonly EmergentThreat[] => {
    const severityBefore = known.get(threat.id);
    if (severityBefore === undefined) return [{ threat }];
    return rank(threat.severity) > rank(severityBefore) ? [{ threat, severityBefore }] : [];
  });
  return emergent.sort((a, b) => rank(b.threat.severity) - rank(a.threat.severity) || (a.threat.id < b.threat.id ? -1 : 1));
}

function rank(severity: Severity | undefined): number {
  return severity === undefined ? -1 : severities.indexOf(severity);
}
