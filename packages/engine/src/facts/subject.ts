// What facts are about (subjects) and what a fact is. The two know each other: a subject keeps its facts, an unknown fact names subjects to ask about.
import type { Characteristics, Model, ModelBoundary, ModelControl, ModelData, ModelElement, ModelFlow } from "@merlon/core";
import type { ActorClass, AttackedProperty, Scalar, Where } from "@merlon/schema";

export interface Base {
  readonly id: string;
  readonly title: string;
  readonly where: Where | undefined;
  readonly characteristics: Characteristics;
  /** Facts worked out so far, by slot (see create-fact-base.ts). */
  readonly cache: (Fact | undefined)[];
  /** Controls placed here, in any state but retired. */
  readonly controls: ModelControl[];
}

/** The known data somewhere and the unknown fields that could add to it. */
export interface DataSet {
  readonly data: readonly DataSubject[];
  readonly missing: readonly Input[];
}

export interface ElementSubject extends Base {
  readonly kind: "element";
  /** Data here, worked out so far (see data-at.ts). */
  readonly sets: { here?: DataSet; stored?: DataSet };
  readonly index: number;
  readonly source: ModelElement;
  /** Retired: it stays in the lists, and nothing leads to it or from it. */
  readonly isGone: boolean;
  readonly inflows: FlowSubject[];
  readonly outflows: FlowSubject[];
  /** Flows that pass through it. */
  readonly passing: FlowSubject[];
  /** All boundaries it is inside of, outermost last. */
  readonly boundaries: readonly BoundarySubject[];
}

export interface FlowSubject extends Base {
  readonly kind: "flow";
  /** Data on it, worked out so far (see data-at.ts). */
  readonly sets: { both?: DataSet; request?: DataSet; response?: DataSet };
  readonly index: number;
  readonly source: ModelFlow;
  /** It is retired, or one of its ends is. */
  readonly isGone: boolean;
  readonly from: ElementSubject;
  readonly to: ElementSubject;
  readonly via: readonly ElementSubject[];
  /** Boundaries with exactly one end inside. */
  readonly crosses: readonly BoundarySubject[];
}

export interface BoundarySubject extends Base {
  readonly kind: "boundary";
  readonly source: ModelBoundary;
  readonly parent: BoundarySubject | undefined;
  readonly depth: number;
  readonly members: ElementSubject[];
  readonly crossings: FlowSubject[];
}

export interface DataSubject extends Base {
  readonly kind: "data";
  readonly source: ModelData;
  readonly heldBy: ElementSubject[];
  readonly handledBy: ElementSubject[];
  readonly carriedBy: FlowSubject[];
  /** Where flows bring it, once for each flow. */
  readonly arrivesAt: ElementSubject[];
}

export interface ModelSubject extends Base {
  readonly kind: "model";
}

/** The ways of a class of actors to a goal, for one property of it. */
export interface PathSubject extends Base {
  readonly kind: "path";
  readonly actor: ActorClass;
  readonly goal: DataSubject | ElementSubject;
  readonly property: AttackedProperty;
  /** Who starts and what it is about, for texts. */
  readonly ends: readonly [EndSubject, EndSubject];
}

/** An end of a path in texts; facts are asked of the path. */
export interface EndSubject extends Base {
  readonly kind: "end";
}

export type Subject = ElementSubject | FlowSubject | BoundarySubject | DataSubject | ModelSubject | PathSubject | EndSubject;

export interface Subjects {
  readonly model: Model;
  readonly root: ModelSubject;
  readonly elements: ReadonlyMap<string, ElementSubject>;
  readonly flows: ReadonlyMap<string, FlowSubject>;
  readonly boundaries: ReadonlyMap<string, BoundarySubject>;
  readonly data: ReadonlyMap<string, DataSubject>;
}

export type Atom = Scalar | readonly string[];

/** A piece of the model that is not stated and that somebody could state. */
export interface Input {
  readonly subject: Subject;
  /** A characteristic, or a field such as `carries`, `type`, `trust`, `levels`. */
  readonly key: string;
}

export interface Fact {
  /** undefined: unknown. */
  readonly value: Atom | undefined;
  /** When unknown: every value it can still take, where that is a short list. */
  readonly possible?: readonly Atom[];
  /** When unknown: the inputs whose answer would settle it. */
  readonly inputs: readonly Input[];
  /** The value stands in for something unsaid that nobody needs to be asked about. */
  readonly assumed?: boolean;
}
