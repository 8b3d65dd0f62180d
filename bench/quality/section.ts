// One section of the scoreboard: what was measured, as Markdown lines for people and as figures for comparison.

export interface Section {
  readonly title: string;
  /** Markdown, one line each; no heading. */
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}
