// One thing that must hold in the whole repository. `seen` is what the guard looked at: a guard that suddenly sees
// less than `minimum` has gone blind, which is a failure too.
import type { Workspace } from "./workspace.ts";

export interface Guard {
  readonly name: string;
  readonly minimum: number;
  readonly check: (workspace: Workspace) => Outcome;
}

export interface Outcome {
  readonly seen: number;
  readonly problems: readonly Problem[];
  readonly notes?: readonly string[];
}

export interface Problem {
  readonly path: string;
  readonly line?: number;
  /** What is wrong and what to do instead. */
  readonly message: string;
}
