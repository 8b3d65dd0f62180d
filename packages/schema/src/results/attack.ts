// What ATT&CK says about a model: layers, groups and coverage, as documents that can be printed.
import type { AttackDomain } from "../knowledge/attack-catalogue.ts";
import type { Severity } from "../common/stride.ts";

/** theory: our threats. platform: what works on our elements. actor: what chosen groups use. evidence: what was seen. diff: what a change does to the threats. protection: mitigations in place. risk: theory against protection. */
export type AttackLayerKind = "theory" | "platform" | "actor" | "evidence" | "diff" | "protection" | "risk";

export interface AttackThreat {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
}

export interface AttackLayerTechnique {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly comment: string;
  readonly threats: readonly AttackThreat[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export interface AttackLayer {
  readonly kind: AttackLayerKind;
  readonly model: string;
  readonly title: string;
  readonly domain: Exclude<AttackDomain, "atlas">;
  readonly version: string;
  /** What the score means, in one sentence. */
  readonly means: string;
  readonly least: number;
  readonly most: number;
  /** By id. */
  readonly techniques: readonly AttackLayerTechnique[];
}

export interface GroupTechnique {
  readonly id: string;
  readonly name: string;
  readonly tactics: readonly string[];
}

export interface GroupUse {
  readonly id: string;
  readonly name: string;
  /** How many techniques it is known to use. */
  readonly techniques: number;
  /** Threats of the model that its techniques would bring about. */
  readonly uses: readonly (AttackThreat & { readonly by: readonly GroupTechnique[] })[];
  /** Techniques that work here and have no threat. `possible`: the operating system of these elements is not stated. */
  readonly without: readonly (GroupTechnique & { readonly elements: readonly string[]; readonly possible: readonly string[] })[];
  /** Techniques that do not work on any element, by reason. */
  readonly elsewhere: readonly { readonly why: string; readonly techniques: readonly string[] }[];
}

/** applies: nothing speaks against it. possible: something is not known. */
export type TechniqueVerdict = "applies" | "possible" | "no";

export interface AspectVerdict {
  readonly verdict: "yes" | "no" | "unknown";
  readonly why: string;
}

/** One of the things that must be so for a technique to be usable at an element. */
export interface TechniqueAspect extends AspectVerdict {
  readonly aspect: "kind" | "platform" | "artefact" | "exposure" | "position";
}

/** A technique at one element of a model. */
export interface TechniqueAt {
  readonly id: string;
  readonly title: string;
  readonly verdict: TechniqueVerdict;
  /** What decides it. */
  readonly why: string;
  readonly aspects: readonly TechniqueAspect[];
}

/** Something of another catalogue that stands against a technique. */
export interface OutsideControl {
  readonly id: string;
  readonly name: string;
  readonly group?: string;
}

/** One technique: what it is, what stands against it, and where in a model it could be used. */
export interface TechniqueView {
  readonly id: string;
  readonly name: string;
  readonly domain: AttackDomain;
  readonly version: string;
  readonly tactics: readonly string[];
  readonly platforms: readonly string[];
  readonly artefacts: readonly string[];
  readonly mitigations: readonly OutsideControl[];
  readonly detections: number;
  /** Names of the groups that were seen to use it. */
  readonly groups: readonly string[];
  /** By the id of the catalogue: `nist-800-53`, `csa-ccm`, `d3fend`. Candidates, to be judged by people. */
  readonly outsideControls: Readonly<Record<string, readonly OutsideControl[]>>;
  /** Without a model: absent. */
  readonly model?: { readonly id: string; readonly threats: readonly AttackThreat[]; readonly elements: readonly TechniqueAt[] };
}

/** in-place: at every threat of the technique. partly: at some. planned: proposed or planned somewhere. missing: a characteristic says so. */
export type MitigationState = "in-place" | "partly" | "planned" | "missing" | "not-stated";

/** How much of something is there where the threats of a technique are, and by what. */
export interface CoverageState {
  readonly state: MitigationState;
  readonly controls: readonly string[];
  /** Characteristics that are stated as a control of the mitigation would set them, such as `patching of portal`. */
  readonly stated: readonly string[];
}

export interface CoveredMitigation extends CoverageState {
  readonly id: string;
  readonly name: string;
}

export interface CoveredTechnique {
  readonly id: string;
  readonly name: string;
  readonly domain: AttackDomain;
  readonly threats: readonly AttackThreat[];
  /** Empty: none is known; accept or detect. */
  readonly mitigations: readonly CoveredMitigation[];
  /** Detection strategies that ATT&CK has for it. */
  readonly detections: number;
  /** Whether somebody is alerted to misuse where the threats are, and whether use is recorded there. That is a start, and no promise that this technique is seen. */
  readonly noticed: CoverageState;
  readonly recorded: CoverageState;
}

export interface AttackCoverage {
  readonly model: string;
  readonly version: string;
  readonly techniques: readonly CoveredTechnique[];
  /** Ids that threats name and that this release does not have. */
  readonly unknown: readonly string[];
  /** Threats without any technique; they count as much as the others. */
  readonly untagged: readonly AttackThreat[];
  readonly counts: Readonly<Record<"techniques" | "mitigated" | "unmitigated" | "withoutMitigation" | "noticed" | "recorded" | "untagged", number>>;
}
