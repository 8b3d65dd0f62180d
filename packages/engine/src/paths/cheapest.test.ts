// The search against a naive one that tries every derivation, on small random graphs of steps that need up to three things.
import { seeded } from "@merlon/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cheapestWays } from "./alternatives.ts";
import { cheapest, stepsTo } from "./cheapest.ts";
import type { AttackGraph } from "./attack-graph.ts";
import { OUT, toll, type Step } from "./attack-step.ts";
import { unavoidable } from "./unavoidable.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const RUNS = { numRuns: 300 };

/** Facts 0 to 7, steps between them; fact 0 is the start. */
function randomGraph(seed: number): AttackGraph {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const steps = Array.from({ length: 2 + below(11) }, (_, id): Step => ({
    id, kind: random() < 0.3 ? "given" : "exploit", technique: "command", toll: toll(below(4)), needs: [...new Set(Array.from({ length: 1 + below(3) }, () => below(8)))], gives: 1 + below(7),
    at: { id: `o${id % 4}` } as Step["at"], door: undefined, data: undefined, other: undefined, words: "",
  }));
  const first = new Int32Array(9);
  for (const { needs } of steps) for (const need of needs) first[need + 1]!++;
  for (let i = 0; i < 8; i++) first[i + 1]! += first[i]!;
  const next = first.slice();
  const ids = new Int32Array(first[8]!);
  for (const { id, needs } of steps) for (const need of needs) ids[next[need]!++] = id;
  return { steps, facts: { size: () => 8 }, neededBy: { first, ids }, gives: Int32Array.from(steps, (step) => step.gives), counts: Int32Array.from(steps, (step) => step.needs.length) } as unknown as AttackGraph; // only what the search looks at
}

/** Every derivation without a circle: its cost (the dearest need and the step) and the steps that it is made of. */
function derivations({ steps }: AttackGraph, fact: number, above: ReadonlySet<number> = new Set()): readonly { readonly cost: number; readonly ids: ReadonlySet<number> }[] {
  if (fact === 0) return [{ cost: 0, ids: new Set() }];
  if (above.has(fact)) return [];
  const around = new Set([...above, fact]);
  return steps.filter(({ gives }) => gives === fact).flatMap((step) => {
    let combined: readonly { readonly cost: number; readonly ids: ReadonlySet<number> }[] = [{ cost: 0, ids: new Set([step.id]) }];
    for (const need of step.needs) combined = combined.flatMap((so) => derivations({ steps } as AttackGraph, need, around).map((own) => ({ cost: Math.max(so.cost, own.cost), ids: new Set([...so.ids, ...own.ids]) })));
    return combined.map(({ cost, ids }) => ({ cost: cost + step.toll.cost, ids }));
  });
}

function costs({ steps }: AttackGraph): Int32Array {
  return Int32Array.from(steps, ({ toll: { cost } }) => cost);
}

test("[PTH-3] the cheapest way costs what the cheapest of all derivations costs, and is one of them", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const graph = randomGraph(seed);
    const found = cheapest(graph, [0], costs(graph));
    for (let fact = 0; fact < 8; fact++) {
      const all = derivations(graph, fact);
      expect([fact, found.cost[fact]]).toEqual([fact, Math.min(OUT, ...all.map(({ cost }) => cost))]);
      const had = new Set([0]);
      for (const step of stepsTo(fact, found, graph)) {
        expect(step.needs.every((need) => had.has(need))).toBe(true);
        had.add(step.gives);
      }
      expect(all.length === 0 || had.has(fact)).toBe(true);
    }
  }), RUNS);
});

test("[PTH-6] what no way can do without is what every derivation carries", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const graph = randomGraph(seed);
    const found = cheapest(graph, [0], costs(graph));
    const marks = unavoidable(graph, found, costs(graph), ({ at }) => [at.id])!;
    for (let fact = 1; fact < 8; fact++) {
      const all = derivations(graph, fact).map(({ ids }) => new Set([...ids].map((id) => graph.steps[id]!).filter(({ kind }) => kind !== "given").map(({ at }) => at.id)));
      const [first, ...rest] = all;
      if (!first) continue;
      expect([fact, [...marks.get(fact)!].sort()]).toEqual([fact, [...first].filter((id) => rest.every((one) => one.has(id))).sort()]);
    }
  }), RUNS);
});

test("[PTH-7] the next cheapest ways come in the order of their cost, none holds all steps of a cheaper one, and none is left out", () => {
  fc.assert(fc.property(seeds, (seed) => {
    const graph = randomGraph(seed);
    const real = (ids: ReadonlySet<number>) => new Set([...ids].filter((id) => graph.steps[id]!.kind !== "given"));
    for (let fact = 1; fact < 8; fact++) {
      const { ways, isWhole } = cheapestWays(graph, [0], fact, costs(graph), 4);
      expect(isWhole).toBe(true);
      const sets = ways.map(({ steps }) => real(new Set(steps.map(({ id }) => id))));
      expect(ways.map(({ cost }) => cost)).toEqual(ways.map(({ cost }) => cost).sort((a, b) => a - b));
      const isCovered = (ids: ReadonlySet<number>) => sets.some((set) => [...set].every((id) => ids.has(id)));
      const missed = derivations(graph, fact).filter(({ ids }) => !isCovered(real(ids)));
      const worst = ways.at(-1)?.cost ?? OUT;
      expect(missed.filter(({ cost }) => ways.length < 4 || cost < worst)).toEqual([]);
    }
  }), RUNS);
});
