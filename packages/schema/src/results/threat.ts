// Threats as the engine gives them, with the decisions about them as they stand today.
import type { AttackRef, LinddunCategory, Severity, StrideLetter } from "../common/stride.ts";
import type { Decision } from "../model/decision.ts";
import type { ThreatStatement } from "../model/threat.ts";
import type { Where } from "./diagnostic.ts";

export type TargetKind = "element" | "flow" | "boundary" | "model" | "data" | "path";
export interface Target {
  readonly kind: TargetKind;
  /** Object id; `model` for the model as a whole. */
  readonly id: string;
  readonly title: string;
  readonly leg?: "request" | "response";
}

/** 1 to 4, with the sentences that say why. */
export interface Score {
  readonly value: number;
  readonly reasons: readonly string[];
  /** True when an unknown input was counted as 2. */
  readonly assumed: boolean;
}

/** open: nothing decided. planned: decided to mitigate, or a planned control would stop it. accepted: accepted, transferred or avoided. dismissed: not applicable or false positive. */
export type ThreatStatus = "open" | "planned" | "accepted" | "dismissed";

export interface StaleFact {
  readonly fact: string;
  readonly was: string | number;
  readonly is: string | number;
  readonly where?: Where;
}

/** A decision about an element that was split or merged, proposed for the element that it became. */
export interface CarriedDecision {
  readonly by: "split-from" | "merged-into";
  /** The element that it was made about. */
  readonly from: string;
  readonly to: string;
}

/** A decision as it stands today. */
export interface DecisionStatus {
  readonly key: string;
  readonly decision: Decision;
  /** Found under an older id (`formerly`, `supersedes`). */
  readonly alias?: string;
  readonly stale: readonly StaleFact[];
  /** Past its `until`. */
  readonly expired: boolean;
  /** Past its `due` and still not done. */
  readonly overdue: boolean;
  /** Why it is proposed here: what it was made about was split or merged. */
  readonly carried?: CarriedDecision;
  /** unconfirmed: a bulk decision fits, or one is carried here, and nobody confirmed it. resolved: its threat is gone; reopened is told by the caller that compares. */
  readonly state: "valid" | "stale" | "expired" | "resolved" | "orphaned" | "unconfirmed";
  readonly where?: Where;
}

export interface ThreatFix {
  readonly kind: "change" | "add-control" | "advice";
  readonly text: string;
  /** For change: `{object, key, value}`; for add-control: `{type, at}`. */
  readonly edit?: { readonly object: string; readonly key: string; readonly value: unknown } | { readonly type: string; readonly at: string };
  /** ATT&CK mitigations. */
  readonly attack: readonly string[];
}

export interface Threat {
  /** `rule@target[+d]`, or a human threat's slug. Permanent. */
  readonly id: string;
  readonly origin: "rule" | "person";
  readonly rule?: { readonly id: string; readonly revision: number; readonly pack: string };
  readonly target: Target;
  /** Of a person's threat that is at several objects: all of them, `target` first. */
  readonly targets?: readonly Target[];
  /** The discriminator of a `per` rule. */
  readonly about?: string;
  /** Objects named besides the target, by a rule with `responsible`: they have to change for it to go. */
  readonly responsible?: readonly Target[];
  readonly title: string;
  /** The six parts as one sentence. */
  readonly statement: string;
  readonly parts: ThreatStatement;
  readonly stride: readonly StrideLetter[];
  readonly linddun: readonly LinddunCategory[];
  readonly cwe: readonly string[];
  readonly capec: readonly string[];
  readonly attack: readonly AttackRef[];
  readonly severity: Severity;
  readonly likelihood: Score;
  readonly impact: Score;
  readonly status: ThreatStatus;
  readonly decision?: DecisionStatus;
  /** Control id that is planned and would stop it. */
  readonly plannedBy?: string;
  readonly why: string;
  readonly fixes: readonly ThreatFix[];
  readonly by?: string;
  readonly where?: Where;
}

/** A rule instance that something stops now; comes back with a cause when that goes. */
export interface Mitigated {
  readonly id: string;
  readonly rule: string;
  readonly target: Target;
  readonly stride: readonly StrideLetter[];
  /** The facts or controls that stop it, in words. */
  readonly by: readonly string[];
}
