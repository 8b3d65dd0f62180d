// What no way can do without: for everything that can be had, the marks that every derivation of it carries.
// The greatest solution of: marks of a fact = what the ways to it share; marks of a way = those of its step and of all that it needs.
import { OUT, type Step } from "./attack-step.ts";
import type { AttackGraph } from "./attack-graph.ts";
import type { Cheapest } from "./cheapest.ts";

/** Looks at a fact, for each fact there is, after which a graph is too tangled to tell. */
const MOST_LOOKS = 40;

export type Marks = ReadonlySet<string>;
const NOTHING: Marks = new Set();
const NO_WAYS: readonly Step[] = [];

/** By fact; undefined when the looks did not suffice. `costs`: OUT for steps that are not there. */
export function unavoidable(graph: AttackGraph, found: Cheapest, costs: Int32Array, marksOf: (step: Step) => readonly string[]): ReadonlyMap<number, Marks> | undefined {
  const { steps, neededBy: { first, ids } } = graph;
  const waysTo = indexWays(graph, found, costs);
  const marks = new Map<number, Marks>();
  const own = (step: Step): readonly string[] => (step.kind === "given" ? [] : marksOf(step));
  for (const fact of found.order) marks.set(fact, ofCheapest(steps[found.by[fact]!], marks, own));
  // Whoever shrinks makes those look again that need it.
  const queue = [...found.order];
  const isWaiting = new Uint8Array(found.cost.length).fill(1);
  for (let head = 0; head < queue.length; head++) {
    if (head > MOST_LOOKS * found.order.length) return undefined;
    const fact = queue[head]!;
    isWaiting[fact] = 0;
    const before = marks.get(fact)!;
    const after = sharedBy(waysTo.get(fact) ?? NO_WAYS, before, marks, own);
    if (after.size === before.size) continue;
    marks.set(fact, after);
    for (let at = first[fact]!; at < first[fact + 1]!; at++) {
      const { gives } = steps[ids[at]!]!;
      if (isWaiting[gives] || (marks.get(gives)?.size ?? 0) === 0) continue;
      isWaiting[gives] = 1;
      queue.push(gives);
    }
  }
  return marks;
}

/** At most what the cheapest way carries; all that it needs is settled before. */
function ofCheapest(step: Step | undefined, marks: ReadonlyMap<number, Marks>, own: (step: Step) => readonly string[]): Marks {
  if (!step) return NOTHING;
  const mine = own(step);
  const [need, ...more] = step.needs;
  if (mine.length === 0 && more.length === 0) return marks.get(need!) ?? NOTHING;
  const all = new Set(mine);
  for (const one of step.needs) for (const mark of marks.get(one)!) all.add(mark);
  return all;
}

/** Those of the marks so far that each way carries. */
function sharedBy(ways: readonly Step[], before: Marks, marks: ReadonlyMap<number, Marks>, own: (step: Step) => readonly string[]): Marks {
  let shared = before;
  for (const step of ways) {
    if (shared.size === 0) break;
    const carried = [...shared].filter((mark) => step.needs.some((need) => marks.get(need)!.has(mark)));
    if (carried.length === shared.size) continue;
    const mine = own(step);
    const kept = mine.length === 0 ? carried : [...shared].filter((mark) => mine.includes(mark) || carried.includes(mark));
    if (kept.length < shared.size) shared = new Set(kept);
  }
  return shared;
}

/** Of facts that have more than one way to them; what comes from the start carries nothing anyway. */
function indexWays({ steps }: AttackGraph, { cost, by }: Cheapest, costs: Int32Array): ReadonlyMap<number, readonly Step[]> {
  const ways = new Map<number, Step[]>();
  for (const step of steps) {
    if (by[step.gives]! < 0 || costs[step.id]! >= OUT || step.needs.some((need) => cost[need]! >= OUT)) continue;
    const list = ways.get(step.gives);
    if (list) list.push(step);
    else ways.set(step.gives, [step]);
  }
  return ways;
}
