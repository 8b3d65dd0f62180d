// The model in memory: all files merged, references resolved as far as they can be, values with provenance.
// Built only by buildModel; engine and reports read it and never change it.
import type {
  ActorClass, Assumption, BoundaryType, Control, CrossingPolicy, Data, Decision, Depth, Derivation, Described, ElementKind,
  Evidence, HumanThreat, ModelHeader, ModelView, Policy, ProtectedProperty, Risk, Scalar, SensitivityClass, Stage, View, Where,
} from "@merlon/schema";

/** declared, imported, observed and assumed are stated somewhere; inherited and inferred come from a boundary's `inside`, an element's flow default, a type or a protocol. */
export type StatedProvenance = "declared" | "imported" | "observed" | "assumed" | "inherited" | "inferred";

/** A stated characteristic value. `value` is normalised: flags are "yes"/"no"; unknown values are left out altogether. */
export interface StatedValue {
  readonly value: Scalar | readonly string[];
  readonly provenance: StatedProvenance;
  readonly ref?: string;
  readonly at?: string;
  /** Where it is written; for inferred values where the type or protocol is written. */
  readonly where?: Where;
  /** For inferred and inherited: from what, for example `protocol https` or `boundary shop-vpc`. */
  readonly from?: string;
}

export type Characteristics = ReadonlyMap<string, StatedValue>;

interface Base extends Described {
  readonly id: string;
  /** Never empty: the title, else the id in words (`web-to-orders` gives "web to orders"). */
  readonly title: string;
  readonly where: Where;
}

export interface ModelBoundary extends Base {
  readonly type: BoundaryType;
  /** Absent: unknown. Always a level of the trust scale. */
  readonly trust?: string;
  readonly parent?: string;
  readonly policy?: CrossingPolicy;
  readonly characteristics: Characteristics;
}

export interface ModelElement extends Base {
  readonly kind: ElementKind;
  /** Dotted key of the type catalogue. */
  readonly type?: string;
  /** The innermost boundaries it is in, sorted; [] = none. */
  readonly in: readonly string[];
  /** Stated and implied technologies; undefined = unknown. */
  readonly technology?: readonly string[];
  /** undefined = unknown, [] = none. */
  readonly holds?: readonly string[];
  readonly handles?: readonly string[];
  readonly levels: Readonly<Record<string, string>>;
  readonly actor?: ActorClass;
  readonly environments: readonly string[];
  readonly outOfScope?: string;
  readonly partOf?: string;
  /** As written: the element may be gone, or have another name now. */
  readonly splitFrom?: string;
  readonly mergedInto?: string;
  readonly characteristics: Characteristics;
}

export interface ModelFlow extends Base {
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  readonly port?: number;
  /** undefined = unknown, [] = none. */
  readonly carries?: readonly string[];
  readonly response?: readonly string[];
  readonly via: readonly string[];
  readonly outOfScope?: string;
  readonly characteristics: Characteristics;
}

export type ModelData = Omit<Data, "title" | "levels" | "derived-from"> & Base & {
  readonly levels: Readonly<Record<string, string>>;
  readonly derivedFrom: readonly { readonly data: string; readonly by: Derivation }[];
};
export type ModelControl = Omit<Control, "title" | "at"> & Base & { readonly at: readonly string[] };
export type ModelThreat = Omit<HumanThreat, "title" | "at"> & Base & { readonly at: readonly string[] };
export type ModelRisk = Omit<Risk, "title"> & Base;
export type ModelAssumption = Omit<Assumption, "title"> & Base;
export type ModelDecision = Decision & { readonly key: string; readonly where: Where };
export type ModelEvidence = Omit<Evidence, "title"> & Base;

export interface ModelScale {
  readonly id: string;
  /** Absent for `trust`. */
  readonly protects?: ProtectedProperty;
  /** Least to most. */
  readonly levels: readonly string[];
  readonly classes: Readonly<Record<string, SensitivityClass>>;
}

export interface Model {
  readonly header: ModelHeader & { readonly title: string; readonly stage: Stage; readonly depth: Depth };
  readonly scales: ReadonlyMap<string, ModelScale>;
  /** Levels of the `trust` scale, least first. */
  readonly trustLevels: readonly string[];
  readonly data: ReadonlyMap<string, ModelData>;
  readonly boundaries: ReadonlyMap<string, ModelBoundary>;
  readonly elements: ReadonlyMap<string, ModelElement>;
  readonly flows: ReadonlyMap<string, ModelFlow>;
  readonly controls: ReadonlyMap<string, ModelControl>;
  readonly assumptions: ReadonlyMap<string, ModelAssumption>;
  readonly threats: ReadonlyMap<string, ModelThreat>;
  readonly risks: ReadonlyMap<string, ModelRisk>;
  readonly decisions: ReadonlyMap<string, ModelDecision>;
  readonly evidence: ReadonlyMap<string, ModelEvidence>;
  readonly views: ReadonlyMap<string, View>;
  readonly policy: Policy;
  /** Old id to live id, from every `formerly`. */
  readonly formerly: ReadonlyMap<string, string>;
  /** Absent: all that is written. */
  readonly view?: ModelView;
  /** Semantic digest, `sha256:` hex: layout, order, prose and comments do not count. */
  readonly digest: string;
}
