// What a pipeline is told of a model, whatever its format: problems of the files, or what a change brings.
import type { Severity, Where } from "@merlon/schema";

export interface PipelineProblem {
  /** error: the step fails because of it. */
  readonly level: "error" | "warning" | "note";
  /** A code, a rule, or what else it is. */
  readonly kind: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly where?: Where;
  /** Its name in every run: the same problem keeps it, wherever it stands. */
  readonly key: string;
  readonly severity?: Severity;
}

/** All problems of one model. */
export interface PipelineSuite {
  readonly model: string;
  /** What can be said when nothing fails. */
  readonly passes: string;
  readonly problems: readonly PipelineProblem[];
}

export interface PipelineOptions {
  /** Folder that the places start from, as seen from the root of the repository. */
  readonly root?: string;
}

const ranks: Readonly<Record<PipelineProblem["level"], number>> = { error: 0, warning: 1, note: 2 };

/** A platform may show only the first few. */
export function worstFirst(problems: readonly PipelineProblem[]): readonly PipelineProblem[] {
  return [...problems].sort((a, b) => ranks[a.level] - ranks[b.level]);
}
