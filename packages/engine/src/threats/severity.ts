// Severity = likelihood (reach of the target, and ease) and impact (class of what the letter threatens). Absolute, never relative to the rest.
// Sums 2-3 low, 4-5 medium, 6-7 high, 8 critical; an organisation's own matrix replaces the sums.
import type { ProtectedProperty, Score, Severity, SeverityProfile, StrideLetter } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { ownEnd } from "../facts/flow-facts.ts";
import { ends, highEnd, lowEnd } from "../facts/fact.ts";
import { CLASSES, PROPERTIES, REACHES } from "../facts/orders.ts";
import type { Fact, Subject } from "../facts/subject.ts";
import type { Instance } from "../rules/evaluate.ts";
import type { LibraryRule } from "@merlon/schema";

export const SEVERITIES: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** What each letter threatens. */
const THREATENED: Readonly<Record<StrideLetter, readonly ProtectedProperty[]>> = {
  S: PROPERTIES, T: ["integrity", "safety"], R: ["integrity"], I: ["confidentiality", "privacy"], D: ["availability", "safety"], E: PROPERTIES,
};

/** What an unknown input counts as. */
const UNKNOWN_COUNTS = 2;

export interface Scored { readonly severity: Severity; readonly likelihood: Score; readonly impact: Score }

export function scoreThreat(rule: LibraryRule, target: Subject, about: Subject | undefined, base: FactBase): Scored {
  const subject = about?.kind === "data" ? about : target;
  const likelihood = likelihoodOf(rule, target, base);
  const impact = impactOf(rule, subject, base);
  return {
    severity: rule.severity ?? severityOf(likelihood.value, impact.value, base.library.profile),
    likelihood: { value: likelihood.value, reasons: likelihoodReasons(likelihood, rule, target), assumed: likelihood.low !== likelihood.high },
    impact: { value: impact.value, reasons: impactReasons(impact, rule), assumed: !impact.byRule && impact.assumed },
  };
}

/** Only the severity, for the many outcomes that are not shown with their reasons. What is asked of one target after the other is worked out once. */
export function severities(base: FactBase): (instance: Pick<Instance, "rule" | "target" | "about">) => Severity {
  let latest: Subject | undefined;
  let reach = 0;
  const classes = new Map<string, number>();
  return ({ rule: { rule }, target, about }) => {
    if (rule.severity) return rule.severity;
    if (target !== latest) {
      latest = target;
      reach = countedIn(REACHES, base.fact(target, "reach"));
      classes.clear();
    }
    const subject = about?.kind === "data" ? about : target;
    return severityOf(clamp(reach + rule.threat.ease), Math.max(rule.threat.impact ?? 1, worstClass(rule, subject, subject === target ? classes : undefined, base)), base.library.profile);
  };
}

/** `known`: by letters, of this subject. */
function worstClass(rule: LibraryRule, subject: Subject, known: Map<string, number> | undefined, base: FactBase): number {
  const letters = rule.stride.join("");
  let worst = known?.get(letters);
  if (worst !== undefined) return worst;
  worst = 1;
  for (const property of threatenedBy(rule)) for (const of of harmedAt(rule, subject, property)) worst = Math.max(worst, countedIn(CLASSES, base.fact(of, property)));
  known?.set(letters, worst);
  return worst;
}

function countedIn(order: readonly string[], fact: Fact): number {
  return counted(lowEnd(order, fact), highEnd(order, fact));
}

/** A step of an order as 1 to 4. */
function counted(low: number, high: number): number {
  return low === high ? low + 1 : Math.max(UNKNOWN_COUNTS, low + 1);
}

export function severityOf(likelihood: number, impact: number, profile?: SeverityProfile): Severity {
  const own = profile?.matrix[likelihood - 1]?.[impact - 1];
  if (own) return own;
  const sum = likelihood + impact;
  return sum >= 8 ? "critical" : sum >= 6 ? "high" : sum >= 4 ? "medium" : "low";
}

interface Likelihood { readonly value: number; readonly reach: number; readonly low: number; readonly high: number }

function likelihoodOf(rule: LibraryRule, target: Subject, base: FactBase): Likelihood {
  const { low, high } = ends(REACHES, base.fact(target, "reach"));
  const reach = counted(low, high);
  return { value: clamp(reach + rule.threat.ease), reach, low, high };
}

function likelihoodReasons({ reach, low, high }: Likelihood, rule: LibraryRule, target: Subject): readonly string[] {
  const reasons = [low === high
    ? `reach of ${target.title} is ${REACHES[low]!} (${reach})`
    : `how far attackers get to ${target.title} is not fully known (${REACHES[low]!} to ${REACHES[high]!}), counted as ${reach}`];
  const { ease } = rule.threat;
  if (ease !== 0) reasons.push(ease > 0 ? "easy once there (+1)" : "hard even there (-1)");
  return reasons;
}

interface Impact {
  readonly value: number;
  /** The value is the least that the rule says. */
  readonly byRule: boolean;
  readonly property: ProtectedProperty;
  /** Whose class it is. */
  readonly of: Subject;
  readonly counted: number;
  readonly low: number;
  readonly high: number;
  readonly assumed: boolean;
}

/** The property that is threatened most. */
function impactOf(rule: LibraryRule, subject: Subject, base: FactBase): Impact {
  let worst: Impact | undefined;
  for (const property of threatenedBy(rule)) {
    for (const of of harmedAt(rule, subject, property)) {
      const fact = base.fact(of, property);
      const { low, high } = ends(CLASSES, fact);
      const value = counted(low, high);
      if (worst && value <= worst.value) continue;
      worst = { value, byRule: false, property, of, counted: value, low, high, assumed: low !== high || fact.assumed === true };
    }
  }
  const found = worst ?? { value: 1, byRule: false, property: "confidentiality" as const, of: subject, counted: 1, low: 0, high: 0, assumed: false };
  const least = rule.threat.impact ?? 1;
  return least > found.value ? { ...found, value: least, byRule: true } : found;
}

/** Denial of service through a flow stops the element at its end, and what the flow carries does not arrive. */
function harmedAt({ stride }: LibraryRule, subject: Subject, property: ProtectedProperty): readonly Subject[] {
  return subject.kind === "flow" && stride.includes("D") && THREATENED.D.includes(property) ? [ownEnd(subject), subject] : [subject];
}

const threatened = new WeakMap<LibraryRule, readonly ProtectedProperty[]>();

/** What a rule's letters threaten, each property once. */
function threatenedBy(rule: LibraryRule): readonly ProtectedProperty[] {
  let properties = threatened.get(rule);
  if (!properties) threatened.set(rule, (properties = [...new Set(rule.stride.flatMap((letter) => THREATENED[letter]))]));
  return properties;
}

function impactReasons({ value, byRule, property, of, counted, low, high, assumed }: Impact, rule: LibraryRule): readonly string[] {
  if (rule.stride.length === 0) return [`no letter of STRIDE says what it threatens${byRule ? `; such a threat counts at least ${value}` : ""}`];
  const reason = low === high
    ? `${property} class of ${of.title} is ${CLASSES[low]!}${assumed ? ", assumed from its kind" : ""} (${counted})`
    : `the ${property} class of ${of.title} is not fully known (${CLASSES[low]!} to ${CLASSES[high]!}), counted as ${counted}`;
  return byRule ? [reason, `such a threat counts at least ${value}`] : [reason];
}

function clamp(value: number): number {
  return Math.min(4, Math.max(1, value));
}
