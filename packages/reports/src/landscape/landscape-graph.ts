// A landscape as boxes and arrows for pictures: things that hang on the same others are one box, so that a picture stays readable.
import type { Landscape, LandscapeObject, LandscapeType, Severity } from "@merlon/schema";
import { listedUpTo } from "../wording/counted.ts";
import { SEVERITIES } from "../wording/severity.ts";
import { relationsOf } from "./landscape-chains.ts";
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
}

export interface LandscapeBoxes {
  readonly title: string;
  readonly heading: string;
  readonly boxes: readonly LandscapeBox[];
  readonly arrows: readonly { readonly from: string; readonly to: string; readonly label?: string }[];
}

export interface LandscapeGraphOptions {
  /** A box for each thing. */
  readonly all?: boolean;
}

/** Fewer than these stand apart. */
const FEWEST = 3;
const MOST_LISTED = 5;

export function landscapeBoxes(landscape: Landscape, { all = false }: LandscapeGraphOptions = {}): LandscapeBoxes {
  const groups = all ? landscape.objects.map((object) => [object]) : alike(landscape);
  const boxOf = new Map<string, string>();
  for (const [first, ...more] of groups) for (const object of [first!, ...more]) boxOf.set(object.id, first!.id);
  const arrows = new Map<string, { readonly from: string; readonly to: string; readonly label: string }>();
  const distances = new Map(landscape.objects.map(({ id, distance }) => [id, distance ?? 0]));
  for (const { from, type, to } of landscape.relations) {
    // Away from the start, so that a picture reads in one direction.
    const isBack = distances.get(from)! > distances.get(to)!;
    const [a, b, label] = [boxOf.get(isBack ? to : from)!, boxOf.get(isBack ? from : to)!, relationWords[type][isBack ? 1 : 0]];
    arrows.set(`${a} ${b} ${label}`, { from: a, to: b, label });
  }
  return { title: landscape.model.title, heading: headingOf(landscape), boxes: groups.map((group) => boxFor(group, landscape)), arrows: [...arrows.values()] };
}

export function headingOf({ of, objects, at }: Landscape): string {
  const titles = (of ?? []).flatMap((id) => objects.filter((object) => object.id === id).map(({ title }) => title));
  return `${of ? `Landscape of ${listedUpTo(3, titles)}` : "The whole landscape"}, as of ${at}`;
}

/** Of one type, beside the same things by the same relations, with nothing else beyond. */
function alike(landscape: Landscape): readonly (readonly LandscapeObject[])[] {
  const beside = relationsOf(landscape);
  const groups = new Map<string, LandscapeObject[]>();
  for (const object of landscape.objects) {
    const signature = beside(object.id).map(({ other, words }) => `${words} ${other}`).sort().join("|");
    const key = landscape.of?.includes(object.id) ? object.id : `${object.type} ${object.distance ?? ""} ${signature}`;
    const group = groups.get(key);
    if (group) group.push(object);
    else groups.set(key, [object]);
  }
  return [...groups.values()].flatMap((group) => (group.length < FEWEST ? group.map((object) => [object]) : [group]));
}

function boxFor(group: readonly LandscapeObject[], { of }: Landscape): LandscapeBox {
  const [first] = group;
  if (!first) throw new Error("a group has a thing");
  const worst = SEVERITIES.find((severity) => group.some((object) => object.severity === severity));
  const own = { id: first.id, type: first.type, isStart: of?.includes(first.id) ?? false, ...(worst ? { severity: worst } : {}) };
  if (group.length > 1) return { ...own, title: countedType(group.length, first.type), lines: listedTitles(group) };
  const state = stateWords(first);
  return { ...own, title: first.title, lines: [state === "" ? typeNouns[first.type] : `${typeNouns[first.type]}: ${state}`], ...(first.url === undefined ? {} : { url: first.url }) };
}

function listedTitles(group: readonly LandscapeObject[]): readonly string[] {
  const titles = [...new Set(group.map(({ title }) => title))];
  return titles.length <= MOST_LISTED + 1 ? titles : [...titles.slice(0, MOST_LISTED), `and ${titles.length - MOST_LISTED} more`];
}

