// What an import gives besides the model: what it could not carry as it was.
import type { ModelDocument } from "../model/document.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** dropped: not carried. defaulted: a value of ours stands in. guessed: inferred from weak signs. kept: carried as `x-…`. */
export type LossKind = "dropped" | "defaulted" | "guessed" | "kept";

export interface Loss {
  readonly kind: LossKind;
  /** JSON pointer or path into the foreign file. */
  readonly at: string;
  readonly what: string;
  readonly why: string;
  /** Object of ours that it concerns. */
  readonly object?: string;
}

export interface ImportResult {
  readonly format: string;
  readonly formatVersion: string;
  readonly document: ModelDocument;
  readonly losses: readonly Loss[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was read and what came of it. */
  readonly counts: Readonly<Record<string, number>>;
}
