// A landscape as boxes and arrows for pictures: things that hang on the same others are one box, so that a picture stays readable.
import type { Landscape, LandscapeChangeKind, LandscapeObject, LandscapeRelation, LandscapeType, Severity } from "@merlon/schema";
import type { BoxArrow } from "../diagram/layout/lay-boxes.ts";
import { listedUpTo } from "../wording/counted.ts";
import { SEVERITIES } from "../wording/severity.ts";
import { relationsOf, type Boxable } from "./landscape-chains.ts";
import { countedType, relationWords, stateWords, typeNouns } from "./landscape-words.ts";

export interface LandscapeBox {
  readonly id: string;
  readonly type: LandscapeType;
  readonly title: string;
  /** Smaller lines below the title. */
  readonly lines: readonly string[];
  /** The worst of what is in it. */
  readonly severity?: Severity;
  /** What the landscape is of. */
  readonly isStart: boolean;
  readonly url?: string;
  /** Only in a picture of two versions. */
  readonly change?: LandscapeChangeKind;
}

export interface LandscapeBoxes {
  readonly title: string;
  readonly heading: string;
  readonly boxes: readonly LandscapeBox[];
  readonly arrows: readonly BoxArrow[];
}

/** What became of things and relations between two versions. */
export interface LandscapeMarks {
  readonly changeOf: (id: string) => LandscapeChangeKind;
  /** What is different, in words. */
  readonly wordsOf: (id: string) => readonly string[];
  readonly relationChange: (relation: LandscapeRelation) => NonNullable<BoxArrow["change"]>;
}

export interface LandscapeGraphOptions {
  /** A box for each thing. */
  readonly all?: boolean;
}

/** Fewer than these stand apart. */
const FEWEST = 3;
const MOST_LISTED = 5;

export function landscapeBoxes(landscape: Landscape, options: LandscapeGraphOptions = {}): LandscapeBoxes {
  return { title: landscape.model.title, heading: headingOf(landscape), ...boxesOf(landscape, options) };
}

export function boxesOf(landscape: Boxable, { all = false }: LandscapeGraphOptions, marks?: LandscapeMarks): Pick<LandscapeBoxes, "boxes" | "arrows"> {
  const groups = all ? landscape.objects.map((object) => [object]) : alike(landscape, marks);
  const boxOf = new Map<string, string>();
  for (const [first, ...more] of groups) for (const object of [first!, ...more]) boxOf.set(object.id, first!.id);
  const arrows = new Map<string, BoxArrow>();
  const distances = new Map(landscape.objects.map(({ id, distance }) => [id, distance ?? 0]));
  for (const relation of landscape.relations) {
    const { from, type, to } = relation;
    // Away from the start, so that a picture reads in one direction.
    const isBack = distances.get(from)! > distances.get(to)!;
    const [a, b, label] = [boxOf.get(isBack ? to : from)!, boxOf.get(isBack ? from : to)!, relationWords[type][isBack ? 1 : 0]];
    const change = marks?.relationChange(relation);
    arrows.set(`${a} ${b} ${label} ${change ?? ""}`, { from: a, to: b, label: `${change === undefined ? "" : arrowSigns[change]}${label}`, ...(change ? { change } : {}) });
  }
  return { boxes: groups.map((group) => boxFor(group, landscape, marks)), arrows: [...arrows.values()] };
}

const arrowSigns: Readonly<Record<NonNullable<BoxArrow["change"]>, string>> = { added: "+ ", removed: "− ", same: "" };

export function headingOf(landscape: Landscape): string {
  return `${subjectOf(landscape)}, as of ${landscape.at}`;
}

export function subjectOf({ of, objects }: Pick<Boxable, "of" | "objects">): string {
  const titles = (of ?? []).flatMap((id) => objects.filter((object) => object.id === id).map(({ title }) => title));
  return of ? `Landscape of ${listedUpTo(3, titles)}` : "The whole landscape";
}

/** Of one type, beside the same things by the same relations, with nothing else beyond. */
function alike(landscape: Boxable, marks: LandscapeMarks | undefined): readonly (readonly LandscapeObject[])[] {
  const beside = relationsOf(landscape);
  const groups = new Map<string, LandscapeObject[]>();
  for (const object of landscape.objects) {
    const signature = beside(object.id).map(({ other, words, relation }) => `${words} ${other} ${marks?.relationChange(relation) ?? ""}`).sort().join("|");
    const key = landscape.of?.includes(object.id) ? object.id : `${object.type} ${object.distance ?? ""} ${marks?.changeOf(object.id) ?? ""} ${signature}`;
    const group = groups.get(key);
    if (group) group.push(object);
    else groups.set(key, [object]);
  }
  return [...groups.values()].flatMap((group) => (group.length < FEWEST ? group.map((object) => [object]) : [group]));
}

function boxFor(group: readonly LandscapeObject[], { of }: Boxable, marks: LandscapeMarks | undefined): LandscapeBox {
  const [first] = group;
  if (!first) throw new Error("a group has a thing");
  const worst = SEVERITIES.find((severity) => group.some((object) => (object.level ?? object.severity) === severity));
  const own = { id: first.id, type: first.type, isStart: of?.includes(first.id) ?? false, ...(worst ? { severity: worst } : {}), ...(marks ? { change: marks.changeOf(first.id) } : {}) };
  if (group.length > 1) return { ...own, title: countedType(group.length, first.type), lines: listedTitles(group, marks) };
  const state = stateWords(first);
  return { ...own, title: first.title, lines: [state === "" ? typeNouns[first.type] : `${typeNouns[first.type]}: ${state}`, ...saysWords(first), ...marks?.wordsOf(first.id) ?? []], ...(first.url === undefined ? {} : { url: first.url }) };
}

/** Of a risk that is worse than it says. */
function saysWords({ level, severity }: LandscapeObject): readonly string[] {
  return level === undefined || level === severity ? [] : [`${severity === undefined ? "says no level" : `says ${severity}`}, adds up to ${level}`];
}

function listedTitles(group: readonly LandscapeObject[], marks: LandscapeMarks | undefined): readonly string[] {
  const titles = [...new Set(group.map(({ id, title }) => [title, ...marks?.wordsOf(id) ?? []].join(": ")))];
  return titles.length <= MOST_LISTED + 1 ? titles : [...titles.slice(0, MOST_LISTED), `and ${titles.length - MOST_LISTED} more`];
}

