// Severity = likelihood (reach of the target, and ease) and impact (class of what the letter threatens). Absolute, never relative to the rest.
// Sums 2-3 low, 4-5 medium, 6-7 high, 8 critical; an organisation's own matrix replaces the sums.
import type { ProtectedProperty, Score, Severity, SeverityProfile, StrideLetter } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { ends } from "../facts/fact.ts";
import { CLASSES, REACHES } from "../facts/orders.ts";
import type { Subject } from "../facts/subject.ts";
import type { LibraryRule } from "@merlon/schema";

export const SEVERITIES: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** What each letter threatens. */
const THREATENED: Readonly<Record<StrideLetter, readonly ProtectedProperty[]>> = {
  S: ["confidentiality", "integrity", "availability", "safety"], T: ["integrity", "safety"], R: ["integrity"],
  I: ["confidentiality", "privacy"], D: ["availability", "safety"], E: ["confidentiality", "integrity", "availability", "safety"],
};

/** What an unknown input counts as. */
const UNKNOWN_COUNTS = 2;

export interface Scored { readonly severity: Severity; readonly likelihood: Score; readonly impact: Score }

export function scoreThreat(rule: LibraryRule, target: Subject, about: Subject | undefined, base: FactBase): Scored {
  const likelihood = likelihoodOf(rule, target, base);
  const impact = impactOf(rule, about?.kind === "data" ? about : target, base);
  const severity = rule.severity ?? severityOf(likelihood.value, impact.value, base.library.profile);
  return { severity, likelihood, impact };
}

export function severityOf(likelihood: number, impact: number, profile?: SeverityProfile): Severity {
  const own = profile?.matrix[likelihood - 1]?.[impact - 1];
  if (own) return own;
  const sum = likelihood + impact;
  return sum >= 8 ? "critical" : sum >= 6 ? "high" : sum >= 4 ? "medium" : "low";
}

function likelihoodOf(rule: LibraryRule, target: Subject, base: FactBase): Score {
  const fact = base.fact(target, "reach");
  const { low, high } = ends(REACHES, fact);
  const assumed = low !== high;
  const reach = assumed ? Math.max(UNKNOWN_COUNTS, low + 1) : low + 1;
  const { ease } = rule.threat;
  const reasons = [assumed
    ? `how far attackers get to ${target.title} is not fully known (${REACHES[low]!} to ${REACHES[high]!}), counted as ${reach}`
    : `reach of ${target.title} is ${REACHES[low]!} (${reach})`];
  if (ease !== 0) reasons.push(ease > 0 ? "easy once there (+1)" : "hard even there (-1)");
  return { value: clamp(reach + ease), reasons, assumed };
}

function impactOf(rule: LibraryRule, subject: Subject, base: FactBase): Score {
  const least = rule.threat.impact ?? 1;
  let value = 0;
  let assumed = false;
  let reason = "";
  for (const property of new Set(rule.stride.flatMap((letter) => THREATENED[letter]))) {
    const fact = base.fact(subject, property);
    const { low, high } = ends(CLASSES, fact);
    const open = low !== high;
    const here = open ? Math.max(UNKNOWN_COUNTS, low + 1) : low + 1;
    if (here <= value) continue;
    value = here;
    assumed = open || fact.assumed === true;
    reason = open
      ? `the ${property} class of ${subject.title} is not fully known (${CLASSES[low]!} to ${CLASSES[high]!}), counted as ${here}`
      : `${property} class of ${subject.title} is ${CLASSES[low]!}${fact.assumed ? ", assumed from its kind" : ""} (${here})`;
  }
  if (least > value) return { value: least, reasons: [reason, `such a threat counts at least ${least}`], assumed: false };
  return { value, reasons: [reason], assumed };
}

function clamp(value: number): number {
  return Math.min(4, Math.max(1, value));
}
