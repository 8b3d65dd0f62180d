// The parts of both pictures in one: what is new, gone, changed or touched, and where something was that is elsewhere now.
import type { TargetKind } from "@merlon/schema";
import type { ChangeMark, DiagramBoundary, DiagramElement, DiagramFlow, DiagramGraph, Marks, ThreatMark } from "../graph/diagram-graph.ts";
import { enclosing } from "../graph/containment.ts";
import { threatKey } from "../graph/marks.ts";
import { formerPrefix } from "./base-names.ts";
import type { WordsOfObjects } from "./change-words.ts";

export interface Comparing {
  /** In the ids of head. */
  readonly before: DiagramGraph;
  readonly after: DiagramGraph;
  /** Ids of boundaries that the models have, drawn or not. */
  readonly boundaries: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  readonly words: WordsOfObjects;
  /** By `kind:id`: open threats that the change brings. */
  readonly newThreats: ReadonlyMap<string, number>;
  /** `kind:id` of everything that some threat changed at. */
  readonly threatened: ReadonlySet<string>;
}

type Parts = Pick<DiagramGraph, "elements" | "boundaries" | "flows">;

export function comparedParts(comparing: Comparing): Parts {
  const elements = comparedElements(comparing);
  return { elements, boundaries: comparedBoundaries(comparing, elements), flows: comparedFlows(comparing) };
}

function comparedElements(comparing: Comparing): DiagramElement[] {
  const { before, after } = comparing;
  const [old, now] = [byId(before.elements), byId(after.elements)];
  const moved = (element: DiagramElement): string[] => (placeChanged(old.get(element.id), element) ? [`now in ${placeTitle(element.boundary, after)}`] : []);
  return sorted([
    ...after.elements.map((element) => ({ ...element, change: markOf("element", old.get(element.id), element, comparing) })),
    ...after.elements.flatMap((element): DiagramElement[] => {
      const was = old.get(element.id);
      return was === undefined || !placeChanged(was, element) ? [] : [formerElement(was, moved(element))];
    }),
    ...before.elements.filter(({ id }) => !now.has(id)).map((element) => gone(element)),
  ]);
}

function placeChanged(was: DiagramElement | undefined, is: DiagramElement): boolean {
  return was !== undefined && was.boundary !== is.boundary;
}

function placeTitle(boundary: string | undefined, graph: DiagramGraph): string {
  return graph.boundaries.find(({ id }) => id === boundary)?.title ?? "no boundary";
}

/** Only where it was: what is about it stands where it is now. */
function formerElement({ id, title, shape, boundary }: DiagramElement, words: readonly string[]): DiagramElement {
  return {
    id: formerPrefix + id, title, shape, ...(boundary === undefined ? {} : { boundary }), tags: [], sensitivity: "unknown", personal: "none",
    outOfScope: false, dimmed: false, change: { kind: "former", words, newThreats: 0 },
  };
}

/** Those of head, those that are gone, and those around something that is drawn where it was. What is only drawn in one version is not new. */
function comparedBoundaries(comparing: Comparing, elements: readonly DiagramElement[]): DiagramBoundary[] {
  const { before, after, boundaries: known } = comparing;
  const [old, now] = [byId(before.boundaries), byId(after.boundaries)];
  const around = new Set(elements.flatMap(({ boundary }) => enclosing(boundary, new Map([...old, ...now]))));
  return sorted([
    ...after.boundaries.map((boundary) => ({ ...boundary, change: markOf("boundary", old.get(boundary.id) ?? (known.before.has(boundary.id) ? boundary : undefined), boundary, comparing) })),
    ...before.boundaries.filter(({ id }) => !now.has(id)).flatMap((boundary): DiagramBoundary[] => {
      if (!known.after.has(boundary.id)) return [gone(boundary)];
      return around.has(boundary.id) ? [{ ...boundary, change: { kind: "same", words: [], newThreats: 0 } }] : [];
    }),
  ]);
}

function comparedFlows(comparing: Comparing): DiagramFlow[] {
  const { before, after } = comparing;
  const [old, now] = [byId(before.flows), byId(after.flows)];
  return sorted([
    ...after.flows.map((flow): DiagramFlow => {
      const was = old.get(flow.id);
      const mark = markOf("flow", was, flow, comparing);
      const words = was === undefined ? [] : crossingWords(was, flow);
      return { ...flow, change: words.length === 0 ? mark : { ...mark, kind: mark.kind === "same" ? "touched" : mark.kind, words: [...mark.words, ...words] } };
    }),
    ...after.flows.flatMap((flow): DiagramFlow[] => {
      const was = old.get(flow.id);
      return was === undefined || (was.from === flow.from && was.to === flow.to) ? [] : [formerFlow(was)];
    }),
    ...before.flows.filter(({ id }) => !now.has(id)).map((flow) => gone(flow)),
  ]);
}

function formerFlow({ id, title, from, to }: DiagramFlow): DiagramFlow {
  return {
    id: formerPrefix + id, title, plainTitle: false, from, to, response: [], data: [], via: [], crosses: [], encrypted: "unknown", sensitivity: "unknown", personal: "none",
    outOfScope: false, dimmed: false, count: 1, change: { kind: "former", words: [], newThreats: 0 },
  };
}

/** In one line: where an end moves, several crossings change at once. */
function crossingWords(was: DiagramFlow, is: DiagramFlow): string[] {
  const missing = (some: DiagramFlow, others: DiagramFlow): string => some.crosses.filter(({ id }) => !others.crosses.some((other) => other.id === id)).map(({ title }) => title).join(", ");
  const [came, went] = [missing(is, was), missing(was, is)];
  if (came === "") return went === "" ? [] : [`does not cross ${went} any more`];
  return [`now crosses ${came}${went === "" ? "" : `, not ${went}`}`];
}

type Part = { readonly id: string; readonly threats?: ThreatMark } & Partial<Pick<DiagramElement, "personal" | "sensitivity">>;

function markOf(kind: TargetKind, was: Part | undefined, is: Part, { words: { own, around }, newThreats, threatened }: Comparing): ChangeMark {
  const key = threatKey(kind, is.id);
  const fresh = newThreats.get(key) ?? 0;
  if (was === undefined) return { kind: "added", words: [], newThreats: fresh };
  const words = [...(own.get(is.id) ?? []), ...(around.get(is.id) ?? [])];
  const before = isSame(was, is) ? {} : { before: marksOf(was) };
  const touched = threatened.has(key) || words.length > 0 || "before" in before;
  return { kind: own.has(is.id) ? "changed" : touched ? "touched" : "same", words, ...before, newThreats: fresh };
}

/** Its threats are gone with it. */
function gone<T extends Part>({ threats, ...part }: T): Omit<T, "threats"> & { readonly change: ChangeMark } {
  return { ...part, change: { kind: "removed", words: [], newThreats: 0, ...(threats === undefined ? {} : { before: marksOf({ ...part, threats }) }) } };
}

export function marksOf({ threats, personal = "none", sensitivity = "unknown" }: Part): Marks {
  return { ...(threats === undefined ? {} : { threats }), personal, sensitivity };
}

function isSame(a: Part, b: Part): boolean {
  return a.threats?.count === b.threats?.count && a.threats?.worst === b.threats?.worst && a.personal === b.personal && a.sensitivity === b.sensitivity;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function sorted<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
