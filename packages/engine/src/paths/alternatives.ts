// The k cheapest ways that differ: whichever is not the cheapest lacks one of its steps, so it is the cheapest where that step is left out (Lawler).
import { OUT, type Step } from "./attack-step.ts";
import type { AttackGraph } from "./attack-graph.ts";
import { cheapest, stepsTo } from "./cheapest.ts";

export interface Way {
  readonly cost: number;
  /** What is needed before what needs it. */
  readonly steps: readonly Step[];
}

interface Branch extends Way {
  readonly without: ReadonlySet<number>;
}

/** Runs of the search for one pair; then what was found until then is given. */
const MOST_RUNS = 400;

/** No way contains all steps of a cheaper one. `isWhole`: false when the runs did not suffice. */
export function cheapestWays(graph: AttackGraph, starts: readonly number[], goal: number, costs: Int32Array, k: number): { readonly ways: readonly Way[]; readonly isWhole: boolean } {
  let runs = 0;
  const solve = (without: ReadonlySet<number>): Branch | undefined => {
    runs++;
    const left = costs.slice();
    for (const id of without) left[id] = OUT;
    const found = cheapest(graph, starts, left);
    const cost = found.cost[goal] ?? OUT;
    return cost >= OUT ? undefined : { cost, without, steps: stepsTo(goal, found, graph) };
  };
  const ways: Way[] = [];
  const open: Branch[] = [];
  const seen = new Set<string>([""]);
  const first = solve(new Set());
  if (first) open.push(first);
  while (open.length > 0 && ways.length < k) {
    const next = open.shift()!;
    const real = next.steps.filter(({ kind }) => kind !== "given");
    const ids = new Set(real.map(({ id }) => id));
    if (!ways.some(({ steps }) => steps.every(({ id, kind }) => kind === "given" || ids.has(id)))) ways.push({ cost: next.cost, steps: next.steps });
    if (ways.length === k) break;
    for (const { id } of real) {
      const without = new Set([...next.without, id]);
      const key = [...without].sort((a, b) => a - b).join();
      if (seen.has(key)) continue;
      seen.add(key);
      if (runs >= MOST_RUNS) return { ways, isWhole: false };
      const branch = solve(without);
      if (branch) insert(open, branch);
    }
  }
  return { ways, isWhole: true };
}

/** Cheapest first; of one cost, the earlier found first. */
function insert(open: Branch[], branch: Branch): void {
  const at = open.findIndex(({ cost }) => cost > branch.cost);
  open.splice(at < 0 ? open.length : at, 0, branch);
}
