// The impact of a change: everything that is different between two versions of a model, and what caused it.
import type { SensitivityClass, Severity } from "../common/stride.ts";
import type { Reach } from "./analysis.ts";
import type { Where } from "./diagnostic.ts";
import type { GateVerdict } from "./gate.ts";
import type { ModelView, ObjectMap } from "./model-view.ts";
import type { Question } from "./question.ts";
import type { DecisionStatus, StaleFact, Target, Threat } from "./threat.ts";

/** One version that is compared. */
export interface Version {
  /** As the person named it: `main`, `feature`, a folder, `working tree`. */
  readonly name: string;
  /** The commit, where it is of git. */
  readonly commit?: string;
  /** The view in time that it is looked at in; all that is written when left out. */
  readonly view?: ModelView;
  readonly model: string;
  readonly digest: string;
  /** The model is not in this version: an empty one stands for it. */
  readonly absent?: true;
}

export type OperationKind = "add" | "remove" | "rename" | "set" | "move" | "rewire" | "lifecycle";

/**
 * One thing that somebody did to the model. add and remove: a whole object. rename: declared by `formerly`. set: a field or characteristic.
 * move: `in`. rewire: `from`, `to` or `via`. lifecycle: the state of its life.
 */
export interface ModelOperation {
  /** Its number in the list, from 1; causes refer to it. */
  readonly id: number;
  readonly kind: OperationKind;
  readonly map: ObjectMap;
  /** The object's id in head (in base for a removal). */
  readonly object: string;
  readonly title: string;
  /** For set, move, rewire and lifecycle. */
  readonly key?: string;
  /** As text; absent where nothing was or is stated. */
  readonly before?: string;
  readonly after?: string;
  /** In head; in base for a removal. */
  readonly where?: Where;
  /** A known value became unknown: the model says less than it did. */
  readonly forgets?: boolean;
}

/** The operations without which something would not be. */
export interface Cause {
  /** Ids of operations; the smallest set that is enough. */
  readonly operations: readonly number[];
  /** but-for: without any one of them it would not be. several: no single one; this set is enough, and nothing of it can go. rules: the rules changed, not the model. not-searched: the change is too large to undo each part of it. */
  readonly kind: "but-for" | "several" | "rules" | "not-searched";
}

/**
 * added: new. resolved: gone because a fact changed. removed: gone with its element. reopened: it was gone or decided away, and is open.
 * hidden: it became a question, so nobody knows. changed: the same with another severity or other reasons.
 */
export type ThreatChangeKind = "added" | "resolved" | "removed" | "reopened" | "hidden" | "changed";

export interface ThreatChange {
  readonly change: ThreatChangeKind;
  readonly id: string;
  /** In head; in base for what is gone. */
  readonly threat: Threat;
  readonly severityBefore?: Severity;
  readonly cause: Cause;
  /** Facts of the witness with another value, before and after. */
  readonly facts: readonly FactChange[];
}

export interface FactChange {
  readonly fact: string;
  readonly before?: string;
  readonly after?: string;
}

export interface DecisionChange {
  readonly key: string;
  readonly change: "added" | "removed" | "changed" | "stale" | "valid-again" | "resolved" | "reopened";
  readonly status?: DecisionStatus;
  readonly stale: readonly StaleFact[];
  readonly cause: Cause;
}

export interface QuestionChange {
  readonly change: "opened" | "closed";
  readonly question: Question;
  readonly cause: Cause;
}

/** Something is somewhere, or reachable, that was not. */
export interface ExposureChange {
  readonly kind: "reach" | "data-at-lower-trust" | "data-to-outside" | "crossing" | "forbidden-crossing" | "control-gone";
  readonly better: boolean;
  readonly target: Target;
  /** The data, boundary or control that it is about. */
  readonly about?: Target;
  /** The data is about people. */
  readonly personal?: true;
  readonly before?: string;
  readonly after?: string;
  readonly cause: Cause;
}

/** Never one number. */
export interface RiskVector {
  readonly open: Readonly<Record<Severity, number>>;
  readonly questions: number;
  readonly elementsByReach: Readonly<Record<Reach, number>>;
  readonly dataAtLeastTrust: Readonly<Record<SensitivityClass, number>>;
  readonly staleDecisions: number;
}

/** An object of base and one of head that are probably the same, though nobody declared a rename. Nothing follows from it until a person confirms it. */
export interface RenameProposal {
  readonly map: ObjectMap;
  readonly from: string;
  readonly to: string;
  /** The object's title in head. */
  readonly title: string;
  /** How alike they are, from 0 to 1. */
  readonly score: number;
  /** Keys of decisions that would follow. */
  readonly decisions: readonly string[];
}

/** A thing to think of that a rule about changes brings up. */
export interface Reminder {
  readonly text: string;
  readonly because: string;
  readonly operations: readonly number[];
}

export interface Impact {
  readonly schema: "merlon/impact/1";
  readonly base: Version;
  readonly head: Version;
  readonly at: string;
  readonly operations: readonly ModelOperation[];
  readonly threats: readonly ThreatChange[];
  readonly decisions: readonly DecisionChange[];
  readonly questions: readonly QuestionChange[];
  readonly exposure: readonly ExposureChange[];
  readonly risk: { readonly before: RiskVector; readonly after: RiskVector };
  readonly reminders: readonly Reminder[];
  /** Absent when there are none. */
  readonly renames?: readonly RenameProposal[];
  readonly gate: GateVerdict;
  /** Nothing that matters changed: there is nothing to say. */
  readonly quiet: boolean;
}
