// Deliberately wrong experts' threats: how often the matcher is satisfied by luck. See why-matching.md.
import type { ExpertThreat } from "./expert-threat.ts";
import type { Matching } from "./match.ts";
import { recallOf, sharesOf, verdicts, type Listed, type Measure } from "./score.ts";

/** Places of this system, everything else from the experts' threats of others, all in turn. */
export function withOtherLetters(experts: readonly ExpertThreat[], others: readonly ExpertThreat[]): readonly ExpertThreat[] {
  return experts.flatMap(({ at }) => others.map((other) => ({ ...other, at })));
}

/** Letters, weaknesses and text of this system, at each other object of the same kind in turn. `kinds`: kind of each object by id. */
export function atOtherPlaces(experts: readonly ExpertThreat[], kinds: ReadonlyMap<string, string>): readonly ExpertThreat[] {
  return experts.flatMap((expert) => {
    const kind = kinds.get(expert.at[0] ?? "");
    const elsewhere = [...kinds].filter(([id, other]) => other === kind && !expert.at.includes(id)).map(([id]) => id);
    return elsewhere.map((id) => ({ ...expert, at: [id] }));
  });
}

export function luck(wrong: readonly ExpertThreat[], listed: Listed, matching: Matching, measure: Measure): number {
  return recallOf(sharesOf(verdicts(wrong, listed, matching, measure)));
}
