// Whether a threat is one of those that a bulk decision speaks of.
import { targetsOf } from "@merlon/core";
import type { DecisionMatch, StaleFact, Threat } from "@merlon/schema";
import { SEVERITIES } from "../threats/severity.ts";
import type { Aliases } from "./threat-key.ts";

/** What of the match the threat does not have; empty when it fits. */
export function misfits(match: DecisionMatch, threat: Threat, { formerly, successors }: Aliases): readonly StaleFact[] {
  const found: StaleFact[] = [];
  const rule = threat.rule?.id ?? "none";
  if (match.rule !== undefined && match.rule !== rule && !successors(match.rule).includes(rule)) found.push({ fact: "rule", was: match.rule, is: rule });
  const at = targetsOf(threat).map(({ id }) => id);
  if (match.at !== undefined && !at.includes(formerly.get(match.at) ?? match.at)) found.push({ fact: "at", was: match.at, is: at.join(", ") });
  if (match.stride !== undefined && !threat.stride.includes(match.stride)) found.push({ fact: "stride", was: match.stride, is: threat.stride.join(", ") || "none" });
  if (match.severity !== undefined && SEVERITIES.indexOf(threat.severity) > SEVERITIES.indexOf(match.severity)) found.push({ fact: "severity", was: match.severity, is: threat.severity });
  return found;
}
