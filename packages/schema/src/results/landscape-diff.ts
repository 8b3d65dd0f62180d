// The threat landscape between two versions: what came, went and changed, and what is needed to see how that hangs together.
import type { AttackEffort } from "./attack-paths.ts";
import type { Version } from "./impact.ts";
import type { LandscapeObject, LandscapeRelation, Traversal } from "./landscape.ts";
import type { RiskRollUpChange } from "./risk-roll-up.ts";

/** `same`: shown because something that changed hangs on it. */
export type LandscapeChangeKind = "added" | "removed" | "changed" | "same";

export type LandscapeField = "title" | "kind" | "state" | "severity" | "level" | "day";

export interface LandscapeFieldChange {
  readonly field: LandscapeField;
  readonly before?: string;
  readonly after?: string;
}

export interface LandscapeObjectChange {
  readonly change: LandscapeChangeKind;
  /** As it is now; as it was where it is gone. */
  readonly object: LandscapeObject;
  /** Its id in the older version, where it has another one now. */
  readonly formerly?: string;
  /** What is different; only of what changed. */
  readonly fields?: readonly LandscapeFieldChange[];
}

/** A relation says no more than that it is there, so it never changes. */
export interface LandscapeRelationChange extends LandscapeRelation {
  readonly change: Exclude<LandscapeChangeKind, "changed">;
}

/** The cheapest path of an attacker to a crown jewel, before and after. */
export interface LandscapePathChange {
  /** Of the thing. */
  readonly id: string;
  readonly change: "new" | "cheaper" | "dearer" | "gone";
  readonly before?: PathEffort;
  readonly after?: PathEffort;
}

export interface PathEffort {
  readonly effort: AttackEffort;
  readonly cost: number;
}

export interface LandscapeDiff {
  readonly schema: "merlon/landscape-diff/1";
  /** Of the model. */
  readonly title: string;
  readonly base: Version;
  readonly head: Version;
  /** The days expiries were judged at, of each version its own. */
  readonly at: { readonly base: string; readonly head: string };
  /** Ids of the things it is the landscape of, and how both versions were walked; absent for the whole graphs. */
  readonly of?: readonly string[];
  readonly traversal?: Traversal;
  /** By type, then by id; each has its id of the newer version. */
  readonly objects: readonly LandscapeObjectChange[];
  readonly relations: readonly LandscapeRelationChange[];
  /** Risks of the business with another state, or that say or add up to another level, by id of the thing. */
  readonly movedRisks: readonly string[];
  /** Decisions that held in the older version and hold no more. */
  readonly brokenDecisions: readonly string[];
  /** The worse first. */
  readonly paths: readonly LandscapePathChange[];
  /** What each risk of either version adds up to, the highest rank first. */
  readonly rollUp?: readonly RiskRollUpChange[];
  /** How much that did not change is not in the lists. */
  readonly leftOut: { readonly objects: number; readonly relations: number };
}
