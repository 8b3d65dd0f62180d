// What an attack consists of: steps that need what the attacker has already and give something more. Nothing is ever lost again.
import type { AttackStepKind } from "@merlon/schema";
import type { BoundarySubject, DataSubject, ElementSubject, FlowSubject, Input, Subject } from "../facts/subject.ts";
import type { TechniqueKey } from "./techniques.ts";

/** Something that slows a step down, because it is stated to be there. */
export interface Barrier {
  readonly subject: Subject;
  /** A characteristic, or `control <id>`. */
  readonly key: string;
  readonly value: string;
  readonly adds: number;
}

/** What a step costs the attacker. */
export interface Toll {
  /** With protections counted where they are stated, weaknesses too. OUT: the step is not there. */
  cost: number;
  /** Obstacles on it, with every unknown at its least safe and at its safest. OUT: not there. */
  least: number;
  safest: number;
  /** It takes a flaw or a guess: never, only if unknowns are safe, always. */
  flaw: 0 | 1 | 2;
  /** Somebody asks who calls: nobody, perhaps, surely. */
  asked: 0 | 1 | 2;
  barriers: readonly Barrier[];
  unknown: readonly Input[];
}

export const OUT = 1_000_000;

/** A way into an element: a flow, or for what faces the internet without a drawn flow, the element itself. */
export interface Door {
  readonly to: ElementSubject;
  /** Where its characteristics are. */
  readonly subject: FlowSubject | ElementSubject;
  readonly flow?: FlowSubject;
  readonly reach: number;
  readonly use: number;
}

export interface Step {
  /** Its place in the list. */
  readonly id: number;
  /** `given` is bookkeeping that takes nothing and is not shown. */
  readonly kind: AttackStepKind | "given";
  readonly technique: TechniqueKey;
  readonly toll: Readonly<Toll>;
  /** All of them are needed. */
  readonly needs: readonly number[];
  /** What it gives. */
  readonly gives: number;
  readonly at: ElementSubject | FlowSubject | BoundarySubject | DataSubject;
  readonly door: Door | undefined;
  readonly data: DataSubject | undefined;
  /** What else it is about. */
  readonly other: Subject | undefined;
  /** `{at}`, `{to}`, `{flow}`, `{data}` and `{other}` stand for titles. */
  readonly words: string;
}

/** What may be left out is, until the step is added: then all steps have one shape, which is fast. */
export type NewStep = Omit<Step, "id" | "door" | "data" | "other"> & Partial<Pick<Step, "door" | "data" | "other">>;

const NONE: readonly never[] = [];

/** A new toll; obstacles are those that the step itself is. */
export function toll(cost: number, obstacles = 0, flaw: 0 | 2 = 0): Toll {
  return { cost, least: obstacles, safest: obstacles, flaw, asked: 0, barriers: NONE, unknown: NONE };
}

/** Takes nothing. Never changed: it is shared. */
export const FREE: Readonly<Toll> = Object.freeze(toll(0));

export function block(paid: Toll, barrier: Barrier): void {
  paid.barriers = [...paid.barriers, barrier];
}

export function leaveOpen(paid: Toll, inputs: readonly Input[]): void {
  paid.unknown = [...paid.unknown, ...inputs];
}
