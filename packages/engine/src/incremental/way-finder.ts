// The cheapest way to everything that can be had, as paths/cheapest.ts finds it, mended where steps come and go: what rested on a step that went is
// looked for anew (after Ramalingam and Reps), everything else can only have become cheaper.
import { OUT } from "../paths/attack-step.ts";

/** A step by what it takes: facts by number, and what it costs in each of several ways of counting. */
export interface PlainStep {
  readonly needs: readonly number[];
  readonly gives: number;
  readonly costs: readonly number[];
}

export interface StepStore {
  add(step: PlainStep): number;
  remove(id: number): void;
  step(id: number): PlainStep;
  needing(fact: number): readonly number[];
  giving(fact: number): readonly number[];
}

const NONE: readonly number[] = [];

export function createStepStore(): StepStore {
  const steps: PlainStep[] = [];
  const free: number[] = [];
  const needing: (number[] | undefined)[] = [];
  const giving: (number[] | undefined)[] = [];
  const drop = (list: number[] | undefined, id: number): void => {
    const at = list?.indexOf(id) ?? -1;
    if (at < 0) return;
    const last = list!.pop()!;
    if (at < list!.length) list![at] = last;
  };
  return {
    add(step) {
      const id = free.pop() ?? steps.length;
      steps[id] = step;
      for (const need of step.needs) (needing[need] ??= []).push(id);
      (giving[step.gives] ??= []).push(id);
      return id;
    },
    remove(id) {
      const { needs, gives } = steps[id]!;
      for (const need of needs) drop(needing[need], id);
      drop(giving[gives], id);
      free.push(id);
    },
    step: (id) => steps[id]!,
    needing: (fact) => needing[fact] ?? NONE,
    giving: (fact) => giving[fact] ?? NONE,
  };
}

/** What came and went since the last time. Steps that went are not in the store any more; their numbers are free only after all finders are mended. */
export interface WayChanges {
  readonly gone: readonly { readonly id: number; readonly gives: number }[];
  readonly added: readonly number[];
  /** Facts that are had from the start. */
  readonly ended: readonly number[];
  readonly started: readonly number[];
}

export interface WayFinder {
  /** OUT where there is no way. */
  cost(fact: number): number;
  /** Facts that cost something else now. */
  mend(changes: WayChanges): readonly number[];
}

const NOT_YET = -2;
const START = -1;

/** `which`: the way of counting. `isStart`: as it is after the changes. */
// oxlint-disable-next-line max-lines-per-function -- small functions around one state that nothing else may touch
export function createWayFinder(store: StepStore, which: number, isStart: (fact: number) => boolean): WayFinder {
  let cost = new Int32Array(0);
  let by = new Int32Array(0);
  const costOf = (fact: number): number => cost[fact] ?? OUT;

  function grow(fact: number): void {
    const size = Math.max(1024, fact + 1, Math.ceil(cost.length * 1.5));
    const [costs, steps] = [new Int32Array(size).fill(OUT), new Int32Array(size).fill(NOT_YET)];
    costs.set(cost);
    steps.set(by);
    cost = costs;
    by = steps;
  }

  // oxlint-disable-next-line max-lines-per-function -- one pass over four kinds of change, with buckets that all of them fill
  function mend({ gone, added, ended, started }: WayChanges): readonly number[] {
    const before = new Map<number, number>();
    const put = (fact: number, to: number, step: number): void => {
      if (fact >= cost.length) grow(fact);
      if (!before.has(fact)) before.set(fact, cost[fact]!);
      cost[fact] = to;
      by[fact] = step;
    };
    const buckets: { readonly fact: number; readonly step: number }[][] = [];
    const offer = (fact: number, at: number, step: number): void => {
      if (at < costOf(fact)) (buckets[at] ??= []).push({ fact, step });
    };
    const tryStep = (id: number): void => {
      const { needs, gives, costs } = store.step(id);
      const own = costs[which]!;
      if (own >= OUT) return;
      let dearest = 0;
      for (const need of needs) dearest = Math.max(dearest, costOf(need));
      if (dearest < OUT) offer(gives, dearest + own, id);
    };
    const lost: number[] = [];
    const lose = (fact: number): void => {
      if (costOf(fact) >= OUT) return;
      put(fact, OUT, NOT_YET);
      lost.push(fact);
    };
    for (const { id, gives } of gone) if (by[gives] === id) lose(gives);
    for (const fact of ended) if (by[fact] === START) lose(fact);
    for (const fact of lost) for (const id of store.needing(fact)) if (by[store.step(id).gives] === id) lose(store.step(id).gives);
    for (const fact of lost) {
      if (isStart(fact)) offer(fact, 0, START);
      for (const id of store.giving(fact)) tryStep(id);
    }
    for (const fact of started) offer(fact, 0, START);
    for (const id of added) tryStep(id);
    for (let at = 0; at < buckets.length; at++) {
      // It grows while free steps are followed.
      for (const { fact, step } of (buckets[at] ??= [])) {
        if (at >= costOf(fact)) continue;
        put(fact, at, step);
        for (const id of store.needing(fact)) tryStep(id);
      }
    }
    return [...before].filter(([fact, was]) => cost[fact] !== was).map(([fact]) => fact);
  }

  return { cost: costOf, mend };
}
