// Renames that nobody declared: what one version has lost and another has gained, and looks like the same thing. Proposals for people; nothing follows from them.
import { titleOf } from "../model/build-fields.ts";
import { idSpace } from "../model/maps.ts";
import type { ModelDiff } from "./diff-models.ts";
import { surroundingsOf, traitsOf, type Placed, type Traits } from "./traits.ts";
import type { WrittenMap, WrittenModel } from "./written-model.ts";

export interface ProbableRename {
  readonly map: WrittenMap;
  /** Its id in base, and in head. */
  readonly from: string;
  readonly to: string;
  /** From 0 to 1. */
  readonly score: number;
}

/** Below it two objects are not proposed as one. */
export const LEAST_SCORE = 0.55;
/** What the next best candidate must stay behind, so that only clear pairs are proposed. */
const LEAST_LEAD = 0.06;
const MOST_ROUNDS = 6;
/** A trait of more objects than this leads to no candidate. */
const MOST_CANDIDATES = 50;

/** Base in the names of head, so that declared renames are matched already. What is found in one round helps to tell its neighbours in the next. */
export function probableRenames({ base, head }: Pick<ModelDiff, "base" | "head">): readonly ProbableRename[] {
  const declared = successions(base, head);
  const gone = unmatched(base, head).filter(({ id }) => !declared.has(id));
  const fresh = unmatched(head, base).filter(({ object }) => object["split-from"] === undefined);
  if (!idSpace.some((map) => gone.some((one) => one.map === map) && fresh.some((one) => one.map === map))) return [];
  const around = surroundingsOf({ base, head });
  const found: ProbableRename[] = [];
  const names = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [left, taken] = [new Set(found.map(({ from }) => from)), new Set(found.map(({ to }) => to))];
    const traits = traitsOf({ gone: gone.filter(({ id }) => !left.has(id)), fresh: fresh.filter(({ id }) => !taken.has(id)), names }, around);
    const pairs = clearPairs(traits.fresh.flatMap((one) => candidates(one, traits.gone).map((other) => ({ from: other, to: one, score: similarity(other, one) }))));
    if (pairs.length === 0) break;
    for (const { from, to, score } of pairs) {
      found.push({ map: to.map, from: from.id, to: to.id, score: Math.round(score * 100) / 100 });
      names.set(from.id, to.id);
    }
  }
  return found.sort((a, b) => b.score - a.score || (a.to < b.to ? -1 : 1));
}

/** What somebody said where it went: it was split, or another does its work. */
function successions(base: WrittenModel, head: WrittenModel): ReadonlySet<string> {
  const split = [...head.maps.elements.values()].map((object) => object["split-from"]).filter((id) => typeof id === "string");
  const merged = [...base.maps.elements].filter(([, object]) => typeof object["merged-into"] === "string").map(([id]) => id);
  return new Set([...split, ...merged]);
}

function unmatched(one: WrittenModel, other: WrittenModel): readonly Placed[] {
  return idSpace.flatMap((name) => {
    const map = name as WrittenMap; // the id space has no imports
    return [...one.maps[map]].filter(([id]) => !other.maps[map].has(id)).map(([id, object]) => ({ map, id, object }));
  });
}

/** Same kind of thing, and the same name or a rare trait in common. */
function candidates(one: Traits, others: readonly Traits[]): readonly Traits[] {
  const rare = new Set([...one.refs.known, ...one.own].filter(([, { count }]) => count <= MOST_CANDIDATES).map(([trait]) => trait));
  return others.filter((other) => other.map === one.map && other.object["kind"] === one.object["kind"] && (nameLikeness(one, other) >= 0.5 || [...other.refs.known.keys(), ...other.own.keys()].some((trait) => rare.has(trait))));
}

interface Pair {
  readonly from: Traits;
  readonly to: Traits;
  readonly score: number;
}

/** Greedy, best first; a pair with a rival that comes close on either side is left to people. */
function clearPairs(pairs: readonly Pair[]): readonly Pair[] {
  const scores = new Map<Traits, number[]>();
  for (const { from, to, score } of pairs) for (const side of [from, to]) scores.set(side, [...scores.get(side) ?? [], score]);
  const isClear = ({ from, to, score }: Pair): boolean => [from, to].every((side) => scores.get(side)!.filter((other) => other > score - LEAST_LEAD).length === 1);
  return pairs.filter((pair) => pair.score >= LEAST_SCORE && isClear(pair));
}

const WEIGHTS = { name: 0.3, own: 0.2, refs: 0.5 } as const;

/** What is called alike, says alike of itself and is connected to the same things. Little to compare weighs little. */
function similarity(a: Traits, b: Traits): number {
  const own = weighed(a.own, b.own);
  const refs = weighed(a.refs.known, b.refs.known);
  const known = (a.refs.share + b.refs.share) / 2;
  const parts = [[WEIGHTS.name, nameLikeness(a, b)], [WEIGHTS.own * own.evidence, own.likeness], [WEIGHTS.refs * refs.evidence * known, refs.likeness]] as const;
  const total = parts.reduce((sum, [weight]) => sum + weight, 0);
  return parts.reduce((sum, [weight, likeness]) => sum + weight * likeness, 0) / total;
}

function weighed(a: Traits["own"], b: Traits["own"]): { readonly likeness: number; readonly evidence: number } {
  const sum = (traits: Traits["own"]): number => [...traits.values()].reduce((total, { weight }) => total + weight, 0);
  const all = sum(a) + sum(b);
  const common = [...a].reduce((total, [trait, { weight }]) => total + (b.has(trait) ? weight : 0), 0);
  return { likeness: all === 0 ? 0 : (2 * common) / all, evidence: all / (all + 2) };
}

function nameLikeness(a: Traits, b: Traits): number {
  const title = ({ object, id }: Traits): string => (typeof object["title"] === "string" ? object["title"] : titleOf(id));
  return Math.max(bigramLikeness(title(a), title(b)), bigramLikeness(titleOf(a.id), titleOf(b.id)));
}

/** Dice's coefficient over pairs of letters. */
export function bigramLikeness(a: string, b: string): number {
  const [one, other] = [bigrams(a), bigrams(b)];
  if (one.length + other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of other) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of one) {
    const count = left.get(pair) ?? 0;
    if (count > 0) common++;
    left.set(pair, count - 1);
  }
  return (2 * common) / (one.length + other.length);
}

function bigrams(text: string): readonly string[] {
  const words = ` ${text.toLowerCase().slice(0, 200).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  return words.length < 3 ? [] : Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2));
}
