// The tables that set our rules beside those of other tools, as they are written in docs/comparison.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";

export interface ComparisonRow {
  readonly about: string;
  /** Rules of ours that cover it. */
  readonly by?: readonly string[];
  /** Why nothing does: a key of the reasons. */
  readonly out?: string;
}

export interface Comparison {
  readonly tool: string;
  readonly version: string;
  /** By the other tool's id. */
  readonly rows: Readonly<Record<string, ComparisonRow>>;
}

export interface Comparisons {
  readonly tools: readonly Comparison[];
  readonly reasons: Readonly<Record<string, string>>;
}

export const comparisonFolder = "docs/comparison";

export function readComparisons(): Comparisons {
  const folder = join(import.meta.dirname, "..", "..", "..", comparisonFolder);
  const read = (name: string): unknown => load(readFileSync(join(folder, name), "utf8"));
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml") && name !== "reasons.yaml").sort();
  return { tools: names.map((name) => read(name) as Comparison), reasons: read("reasons.yaml") as Comparisons["reasons"] }; // checked by the test beside
}
