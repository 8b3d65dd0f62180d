// The cheapest way to everything that can be had: Knuth's generalisation of Dijkstra to steps that need several things at once.
// A step costs its own cost more than the dearest thing it needs: what it needs can be got side by side, and nothing is got twice.
import { OUT, type Step } from "./attack-step.ts";
import type { AttackGraph } from "./attack-graph.ts";

export interface Cheapest {
  /** By fact; OUT where there is no way. */
  readonly cost: Int32Array;
  /** The step by which it is had, -1 for what is there from the start. */
  readonly by: Int32Array;
  /** Facts in the order in which they were settled. */
  readonly order: readonly number[];
}

const NOT_YET = -2;

/** `costs`: of each step, whole numbers from 0; OUT leaves it out. */
export function cheapest({ neededBy: { first, ids }, gives, counts, facts }: AttackGraph, starts: readonly number[], costs: Int32Array): Cheapest {
  const size = facts.size();
  const cost = new Int32Array(size).fill(OUT);
  const by = new Int32Array(size).fill(NOT_YET);
  const missing = counts.slice();
  const settled = new Uint8Array(size);
  const order: number[] = [];
  const buckets: number[][] = [[]];
  const offer = (fact: number, at: number, step: number): void => {
    if (at >= cost[fact]!) return;
    cost[fact] = at;
    by[fact] = step;
    (buckets[at] ??= []).push(fact);
  };
  for (const fact of starts) offer(fact, 0, -1);
  for (let at = 0; at < buckets.length; at++) {
    const bucket = (buckets[at] ??= []);
    // It grows while free steps are followed.
    for (let i = 0; i < bucket.length; i++) {
      const fact = bucket[i]!;
      if (settled[fact] || cost[fact] !== at) continue;
      settled[fact] = 1;
      order.push(fact);
      for (let at = first[fact]!; at < first[fact + 1]!; at++) {
        const id = ids[at]!;
        if (--missing[id]! > 0) continue;
        const own = costs[id]!;
        if (own < OUT) offer(gives[id]!, cost[fact]! + own, id);
      }
    }
  }
  return { cost, by, order };
}

/** The steps of the cheapest way to a fact, each once, what is needed before what needs it. */
export function stepsTo(fact: number, { by, cost }: Cheapest, { steps }: AttackGraph): readonly Step[] {
  if ((cost[fact] ?? OUT) >= OUT) return [];
  const found: Step[] = [];
  const seen = new Set<number>();
  const stack: { readonly fact: number; readonly isDone: boolean }[] = [{ fact, isDone: false }];
  while (stack.length > 0) {
    const { fact: at, isDone } = stack.pop()!;
    const step = steps[by[at]!];
    if (isDone && step) found.push(step);
    if (isDone || seen.has(at)) continue;
    seen.add(at);
    if (!step) continue;
    stack.push({ fact: at, isDone: true });
    for (const need of [...step.needs].reverse()) stack.push({ fact: need, isDone: false });
  }
  return found;
}
