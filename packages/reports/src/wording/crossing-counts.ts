// Counts of the crossings of each boundary, the same for every report.
import type { Analysis, Crossing, FlowFacts } from "@merlon/schema";

export interface CrossingCounts {
  readonly boundary: string;
  readonly in: number;
  readonly out: number;
  readonly forbidden: number;
  readonly unencrypted: number;
  /** Flows of which nobody said whether they are encrypted. */
  readonly unknown: number;
  /** Flows with personal data on them. */
  readonly personal: number;
}

/** One entry for each boundary, in the order of the analysis. */
export function crossingCounts({ boundaries, crossings, flows }: Analysis): readonly CrossingCounts[] {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const byBoundary = new Map<string, Crossing[]>(boundaries.map(({ id }) => [id, []]));
  for (const crossing of crossings) byBoundary.get(crossing.boundary)?.push(crossing);
  return [...byBoundary].map(([boundary, own]) => {
    const having = (test: (flow: FlowFacts) => boolean): number => own.filter(({ flow }) => byId.has(flow) && test(byId.get(flow)!)).length;
    return {
      boundary, in: own.filter((c) => c.direction === "in").length, out: own.filter((c) => c.direction === "out").length,
      forbidden: own.filter((c) => c.forbidden).length,
      unencrypted: having((f) => f.encrypted === "no"), unknown: having((f) => f.encrypted === "unknown"), personal: having((f) => f.personal.length > 0),
    };
  });
}
