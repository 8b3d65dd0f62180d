// What git knows about a model: what each commit did to its threats and decisions, and how one threat came to be what it is.
import type { Severity } from "../common/stride.ts";
import type { Decision } from "../model/decision.ts";
import type { Cause, DecisionChange, ModelOperation, ThreatChangeKind } from "./impact.ts";
import type { Threat, ThreatStatus } from "./threat.ts";

/** One that touched the model. */
export interface Commit {
  readonly id: string;
  /** The nearest before it that touched the model too: several for a merge, none for the first. */
  readonly parents: readonly string[];
  /** YYYY-MM-DD */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

export interface LoggedThreat {
  readonly change: ThreatChangeKind;
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly severityBefore?: Severity;
  /** After the commit; before it, for what is gone. */
  readonly status: ThreatStatus;
}

export interface LoggedDecision {
  readonly change: DecisionChange["change"];
  readonly key: string;
  readonly state?: string;
  readonly by?: string;
  readonly until?: string;
}

export interface LoggedCommit {
  readonly commit: Commit;
  /** model: it is in no commit before. history: what is before is not at hand, so that everything looks new. */
  readonly begins?: "model" | "history";
  /** The model is not in this commit any more. */
  readonly gone?: true;
  /** Why this version cannot be judged; what it did is told with the next one that can. */
  readonly problem?: string;
  /** How many operations on the model it holds. */
  readonly operations: number;
  readonly threats: readonly LoggedThreat[];
  readonly decisions: readonly LoggedDecision[];
  readonly questions: { readonly opened: number; readonly closed: number };
  /** Open threats after the commit. */
  readonly open?: Readonly<Record<Severity, number>>;
}

export interface ModelLog {
  readonly schema: "merlon/log/1";
  readonly model: string;
  /** The day at which every version was judged. */
  readonly at: string;
  /** Newest first. */
  readonly commits: readonly LoggedCommit[];
  /** Older ones that were asked for and are not looked at. */
  readonly more: number;
  /** There is more than is told, for the reasons below. */
  readonly partial: boolean;
  readonly reasons: readonly string[];
}

export interface ThreatOrigin {
  readonly commit: Commit;
  /** The threat is there from the begin: of the model, or of the history that is at hand. */
  readonly begins?: "model" | "history";
  /** What the commit did to the model that brought the threat. */
  readonly operations: readonly ModelOperation[];
  readonly cause: Cause;
}

export interface DecisionEvent {
  readonly commit: Commit;
  readonly change: "decided" | "changed" | "taken-back";
  readonly key: string;
  /** As it is written after the commit; before it, where it was taken back. */
  readonly decision: Decision;
}

export interface ThreatBlame {
  readonly schema: "merlon/blame/1";
  readonly model: string;
  readonly at: string;
  readonly id: string;
  /** Other names that it was known by. */
  readonly formerly: readonly string[];
  /** As it is now; as it was last where it is gone. */
  readonly threat: Threat;
  readonly standing: "there" | "gone" | "not-committed";
  /** Absent while it is in no commit. */
  readonly origin?: ThreatOrigin;
  /** By which commit it went. */
  readonly gone?: Commit;
  /** Oldest first. */
  readonly decisions: readonly DecisionEvent[];
  /** Not every version could be looked at, for the reasons below. */
  readonly partial: boolean;
  readonly reasons: readonly string[];
}
