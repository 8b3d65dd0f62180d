// Which operations are behind a difference: those without which it would not be, found by undoing each; where none is alone behind it, a set that is enough.
import { proseKeys, undoneWith, type ModelDiff } from "@merlon/core";
import type { Cause } from "@merlon/schema";
import type { Observation } from "./observe.ts";

/** How a version with some of the operations looks. */
export type Look = (chosen: ReadonlySet<number>) => Observation;

export interface CauseQuery {
  readonly diff: ModelDiff;
  /** Keys that differ between base and head. */
  readonly keys: readonly string[];
  readonly head: Observation;
  readonly look: Look;
  /** How many versions may be looked at. */
  readonly budget: number;
}

export function causesOf({ diff, keys, head, look, budget }: CauseQuery): ReadonlyMap<string, Cause> {
  const together = undoneWith(diff);
  const all = diff.changes.map(({ operation }) => operation).filter(({ kind, key }) => kind !== "rename" && !(key !== undefined && proseKeys.has(key))).map(({ id }) => id);
  const every = diff.changes.map(({ operation }) => operation.id);
  const notSearched: Cause = { operations: [], kind: "not-searched" };
  if (all.length > budget) return new Map(keys.map((key) => [key, notSearched]));
  const looked = new Map<string, Observation>();
  const without = (undone: ReadonlySet<number>): Observation | undefined => {
    const kept = every.filter((id) => !undone.has(id));
    const name = kept.join();
    let seen = looked.get(name);
    if (!seen && looked.size < budget) looked.set(name, (seen = look(new Set(kept))));
    return seen;
  };
  const needed = new Map<string, number[]>(keys.map((key) => [key, []]));
  for (const id of all) {
    const seen = without(together.get(id)!);
    if (!seen) return new Map(keys.map((key) => [key, notSearched]));
    for (const key of keys) if (seen.get(key) !== head.get(key)) needed.get(key)!.push(id);
  }
  return new Map(keys.map((key) => [key, causeOf(key)]));

  function causeOf(key: string): Cause {
    const alone = needed.get(key)!;
    return alone.length > 0 ? { operations: alone, kind: "but-for" } : enough(key);
  }

  /** Takes operations away as long as the difference stays: what is left is enough, and nothing of it can go. */
  function enough(key: string): Cause {
    let undone: ReadonlySet<number> = new Set();
    for (const id of all) {
      if (undone.has(id)) continue;
      const tried = new Set([...undone, ...together.get(id)!]);
      const seen = without(tried);
      if (!seen) return notSearched;
      if (seen.get(key) === head.get(key)) undone = tried;
    }
    return { operations: all.filter((id) => !undone.has(id)), kind: "several" };
  }
}
