// Counts of right and wrong answers and what people read from them. Positive: the rule is violated.

export interface Tally { tp: number; fp: number; fn: number; tn: number }

export function emptyTally(): Tally {
  return { tp: 0, fp: 0, fn: 0, tn: 0 };
}

export function count(tally: Tally, said: boolean, isSo: boolean): void {
  if (said) tally[isSo ? "tp" : "fp"]++;
  else tally[isSo ? "fn" : "tn"]++;
}

/** Items are counted where something is blamed by either side; what both leave alone is no merit. */
export function countItems(tally: Tally, said: ReadonlySet<string>, isSo: ReadonlySet<string>): void {
  for (const item of new Set([...said, ...isSo])) count(tally, said.has(item), isSo.has(item));
}

export function sum(tallies: readonly Tally[]): Tally {
  const total = emptyTally();
  for (const tally of tallies) for (const key of ["tp", "fp", "fn", "tn"] as const) total[key] += tally[key];
  return total;
}

/** NaN where there is nothing to divide by. */
export function precision({ tp, fp }: Tally): number {
  return tp / (tp + fp);
}

export function recall({ tp, fn }: Tally): number {
  return tp / (tp + fn);
}

export function f1({ tp, fp, fn }: Tally): number {
  return (2 * tp) / (2 * tp + fp + fn);
}

/** Matthews' correlation: 1 all right, 0 no better than a constant answer; NaN where only one answer ever is right and given. */
export function mcc({ tp, fp, fn, tn }: Tally): number {
  const wrong = fp + fn;
  const below = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
  return below === 0 ? (wrong === 0 ? Number.NaN : 0) : (tp * tn - fp * fn) / below;
}

export function shown(value: number): string {
  return Number.isNaN(value) ? "–" : value.toFixed(3);
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
