// The file that a merge leaves beside a model for people and for tools that help them: what was not merged, and which threats only the merge has.
import type { Severity } from "../common/stride.ts";

export type ConflictKind =
  | "field-field" | "delete-modify" | "delete-referenced" | "rename-rename" | "rename-reuse" | "add-add" | "kind-kind" | "boundary-cycle" | "decision-decision" | "not-writable" | "invalid";

export interface ConflictEntry {
  readonly code: string;
  readonly kind: ConflictKind;
  /** The map that the object is in; `header` for what is said about the model as a whole, `file` for keys of other files. */
  readonly map: string;
  readonly object: string;
  /** Keys below the object, joined by dots; absent when it is about the whole object. */
  readonly key?: string;
  /** Absent where that version says nothing. */
  readonly base?: unknown;
  readonly ours?: unknown;
  readonly theirs?: unknown;
  /** The value that is safer to believe, where one is. */
  readonly suggestion?: unknown;
  readonly message: string;
  readonly hint: string;
  /** `file:line` of ours. */
  readonly where?: string;
}

export interface EmergentEntry {
  readonly id: string;
  readonly severity: Severity;
  /** The highest that a side gives it; absent when neither has it. */
  readonly before?: Severity;
  readonly title: string;
}

export interface MergeConflicts {
  readonly schema: "merlon/merge-conflicts/1";
  readonly conflicts: readonly ConflictEntry[];
  readonly "emergent-threats"?: readonly EmergentEntry[];
}
