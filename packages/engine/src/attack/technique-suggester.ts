// Proposes techniques for a threat whose weakness is known: from rules that name both, attack patterns and exploited vulnerabilities,
// of the weakness itself and, less, of its relatives. Proposals with their grounds; a person decides.
import type { AttackRef, AttackRole, Rule, WeaknessEntry, WeaknessCatalogue } from "@merlon/schema";
import { nameIndex } from "./name-index.ts";

export interface SuggestionSources {
  readonly catalogue: WeaknessCatalogue;
  readonly rules: readonly Rule[];
  /** Names of the techniques that may be proposed, by id. */
  readonly names: ReadonlyMap<string, string>;
}

export interface TechniqueSuggestion {
  readonly id: string;
  readonly name: string;
  /** Compares with others of the same list only. */
  readonly score: number;
  readonly because: readonly string[];
}

interface Ground {
  readonly technique: string;
  readonly share: number;
  readonly because: string;
}

/** What each step away from the weakness itself takes off. */
const stepFactor = 0.5;
const mostSteps = { up: 3, down: 2 };
const roleShares: Readonly<Record<AttackRole, number>> = { "exploitation": 1, "primary-impact": 0.5, "secondary-impact": 0.25 };
/** Of each kind of source, all records of a weakness together. Attack patterns tell what may be done, the others what was done or is known to be done. */
const sourceShares = { rules: 1, patterns: 0.5, exploited: 1 };
/** How much words in common with a technique's name add, and how much they strengthen what has other grounds. */
const wordShare = { alone: 0.5, beside: 3 };

/** Gives for weaknesses and what the threat is called (which may be empty) the techniques, the likeliest first. Prepares once for many. */
export type TechniqueSuggester = (weaknesses: readonly string[], words: string) => readonly TechniqueSuggestion[];

export function techniqueSuggester(sources: SuggestionSources): TechniqueSuggester {
  const tree = treeOf(sources.catalogue);
  const alikeNames = nameIndex(sources.names);
  return (weaknesses, words) => {
    const byTechnique = new Map<string, Ground[]>();
    for (const ground of [...new Set(weaknesses)].flatMap((id) => groundsFrom(id, tree, sources.rules))) byTechnique.set(ground.technique, [...byTechnique.get(ground.technique) ?? [], ground]);
    const alike = alikeNames(words);
    const ids = [...new Set([...byTechnique.keys(), ...alike.keys()])].filter((id) => sources.names.has(id));
    return ids.map((id) => suggestionOf(id, byTechnique.get(id) ?? [], alike.get(id) ?? 0, sources)).sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };
}

function groundsFrom(id: string, tree: Tree, rules: readonly Rule[]): readonly Ground[] {
  return relatives(id, tree).flatMap(({ entry, factor }) =>
    groundsOf(entry, rules).map((ground) => ({ ...ground, share: ground.share * factor, because: entry.id === id ? ground.because : `${ground.because} (by way of ${entry.id} ${entry.name})` })));
}

function suggestionOf(id: string, grounds: readonly Ground[], likeness: number, { names }: SuggestionSources): TechniqueSuggestion {
  const share = grounds.reduce((sum, ground) => sum + ground.share, 0);
  const best = [...grounds].sort((a, b) => b.share - a.share).map(({ because }) => because);
  const score = share * (1 + wordShare.beside * likeness) + wordShare.alone * likeness;
  return { id, name: names.get(id) ?? id, score: Math.round(score * 1000) / 1000, because: [...new Set([...best, ...(likeness > 0 ? ["its name has words of the threat"] : [])])] };
}

interface Tree {
  readonly catalogue: ReadonlyMap<string, WeaknessEntry>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

function treeOf({ weaknesses }: WeaknessCatalogue): Tree {
  const children = new Map<string, string[]>();
  for (const { id, parents = [] } of weaknesses) for (const parent of parents) children.set(parent, [...children.get(parent) ?? [], id]);
  return { catalogue: new Map(weaknesses.map((entry) => [entry.id, entry])), children };
}

/** The weakness, what it is a kind of, and its kinds, each once. */
function relatives(id: string, { catalogue, children }: Tree): readonly { readonly entry: WeaknessEntry; readonly factor: number }[] {
  const found = new Map<string, number>();
  const walk = (one: string, steps: number, most: number, next: (at: string) => readonly string[]): void => {
    found.set(one, Math.max(found.get(one) ?? 0, stepFactor ** steps));
    if (steps < most) for (const other of next(one)) walk(other, steps + 1, most, next);
  };
  walk(id, 0, mostSteps.up, (at) => catalogue.get(at)?.parents ?? []);
  walk(id, 0, mostSteps.down, (at) => children.get(at) ?? []);
  return [...found].flatMap(([one, factor]) => {
    const entry = catalogue.get(one);
    return entry ? [{ entry, factor }] : [];
  });
}

function groundsOf(entry: WeaknessEntry, rules: readonly Rule[]): readonly Ground[] {
  const named = rules.filter((rule) => rule.status === "stable" && rule.cwe?.includes(entry.id)).flatMap((rule) => (rule.attack ?? []).map((ref) => ofRule(rule, ref)));
  return [...inShares(named, sourceShares.rules), ...inShares(patternGrounds(entry), sourceShares.patterns), ...inShares(exploitedGrounds(entry), sourceShares.exploited)];
}

function ofRule(rule: Rule, { id, role }: AttackRef): Ground {
  return { technique: id, share: roleShares[role], because: `rule ${rule.id} names it as ${role}` };
}

function patternGrounds({ id, patterns = {} }: WeaknessEntry): readonly Ground[] {
  const entries = Object.entries(patterns);
  const widths = new Map<string, number>();
  for (const pattern of entries.flatMap(([, capec]) => capec)) widths.set(pattern, (widths.get(pattern) ?? 0) + 1);
  return entries.flatMap(([technique, capec]) => capec.map((pattern) => ({ technique, share: 1 / (widths.get(pattern) ?? 1), because: `${pattern} leads from ${id} to it` })));
}

function exploitedGrounds({ exploited = {} }: WeaknessEntry): readonly Ground[] {
  return (Object.keys(roleShares) as readonly AttackRole[]).flatMap((stage) => Object.entries(exploited[stage] ?? {}).map(([technique, count]) => ({
    technique, share: roleShares[stage] * count, because: `used ${count === 1 ? "once" : `${count} times`} as ${stage} in exploited vulnerabilities of this class`,
  })));
}

function inShares(grounds: readonly Ground[], of: number): readonly Ground[] {
  const whole = grounds.reduce((sum, { share }) => sum + share, 0);
  return grounds.map((ground) => ({ ...ground, share: (ground.share / whole) * of }));
}
