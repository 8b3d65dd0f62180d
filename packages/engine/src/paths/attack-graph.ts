// What an attacker can have (as numbers) and every step there is, built once per model and set of jewels. Linear in the model, stopped at a limit.
import type { BoundarySubject, DataSubject, ElementSubject, FlowSubject, Subject } from "../facts/subject.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { opensOf } from "../facts/openers.ts";
import { byId } from "../analysis/summaries.ts";
import type { Door, NewStep, Step } from "./attack-step.ts";

/** More steps than any model of 10,000 elements has; dense graphs are cut here, and it is said. */
export const MOST_STEPS = 400_000;

export interface AttackGraph {
  readonly base: FactBase;
  readonly facts: Facts;
  readonly steps: readonly Step[];
  readonly doors: readonly Door[];
  /** Ids of the steps that need a fact: those of fact f from `first[f]` up to `first[f + 1]`. */
  readonly neededBy: { readonly first: Int32Array; readonly ids: Int32Array };
  /** By step: what it gives, and how many things it needs. */
  readonly gives: Int32Array;
  readonly counts: Int32Array;
  readonly isPartial: boolean;
}

/** Numbers of what can be had. Subjects are numbered by id, so that the order of files changes nothing. */
export interface Facts {
  readonly size: () => number;
  /** Standing where an element is: what goes out there can be sent. */
  readonly place: (e: ElementSubject) => number;
  /** Being who an external is. */
  readonly self: (e: ElementSubject) => number;
  /** Controlling it. */
  readonly own: (e: ElementSubject) => number;
  /** What arrives there is with the attacker. */
  readonly home: (p: ElementSubject | BoundarySubject) => number;
  /** Being able to talk to it somehow. */
  readonly near: (e: ElementSubject) => number;
  readonly stopped: (e: ElementSubject | DataSubject) => number;
  readonly facing: (e: ElementSubject) => number;
  readonly reach: (f: FlowSubject | ElementSubject) => number;
  readonly use: (f: FlowSubject | ElementSubject) => number;
  readonly inside: (b: BoundarySubject) => number;
  /** Being let in by a credential that reads, or writes, there. */
  readonly readable: (e: ElementSubject) => number;
  readonly writable: (e: ElementSubject) => number;
  readonly know: (d: DataSubject) => number;
  readonly leaked: (d: DataSubject) => number;
  readonly changed: (d: DataSubject) => number;
  /** A language model there does what the attacker's text says. */
  readonly steered: (e: ElementSubject) => number;
  /** What is taken for that data there is the attacker's. */
  readonly told: (d: DataSubject, e: ElementSubject) => number;
  /** Having data in hand at a place. */
  readonly has: (d: DataSubject, p: ElementSubject | BoundarySubject) => number;
  /** Everybody can do what needs this. */
  readonly world: () => number;
}

/** A block of numbers for each subject; what is had at a place comes after all of them. */
const BLOCKS = {
  element: ["reach", "use", "place", "self", "own", "home", "near", "stopped", "facing", "readable", "writable", "steered"],
  flow: ["reach", "use"],
  boundary: ["home", "inside"],
  data: ["stopped", "know", "leaked", "changed"],
} as const;

type Numbered = ElementSubject | FlowSubject | BoundarySubject | DataSubject;

/** Gives out numbers of facts. */
export interface Numbering {
  /** The first of a subject's block. */
  readonly startOf: (subject: Numbered) => number;
  readonly next: (count: number) => number;
  readonly size: () => number;
}

/** Of subjects that stay as they are: blocks in their order. Data all have one, since what nothing leads to is asked about too. */
function numberingOf({ elements, flows, data }: FactBase["subjects"]): Numbering {
  const flowsAt = 1 + elements.size * BLOCKS.element.length;
  const rest = growingNumbering(flowsAt + flows.size * BLOCKS.flow.length);
  for (const one of data.values()) rest.startOf(one);
  const startOf = (subject: Numbered): number => {
    if (subject.kind === "element") return 1 + subject.index * BLOCKS.element.length;
    return subject.kind === "flow" ? flowsAt + subject.index * BLOCKS.flow.length : rest.startOf(subject);
  };
  return { ...rest, startOf };
}

/** Of subjects that come and go: a block for each when it is first asked about. */
export function growingNumbering(first = 1): Numbering {
  let size = first;
  const starts = new Map<Numbered, number>();
  const next = (count: number): number => (size += count) - count;
  const startOf = (subject: Numbered): number => {
    let start = starts.get(subject);
    if (start === undefined) starts.set(subject, (start = next(BLOCKS[subject.kind].length)));
    return start;
  };
  return { startOf, next, size: () => size };
}

export function createFacts({ startOf, next, size }: Numbering): Facts {
  const of = (name: (typeof BLOCKS)[keyof typeof BLOCKS][number]) => {
    const offsetIn = (kind: keyof typeof BLOCKS): number => (BLOCKS[kind] as readonly string[]).indexOf(name);
    const offsets = { element: offsetIn("element"), flow: offsetIn("flow"), boundary: offsetIn("boundary"), data: offsetIn("data") };
    return (subject: Numbered): number => startOf(subject) + offsets[subject.kind];
  };
  const byPlace = () => {
    const had = new Map<DataSubject, Map<Subject, number>>();
    return (d: DataSubject, p: Subject): number => {
      let places = had.get(d);
      if (!places) had.set(d, (places = new Map<Subject, number>()));
      let found = places.get(p);
      if (found === undefined) places.set(p, (found = next(1)));
      return found;
    };
  };
  return {
    size, has: byPlace(), told: byPlace(), world: () => 0, steered: of("steered"),
    place: of("place"), self: of("self"), own: of("own"), home: of("home"), near: of("near"), stopped: of("stopped"), facing: of("facing"),
    reach: of("reach"), use: of("use"), inside: of("inside"), readable: of("readable"), writable: of("writable"), know: of("know"), leaked: of("leaked"), changed: of("changed"),
  };
}

/** Collects steps until there are too many. */
export interface Builder {
  readonly base: FactBase;
  readonly facts: Facts;
  readonly elements: readonly ElementSubject[];
  readonly flows: readonly FlowSubject[];
  readonly data: readonly DataSubject[];
  /** What attackers are after. */
  readonly goals: ReadonlySet<ElementSubject | DataSubject>;
  /** Data whose whereabouts matter: goals, and credentials that open something. */
  readonly wanted: ReadonlySet<DataSubject>;
  /** Data and places, once it is said what follows from having it there. */
  readonly noted: Set<number>;
  readonly doors: Door[];
  add(step: NewStep): void;
}

export function startGraph(base: FactBase, goals: ReadonlySet<ElementSubject | DataSubject>): { readonly builder: Builder; readonly finish: () => AttackGraph } {
  const { subjects } = base;
  const facts = createFacts(numberingOf(subjects));
  const steps: Step[] = [];
  const doors: Door[] = [];
  let isPartial = false;
  const data = [...subjects.data.values()].sort(byId);
  const wanted = new Set(data.filter((d) => goals.has(d) || (opensOf(d, base)?.length ?? 0) > 0));
  const builder: Builder = {
    base, facts, goals, wanted, noted: new Set(), doors, data,
    elements: [...subjects.elements.values()].filter((e) => !e.isGone).sort(byId),
    flows: [...subjects.flows.values()].filter((f) => !f.isGone).sort(byId),
    add(step) {
      if (steps.length >= MOST_STEPS) {
        isPartial = true;
        return;
      }
      steps.push(stepOf(step, steps.length));
    },
  };
  const finish = (): AttackGraph => ({ base, facts, steps, doors, neededBy: indexNeeds(steps, facts.size()), gives: ofEach(steps, ({ gives }) => gives), counts: ofEach(steps, ({ needs }) => needs.length), isPartial });
  return { builder, finish };
}

function stepOf({ kind, technique, toll, needs, gives, at, door, data, other, words }: NewStep, id: number): Step {
  return { id, kind, technique, toll, needs, gives, at, door, data, other, words };
}

/** A number of each step. Not `Int32Array.from`, which takes ten times as long. */
export function ofEach(steps: readonly Step[], numberOf: (step: Step) => number): Int32Array {
  const numbers = new Int32Array(steps.length);
  for (let i = 0; i < steps.length; i++) numbers[i] = numberOf(steps[i]!);
  return numbers;
}

function indexNeeds(steps: readonly Step[], size: number): AttackGraph["neededBy"] {
  const first = new Int32Array(size + 1);
  for (const { needs } of steps) for (const need of needs) first[need + 1]!++;
  for (let fact = 0; fact < size; fact++) first[fact + 1]! += first[fact]!;
  const ids = new Int32Array(first[size]!);
  const next = first.slice();
  for (const { id, needs } of steps) for (const need of needs) ids[next[need]!++] = id;
  return { first, ids };
}
