// What the checks and the model builder work on: the merged maps with the knowledge to judge them.
import type { LibraryIndex } from "./library-index.ts";
import type { Merged } from "./merge.ts";
import type { Scales } from "./scales.ts";

export interface Context extends Merged, Pick<Scales, "scales" | "trustLevels"> {
  readonly index: LibraryIndex;
  /** Ids that were written but could not be read. */
  readonly broken: ReadonlySet<string>;
  /** Calendar date that expiries are judged at; absent: nothing has expired. */
  readonly at?: string;
}
