// Finds which threats a person's sentence may mean. Simple on purpose: it only proposes, and people confirm (see why-matching.md).
import { targetsOf } from "@merlon/core";
import { stems } from "./stems.ts";
import { letterCues } from "./letter-cues.ts";
import type { Threat } from "@merlon/schema";

/** Threats of one rule are one proposal: a sentence hardly ever says which of several places it means. */
export interface Match {
  readonly threats: readonly [Threat, ...Threat[]];
  /** 0 to 1, of the likest. */
  readonly score: number;
}

export interface MatchPlace {
  /** Of objects, by id: title, and for a flow those of its ends. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

const enough = 0.3;
const shown = 3;

/** The best few that are like enough, best first. */
export function matchIdea(sentence: string, threats: readonly Threat[], { names }: MatchPlace): readonly Match[] {
  const said = new Set(stems(sentence));
  if (said.size === 0) return [];
  const texts = threats.map((threat) => ({ threat, words: new Set(stems(textOf(threat))), places: new Set(targetsOf(threat).flatMap(({ id, title }) => names.get(id) ?? [title]).flatMap(stems)) }));
  const weight = rarity(texts.map(({ words }) => words));
  const letters = letterCues(said);
  const scored = texts.map(({ threat, words, places }) => {
    const common = share(said, words, weight);
    const there = [...said].some((word) => places.has(word)) ? 1 : 0;
    const kind = threat.stride.some((letter) => letters.has(letter)) ? 1 : 0;
    return { threat, score: 0.6 * common + 0.15 * there + 0.25 * kind };
  });
  const like = scored.filter(({ score }) => score >= enough).sort((a, b) => b.score - a.score || (a.threat.id < b.threat.id ? -1 : 1));
  return groupsOf(like).slice(0, shown);
}

function groupsOf(scored: readonly { readonly threat: Threat; readonly score: number }[]): readonly Match[] {
  const groups = new Map<string, Match>();
  for (const { threat, score } of scored) {
    const key = threat.rule?.id ?? threat.id;
    const group = groups.get(key);
    groups.set(key, group ? { ...group, threats: [...group.threats, threat] } : { threats: [threat], score });
  }
  return [...groups.values()];
}

function textOf({ title, parts, rule, fixes }: Threat): string {
  return [title, parts.source, parts.action, parts.consequence, parts.harmed, rule?.id.replaceAll("-", " "), ...fixes.map(({ text }) => text)].filter((text) => text !== undefined).join(" ");
}

/** A word that all threats have says nothing about which is meant. */
function rarity(texts: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (counts.get(word) ?? texts.length));
}

/** How much of what was said is in a threat's text, by the weight of the words. Words that no threat has count little. */
function share(said: ReadonlySet<string>, words: ReadonlySet<string>, weight: (word: string) => number): number {
  let [all, common] = [0, 0];
  for (const word of said) {
    all += weight(word);
    if (words.has(word)) common += weight(word);
  }
  return all === 0 ? 0 : common / all;
}
