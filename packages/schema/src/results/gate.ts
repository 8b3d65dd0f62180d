// Whether a model or a change may go on, and what stops it.

export interface GateVerdict {
  readonly failed: boolean;
  readonly reasons: readonly GateReason[];
}

export interface GateReason {
  /** What stops, in words. */
  readonly text: string;
  /** What it is about: threats, decisions, questions or objects. */
  readonly ids: readonly string[];
  /** The line of the policy that asks for it, such as `gates.change.operate.questions: 0`; absent where nobody wrote one. */
  readonly policy?: string;
  /** What to do, as one sentence. */
  readonly remedy?: string;
}
