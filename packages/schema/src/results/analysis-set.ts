// What `merlon analyze` gives for a folder of models: an analysis of each, and their totals. Derived, never committed.
import type { Severity } from "../common/stride.ts";
import type { Analysis, RuleOutcome } from "./analysis.ts";

export interface AnalysisTotals {
  readonly models: number;
  readonly elements: number;
  readonly flows: number;
  readonly boundaries: number;
  readonly data: number;
  readonly open: Readonly<Record<Severity, number>>;
  readonly threats: number;
  readonly mitigated: number;
  readonly questions: number;
  /** Over all models; a rule that several models share is summed. */
  readonly rules: readonly RuleOutcome[];
}

export interface AnalysisSet {
  readonly schema: "merlon/analysis-set/1";
  /** By the name of each model's folder or file, sorted. */
  readonly models: Readonly<Record<string, Analysis>>;
  readonly totals: AnalysisTotals;
}
