// Kleene's strong three-valued logic: and = min, or = max, not = mirror. SPEC: RUL.
import type { Truth as TruthWord } from "@merlon/schema";

export type Truth = 0 | 1 | 2;
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

const words: readonly TruthWord[] = ["false", "unknown", "true"];

export function not(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

export function truthOf(value: boolean): Truth {
  return value ? TRUE : FALSE;
}

export function wordOf(truth: Truth): TruthWord {
  return words[truth]!;
}
