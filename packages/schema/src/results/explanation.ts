// The proof of one outcome, down to lines of the model, and what each fix would do.
import type { Where } from "./diagnostic.ts";
import type { DecisionStatus, Mitigated, Threat, ThreatFix } from "./threat.ts";

export type Truth = "true" | "false" | "unknown";
export type Provenance = "declared" | "imported" | "inferred" | "inherited" | "assumed" | "observed" | "derived" | "structure";

/** A node of the proof: a condition with its truth, or a fact with its value and where it comes from. */
export interface ProofNode {
  readonly text: string;
  readonly truth: Truth;
  readonly because?: string;
  readonly provenance?: Provenance;
  readonly where?: Where;
  readonly children: readonly ProofNode[];
}

export interface FixTrial {
  readonly fix: ThreatFix;
  /** True: applied alone (a control taken as implemented) the outcome is checked or mitigated. null: advice, nothing to try. */
  readonly clears: boolean | null;
  /** Threat ids that the fix would add elsewhere. */
  readonly adds: readonly string[];
  /** Other threats it would clear as well. */
  readonly alsoClears: readonly string[];
}

export type Outcome = "threat" | "question" | "mitigated" | "checked" | "not-examined";

export interface Explanation {
  readonly schema: "merlon/explanation/1";
  readonly id: string;
  readonly outcome: Outcome;
  readonly threat?: Threat;
  readonly mitigated?: Mitigated;
  /** What was decided about it, or is proposed for it; as it stands today. */
  readonly decisions?: readonly DecisionStatus[];
  readonly applies: ProofNode | null;
  readonly when: ProofNode;
  readonly unless: ProofNode | null;
  /** The facts that decided it, by role. Stored in a decision. */
  readonly witness: Readonly<Record<string, string | number>>;
  readonly fixes: readonly FixTrial[];
}
