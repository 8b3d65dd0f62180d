// What the matcher sees of an expert's threat and of something that Merlon shows. Neither says where the other came from.
import type { StrideLetter } from "@merlon/schema";

export type Nature = "model" | "inside" | "process" | "outside";

export interface ExpertThreat {
  readonly id: string;
  /** Objects of our model that it lies at. */
  readonly at: readonly string[];
  readonly stride: readonly StrideLetter[];
  /** Numbers, without CWE-. */
  readonly cwe: readonly string[];
  /** In a few words of ours. */
  readonly about: string;
  readonly nature: Nature;
  /** The source's own words, read in place. */
  readonly text: string;
}

/** A threat that Merlon generated, whether it is open or stopped, or one that a question decides. */
export interface Generated {
  /** `rule@target[+d]`. */
  readonly id: string;
  readonly target: string;
  /** Elements that hold the kind of data it is about, when it is about one. */
  readonly holders: readonly string[];
  readonly stride: readonly StrideLetter[];
  readonly cwe: readonly string[];
  readonly text: string;
}
