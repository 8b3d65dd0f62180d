// Which operations are behind a difference: those without which it would not be, found by undoing each; where none is alone behind it, a set that is enough.
// But-for causes, and a minimal sufficient set by delta debugging (Zeller and Hildebrandt); actual causality in full (Halpern and Pearl) is intractable.
import { proseKeys, undoneWith, type ModelDiff } from "@merlon/core";
import type { Cause } from "@merlon/schema";

/** Which of the keys say something else without these operations; undefined where that cannot be found out at the price. */
export type Differing = (undone: ReadonlySet<number>, keys: readonly string[]) => ReadonlySet<string> | undefined;

export interface CauseQuery {
  readonly diff: ModelDiff;
  /** Keys that differ between base and head. */
  readonly keys: readonly string[];
  readonly differing: Differing;
}

const notSearched: Cause = { operations: [], kind: "not-searched" };

export function causesOf({ diff, keys, differing }: CauseQuery): ReadonlyMap<string, Cause> {
  if (keys.length === 0) return new Map();
  const together = undoneWith(diff);
  const all = diff.changes.map(({ operation }) => operation).filter(({ kind, key }) => kind !== "rename" && !(key !== undefined && proseKeys.has(key))).map(({ id }) => id);
  const needed = new Map<string, number[]>();
  let isSure = true;
  for (const id of all) {
    const other = differing(together.get(id)!, keys);
    isSure &&= other !== undefined;
    for (const key of other ?? []) needed.set(key, [...needed.get(key) ?? [], id]);
  }
  return new Map(keys.map((key): [string, Cause] => {
    const alone = needed.get(key);
    if (alone) return [key, { operations: alone, kind: "but-for" }];
    return [key, isSure ? enough(key, { all, together, differing }) : notSearched];
  }));
}

interface Search {
  readonly all: readonly number[];
  readonly together: ReadonlyMap<number, ReadonlySet<number>>;
  readonly differing: Differing;
}

/** Takes operations away as long as the difference stays, many at once and then fewer: what is left is enough, and nothing of it can go. */
function enough(key: string, { all, together, differing }: Search): Cause {
  let undone: ReadonlySet<number> = new Set();
  for (let size = Math.ceil(all.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    const left = all.filter((id) => !undone.has(id));
    for (let from = 0; from < left.length; from += size) {
      const part = left.slice(from, from + size).filter((id) => !undone.has(id));
      if (part.length === 0) continue;
      const tried = new Set([...undone, ...part.flatMap((id) => [...together.get(id)!])]);
      const other = differing(tried, [key]);
      if (!other) return notSearched;
      if (!other.has(key)) undone = tried;
    }
  }
  return { operations: all.filter((id) => !undone.has(id)), kind: "several" };
}
