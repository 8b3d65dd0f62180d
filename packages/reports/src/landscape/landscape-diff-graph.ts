// The landscape of both versions as boxes and arrows: what came, what went and what changed, and what these hang on.
import type { LandscapeDiff, LandscapeFieldChange, LandscapeObject, LandscapeObjectChange } from "@merlon/schema";
import { counted } from "../wording/counted.ts";
import type { Boxable } from "./landscape-chains.ts";
import { boxesOf, subjectOf, type LandscapeBoxes, type LandscapeGraphOptions } from "./landscape-graph.ts";
import { fieldWords, leftOutSentence, pathWords, rangeWords } from "./landscape-diff-words.ts";

export function landscapeDiffBoxes(whole: LandscapeDiff, options: LandscapeGraphOptions = {}): LandscapeBoxes {
  const diff = options.all ? whole : withoutWays(whole);
  const byId = new Map(diff.objects.map((one) => [one.object.id, one]));
  const relations = new Map(diff.relations.map((relation) => [relationKey(relation), relation.change]));
  return {
    title: diff.title, heading: [`${subjectOf(boxable(diff))}, ${rangeWords(diff)}`, leftOutSentence(whole), waysSentence(whole.relations.length - diff.relations.length)].filter((part) => part !== "").join(". "),
    ...boxesOf(boxable(diff), options, {
      changeOf: (id) => byId.get(id)!.change,
      wordsOf: (id) => wordsOf(byId.get(id)!, diff),
      relationChange: (relation) => relations.get(relationKey(relation))!,
    }),
  };
}

/** A path that goes another way than before is told by its effort; where it goes would cover everything else. */
function withoutWays(diff: LandscapeDiff): LandscapeDiff {
  const relations = diff.relations.filter(({ type }) => type !== "passes-through" && type !== "goes-by");
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]));
  return { ...diff, relations, objects: diff.objects.filter(({ change, object }) => change !== "same" || ends.has(object.id) || diff.of?.includes(object.id)) };
}

function waysSentence(n: number): string {
  return n === 0 ? "" : `Where attack paths go is not drawn: ${counted(n, "relation")}, with --all`;
}

/** Both versions as one landscape. */
export function boxable({ of, objects, relations }: LandscapeDiff): Boxable {
  return { ...(of ? { of } : {}), objects: objects.map(({ object }): LandscapeObject => object), relations };
}

/** What is different about a thing that both versions have, and what became of an attack path. */
export function wordsOf({ object, formerly, fields = [] }: LandscapeObjectChange, { paths }: LandscapeDiff): readonly string[] {
  const path = object.type === "path" ? paths.find(({ id, change }) => id === object.id && (change === "cheaper" || change === "dearer")) : undefined;
  return [
    ...fields.filter(({ field }) => !(path && field === "state") && !(field === "level" && isAsSaid(fields))).map(fieldWords), ...(path ? [pathWords(path)] : []),
    ...(formerly !== undefined && !["threat", "decision", "path", "question"].includes(object.type) ? [`was ${formerly.slice(object.type.length + 1)}`] : []),
  ];
}

/** It adds up to what it says, before and after. */
function isAsSaid(fields: readonly LandscapeFieldChange[]): boolean {
  const [said, level] = ["severity", "level"].map((name) => fields.find(({ field }) => field === name));
  return said?.before === level?.before && said?.after === level?.after;
}

function relationKey({ from, type, to }: { readonly from: string; readonly type: string; readonly to: string }): string {
  return `${from} ${type} ${to}`;
}
