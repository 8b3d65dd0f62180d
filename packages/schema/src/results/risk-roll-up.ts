// What a risk adds up to: what it says of itself, what all that feeds it says, where the two disagree, and why.
import type { Severity } from "../common/stride.ts";
import type { LandscapeType } from "./landscape-type.ts";

/** How what a risk says of itself fits what feeds it. */
export type RollUpVerdict = "agrees" | "understated" | "overstated" | "unfed" | "unsaid" | "unknown" | "ended" | "ended-but-fed";

export interface RollUpStep {
  /** Of the thing. */
  readonly id: string;
  readonly type: LandscapeType;
  readonly title: string;
}

/** What feeds a risk at once: a threat, a vulnerability, an incident, evidence, or a risk that leads to it. */
export interface RollUpFeeder extends RollUpStep {
  readonly state?: string;
  /** The worst that it and what stands behind it say; absent where none of it says anything that still counts. */
  readonly level?: Severity;
  /** It is not mended, dismissed or closed. */
  readonly counts: boolean;
}

export interface RiskRollUp {
  /** Of the thing. */
  readonly id: string;
  readonly title: string;
  /** R4 (technical) to R0 (the company), where it has one. */
  readonly rank?: string;
  readonly state?: string;
  /** What it says of itself. */
  readonly said?: Severity;
  /** The worst of what feeds it, at once or by other risks. */
  readonly fed?: Severity;
  /** The worse of the two; what it says counts only while it is not ended. Absent where neither is there. */
  readonly level?: Severity;
  readonly verdict: RollUpVerdict;
  /** From the worst that feeds it up to it; empty where nothing does. */
  readonly chain: readonly RollUpStep[];
  /** The worst first. */
  readonly feeders: readonly RollUpFeeder[];
}

/** One risk before and after; absent on the side that does not have it. */
export interface RiskRollUpChange {
  /** Of the thing, in the newer version. */
  readonly id: string;
  readonly before?: RiskRollUp;
  readonly after?: RiskRollUp;
}
