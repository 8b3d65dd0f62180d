// How attackers get from where they start to what matters most: paths of steps, what all of them need, and what cuts them.
import type { ProtectedProperty, SensitivityClass } from "../common/stride.ts";
import type { ActorClass } from "../model/element.ts";
import type { Where } from "./diagnostic.ts";
import type { Target } from "./threat.ts";
import type { ModelView } from "./model-view.ts";

export type AttackStepKind =
  | "reach" | "authenticate" | "exploit" | "steal-credential" | "assume-role" | "read" | "tamper" | "deny" | "exfiltrate";

/** What an attack is for. */
export type AttackedProperty = Extract<ProtectedProperty, "confidentiality" | "integrity" | "availability">;

/** How much a path asks of the attacker: its cost in a word. */
export type AttackEffort = "low" | "moderate" | "high" | "very-high";

export interface PathTechnique {
  readonly id: string;
  readonly name: string;
}

export interface PathTactic extends PathTechnique {
  readonly shortname: string;
}

/** Who attacks: a class of actors, or somebody who has taken over one element. */
export interface Attacker {
  /** The class, or the element's id. */
  readonly id: string;
  readonly title: string;
  readonly actor?: ActorClass;
  /** Elements from which it starts. */
  readonly starts: readonly string[];
}

export interface Jewel {
  readonly kind: "data" | "element";
  readonly id: string;
  readonly title: string;
  readonly property: AttackedProperty;
  readonly class: SensitivityClass;
}

/** Something stated that slows a step down. */
export interface PathBarrier {
  readonly object: string;
  readonly title: string;
  /** A characteristic, `policy`, or `control <id>`. */
  readonly key: string;
  readonly value: string;
  readonly adds: number;
}

export interface AttackHop {
  /** From 1, in an order in which they can be done. */
  readonly number: number;
  readonly step: AttackStepKind;
  readonly text: string;
  readonly at: Target;
  /** The flow over which it happens. */
  readonly flow?: string;
  /** The data or credential that it is about. */
  readonly data?: string;
  /** Hops whose outcome it needs; all of them. */
  readonly needs: readonly number[];
  readonly tactic: PathTactic;
  readonly techniques: readonly PathTechnique[];
  readonly cost: number;
  /** The facts that make it possible. */
  readonly because: readonly string[];
  readonly barriers: readonly PathBarrier[];
  /** Open threats that make it easier. */
  readonly openings: readonly string[];
  /** Ids of questions: what nobody stated and is counted as not protected. */
  readonly assumed: readonly string[];
  /** Where the model says it. */
  readonly where?: Where;
}

export interface AttackPath {
  /** `entry..goal+property`, and from the second on a dot and the rank. */
  readonly id: string;
  readonly rank: number;
  /** Id of the attacker. */
  readonly entry: string;
  readonly goal: string;
  readonly property: AttackedProperty;
  readonly cost: number;
  readonly effort: AttackEffort;
  readonly hops: readonly AttackHop[];
  /** Boundaries that it crosses. */
  readonly crosses: readonly string[];
  /** Objects that every path of this attacker to this goal needs. */
  readonly unavoidable: readonly string[];
  /** Something on it is not stated and counted as not protected. */
  readonly assumed: boolean;
}

/** An object, or a control, that many paths need. `paths`: ids of the cheapest paths of those pairs. */
export interface ChokePoint {
  readonly target: Target;
  readonly paths: readonly string[];
}

/** The one obstacle that is stated on every path of these pairs. */
export interface SoleControl extends PathBarrier {
  readonly paths: readonly string[];
}

/** One thing to change, and what it does to the paths. */
export interface PathCut {
  readonly id: string;
  readonly text: string;
  readonly target: Target;
  readonly step: AttackStepKind;
  /** Paths (their pairs) that are no more, and that cost more. */
  readonly blocks: readonly string[];
  readonly raises: readonly string[];
  /** Pairs that it does something for and no earlier one in the list does. */
  readonly adds: number;
}

export interface AttackPaths {
  readonly schema: "merlon/paths/1";
  readonly model: { readonly id: string; readonly title: string };
  readonly view?: ModelView;
  readonly attackers: readonly Attacker[];
  readonly jewels: readonly Jewel[];
  /** By jewel, then by cost. */
  readonly paths: readonly AttackPath[];
  /** Pairs between which there is no path, as `entry..goal+property`. */
  readonly blocked: readonly string[];
  readonly chokePoints: readonly ChokePoint[];
  readonly soleControls: readonly SoleControl[];
  readonly cuts: readonly PathCut[];
  /** True when a limit was reached: there may be more and cheaper paths. */
  readonly partial: boolean;
  readonly reasons: readonly string[];
}
