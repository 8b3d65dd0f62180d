// Whether something generated is what an expert listed, in three strengths that are the same on every run. The rules are told in why-matching.md.
import type { StrideLetter } from "@merlon/schema";
import type { ExpertThreat, Generated } from "./expert-threat.ts";
import { similarity, type Weights } from "./similarity.ts";
import { sameClass, type WeaknessTree } from "./weakness.ts";

export type Strength = "M1" | "M2" | "M3";

export interface Matching {
  /** Ends of each flow. */
  readonly ends: ReadonlyMap<string, readonly string[]>;
  readonly tree: WeaknessTree;
  readonly weights: Weights;
}

/** What an expert's threat and a generated one have in common. */
export interface Agreement {
  readonly place: "same" | "near";
  readonly letter: boolean;
  readonly weakness: boolean;
  readonly text: boolean;
}

/** Texts at least this alike say the same; set on the pairs of calibration.yaml. */
export const alike = 0.15;

/** Undefined when they lie at different places. */
export function agreementOf(expert: ExpertThreat, generated: Generated, { ends, tree, weights }: Matching): Agreement | undefined {
  const place = placeOf(expert.at, generated, ends);
  return place && {
    place,
    letter: sharesLetter(expert.stride, generated.stride),
    weakness: expert.cwe.some((a) => generated.cwe.some((b) => sameClass(a, b, tree))),
    text: similarity(expert.text, generated.text, weights) >= alike,
  };
}

/** The strongest way in which they match. */
export function strengthOf({ place, letter, weakness, text }: Agreement): Strength | undefined {
  if (place === "same" && letter) return "M1";
  return weakness ? "M2" : text ? "M3" : undefined;
}

/** Of the same weakness or wording: what two people would call the same threat, though they may disagree about its letter. */
export function isToThePoint({ weakness, text }: Agreement): boolean {
  return weakness || text;
}

function sharesLetter(a: readonly StrideLetter[], b: readonly StrideLetter[]): boolean {
  return a.some((letter) => b.includes(letter));
}

/** Near: a flow and one of its ends, or an element and the data it holds. */
export function placeOf(at: readonly string[], generated: Pick<Generated, "target" | "holders">, ends: Matching["ends"]): "same" | "near" | undefined {
  if (at.includes(generated.target)) return "same";
  const near = [...(ends.get(generated.target) ?? []), ...generated.holders];
  return at.some((id) => near.includes(id) || (ends.get(id) ?? []).includes(generated.target)) ? "near" : undefined;
}
