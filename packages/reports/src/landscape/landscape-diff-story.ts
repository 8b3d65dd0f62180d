// What became of a landscape, in the order in which people want to hear it: business risks, broken decisions, ways to crown jewels, then everything else by type. Each thing is told once.
import type { LandscapeChangeKind, LandscapeDiff, LandscapeObject, LandscapeObjectChange } from "@merlon/schema";
import { chainsOf } from "./landscape-chains.ts";
import { boxable, wordsOf } from "./landscape-diff-graph.ts";
import { pathWords } from "./landscape-diff-words.ts";
import { chainWords, ORDER } from "./landscape-text.ts";
import { countedType, relationWords, stateWords } from "./landscape-words.ts";
import { rollUpWords } from "./roll-up-words.ts";
import { listedUpTo } from "../wording/counted.ts";
import { SEVERITIES } from "../wording/severity.ts";

export interface DiffItem {
  readonly change: Exclude<LandscapeChangeKind, "same">;
  readonly title: string;
  /** The thing; absent for a relation. */
  readonly object?: LandscapeObject;
  /** How it stands, or what is different. */
  readonly words: string;
  /** What lies between it and the start. */
  readonly how: string;
}

export interface DiffSection {
  readonly title: string;
  readonly items: readonly DiffItem[];
}

export function diffStory(diff: LandscapeDiff): readonly DiffSection[] {
  const chain = chainsOf(boxable(diff));
  const touched = touchedBy(diff);
  const itemOf = (one: LandscapeObjectChange): DiffItem => ({ change: markOf(one), title: one.object.title, object: one.object, words: differenceOf(one, diff), how: [chainWords(chain(one.object)), touched(one)].filter((part) => part !== "").join("; ") });
  const named = (ids: readonly string[]): readonly LandscapeObjectChange[] => ids.flatMap((id) => diff.objects.find(({ object }) => object.id === id) ?? []);
  const first = [
    { title: "Risks of the business at another level", things: named(diff.movedRisks) }, { title: "Decisions that hold no more", things: named(diff.brokenDecisions) },
    { title: "New and cheaper ways to crown jewels", things: named(diff.paths.filter(({ change }) => change === "new" || change === "cheaper").map(({ id }) => id)) },
  ];
  const told = new Set(first.flatMap(({ things }) => things.map(({ object }) => object.id)));
  const rest = ORDER.map((type) => {
    const things = diff.objects.filter(({ change, object }) => change !== "same" && object.type === type && !told.has(object.id)).sort(byChangeAndSeverity);
    return { title: countedType(things.length, type), things };
  });
  return [...[...first, ...rest].map(({ title, things }) => ({ title, items: things.map(itemOf) })), relationsOf(diff)].filter(({ items }) => items.length > 0);
}

function markOf({ change }: LandscapeObjectChange): DiffItem["change"] {
  return change === "same" ? "changed" : change;
}

function differenceOf(one: LandscapeObjectChange, diff: LandscapeDiff): string {
  const path = diff.paths.find(({ id }) => id === one.object.id);
  const risk = diff.rollUp?.find(({ id }) => id === one.object.id)?.after;
  if (one.change === "changed") return [...wordsOf(one, diff), ...(risk ? [rollUpWords(risk)] : [])].join("; ");
  if (risk) return [stateWords(one.object), rollUpWords(risk)].filter((part) => part !== "").join("; ");
  return [one.object.severity, path ? `${one.object.kind ?? ""}, ${pathWords(path)}` : stateWords(one.object)].filter((part) => part !== undefined && part !== "").join(", ");
}

const CHANGES: readonly LandscapeChangeKind[] = ["added", "changed", "removed", "same"];

function byChangeAndSeverity(a: LandscapeObjectChange, b: LandscapeObjectChange): number {
  const rank = ({ object: { severity } }: LandscapeObjectChange): number => (severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length);
  return CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || rank(a) - rank(b);
}

/** Of what came or went: what it does to things that both versions have. */
function touchedBy(diff: LandscapeDiff): (one: LandscapeObjectChange) => string {
  const there = lasting(diff);
  return ({ change, object: { id } }) => {
    if (change !== "added" && change !== "removed") return "";
    const others = diff.relations.flatMap(({ from, type, to }) => (from === id && there.has(to) && !diff.of?.includes(to) ? [`${relationWords[type][0]} ${there.get(to)!}`] : []));
    return listedUpTo(MOST_TOUCHED, others);
  };
}

const MOST_TOUCHED = 4;

function lasting({ objects }: LandscapeDiff): ReadonlyMap<string, string> {
  return new Map(objects.flatMap(({ change, object }) => (change === "same" || change === "changed" ? [[object.id, object.title] as const] : [])));
}

/** Between things that both versions have: all others came or went with their things. */
function relationsOf(diff: LandscapeDiff): DiffSection {
  const { relations } = diff;
  const there = lasting(diff);
  const items = relations.flatMap(({ change, from, type, to }): readonly DiffItem[] => {
    const [first, second] = [there.get(from), there.get(to)];
    return change === "same" || first === undefined || second === undefined ? [] : [{ change, title: `${first} ${relationWords[type][0]} ${second}`, words: "", how: "" }];
  });
  return { title: "Related otherwise", items };
}
