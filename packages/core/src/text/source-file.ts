// One file of the user's material as text, and how much of it Merlon is willing to read.

/** `path` is what diagnostics show; `/` separates folders on every platform. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Limits {
  /** Longest file, in characters. */
  readonly size: number;
  /** Deepest nesting of maps and lists. */
  readonly depth: number;
  /** YAML aliases (`*name`) in one file. */
  readonly aliases: number;
  /** How many values aliases may stand for in all. */
  readonly aliasedValues: number;
}

export const defaultLimits: Limits = { size: 20_000_000, depth: 100, aliases: 50, aliasedValues: 100_000 };
