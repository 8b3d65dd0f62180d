// What to change so that most paths are no more or cost more: one change for each weak step of the cheapest paths, each tried alone, then ranked greedily.
import type { AttackStepKind, PathCut } from "@merlon/schema";
import { targetOf } from "../threats/build-threat.ts";
import { OUT, type Step } from "./attack-step.ts";
import type { AttackGraph } from "./attack-graph.ts";
import { cheapest } from "./cheapest.ts";
import { changeOf, groupOf, type Change } from "./path-changes.ts";

/** A way that is known, of one attacker to one jewel. */
export interface Pair {
  readonly id: string;
  /** Place in the list of attackers. */
  readonly attacker: number;
  readonly goal: number;
  readonly cost: number;
  readonly steps: readonly Step[];
}

export interface CutInput {
  readonly graph: AttackGraph;
  /** What steps cost each attacker. */
  readonly costs: readonly Int32Array[];
  /** What each attacker has at the start. */
  readonly starts: readonly (readonly number[])[];
  readonly pairs: readonly Pair[];
}

/** Changes that are tried, and what trying may cost in looks at a step. */
const MOST_CHANGES = 60;
const MOST_LOOKS = 4_000_000;
const SHOWN = 10;

/** `isWhole`: false when not every change could be tried. */
export function bestCuts(input: CutInput): { readonly cuts: readonly PathCut[]; readonly isWhole: boolean } {
  const { graph, starts, pairs } = input;
  const changes = changesFor(pairs);
  const affordable = Math.min(MOST_CHANGES, Math.max(3, Math.floor(MOST_LOOKS / Math.max(1, graph.steps.length * starts.length))));
  const groups = groupSteps(graph.steps);
  const tried = changes.slice(0, affordable).map((change) => ({ change, ...effectOf(change, groups.get(change.group) ?? [], input) }));
  const cuts: PathCut[] = [];
  const helped = new Set<string>();
  const rest = tried.filter(({ blocks, raises }) => blocks.length + raises.length > 0);
  while (rest.length > 0 && cuts.length < SHOWN) {
    const scored = rest.map((one) => ({ one, adds: [...one.blocks, ...one.raises].filter((id) => !helped.has(id)).length }));
    scored.sort((a, b) => b.adds - a.adds || b.one.blocks.length - a.one.blocks.length || b.one.raises.length - a.one.raises.length || (a.one.change.id < b.one.change.id ? -1 : 1));
    const { one, adds } = scored[0]!;
    rest.splice(rest.indexOf(one), 1);
    const { change: { id, text, step: { at, kind } }, blocks, raises } = one;
    cuts.push({ id, text, target: targetOf(at), step: kind as AttackStepKind, blocks, raises, adds }); // bookkeeping has no change
    for (const path of [...blocks, ...raises]) helped.add(path);
  }
  return { cuts, isWhole: changes.length <= affordable };
}

/** By the number of cheapest paths that have such a step, most first. */
function changesFor(pairs: readonly Pair[]): readonly Change[] {
  const found = new Map<string, { readonly change: Change; count: number }>();
  for (const { steps } of pairs) {
    const own = new Map(steps.map(changeOf).filter((change) => change !== undefined).map((change) => [change.id, change]));
    for (const change of own.values()) {
      const entry = found.get(change.id);
      if (entry) entry.count++;
      else found.set(change.id, { change, count: 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.change.id < b.change.id ? -1 : 1)).map(({ change }) => change);
}

function groupSteps(steps: readonly Step[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const step of steps) {
    if (step.kind === "given") continue;
    const group = groupOf(step);
    const ids = groups.get(group);
    if (ids) ids.push(step.id);
    else groups.set(group, [step.id]);
  }
  return groups;
}

function effectOf({ group, adds }: Change, touched: readonly number[], { graph, costs, starts, pairs }: CutInput): { readonly blocks: readonly string[]; readonly raises: readonly string[] } {
  const blocks: string[] = [];
  const raises: string[] = [];
  for (const [attacker, start] of starts.entries()) {
    const own = pairs.filter((pair) => pair.attacker === attacker);
    // Nothing changes for whoever does not pass here on the cheapest way.
    if (!own.some(({ steps }) => steps.some((step) => groupOf(step) === group))) continue;
    const changed = costs[attacker]!.slice();
    for (const id of touched) changed[id] = Math.min(OUT, changed[id]! + adds);
    const { cost } = cheapest(graph, start, changed);
    for (const pair of own) {
      const now = cost[pair.goal] ?? OUT;
      if (now >= OUT) blocks.push(pair.id);
      else if (now > pair.cost) raises.push(pair.id);
    }
  }
  return { blocks, raises };
}
