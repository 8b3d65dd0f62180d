// Problems in what people wrote, with their places, and the envelope of every JSON output.
/** A place in the user's material: file, position and the path with the object's own id (`elements.web.protocol`). Lines and columns start at 1. */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path?: string;
}

export type DiagnosticSeverity = "error" | "warning" | "info";

/** A problem in the user's material. Data, collected and sorted, never thrown. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  readonly where?: Where;
  readonly data?: Readonly<Record<string, unknown>>;
  /** What to do, or the nearest right thing. */
  readonly hint?: string;
}

/** What every command prints with `--json`. */
export interface Envelope<T> {
  /** `merlon/<command>/<version of the result's shape>`. */
  readonly schema: string;
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly result: T | null;
}
