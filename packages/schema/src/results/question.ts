// Questions: unknowns whose answer would change the result.
import type { Depth, Severity } from "../common/stride.ts";
import type { Target } from "./threat.ts";
import type { Where } from "./diagnostic.ts";

export interface QuestionAnswer {
  readonly value: string;
  readonly title: string;
}

/** One unknown whose answer would change the result. One per object and key, however many rules wait for it. */
export interface Question {
  /** `key@object`, for example `protocol@visit`. */
  readonly id: string;
  readonly key: string;
  readonly target: Target;
  readonly text: string;
  readonly help: string;
  readonly why: string;
  /** flag, choice, set, number, level, data (ids of data), type, protocol, text */
  readonly kind: "flag" | "choice" | "set" | "number" | "level" | "data" | "type" | "protocol" | "text";
  /** Empty where there are more than a person can choose from: then ids of data, types or protocols. */
  readonly answers: readonly QuestionAnswer[];
  /** Threat ids that the answer decides. */
  readonly decides: readonly string[];
  /** Severities held open, each shared among the answers it waits for; the order of the list. */
  readonly weight: number;
  readonly worst: Severity;
  readonly depth: Depth;
  readonly where?: Where;
}

/** Questions of one key: what `ask` asks once for all that are alike, and the unit of the default view. */
export interface QuestionGroup {
  readonly key: string;
  /** The question of one object, or one about all of them. */
  readonly text: string;
  /** Ids of the questions, weightiest first. */
  readonly questions: readonly string[];
  /** Titles of what the first of them are about, four at most. */
  readonly examples: readonly string[];
  /** How many threats the answers decide. */
  readonly decides: number;
  readonly weight: number;
  readonly worst: Severity;
  readonly depth: Depth;
}
