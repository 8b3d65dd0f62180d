// The shape of a declared code. A published code never changes its meaning.
import type { DiagnosticSeverity } from "@merlon/schema";

/** Files by path, or the text of a single `model.yaml`. */
export type CodeExample = string | Readonly<Record<string, string>>;

export interface Code {
  /** Kebab-case name, for documentation and search. */
  readonly name: string;
  readonly severity: DiagnosticSeverity;
  /** One sentence; `{name}` is filled from the diagnostic's data. */
  readonly message: string;
  /** How to fix it, one sentence. */
  readonly fix: string;
  /** A small model that triggers it; run by a test. */
  readonly example: CodeExample;
}
