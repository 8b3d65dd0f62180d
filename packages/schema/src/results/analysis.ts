// The result of `merlon analyze`: everything derived from one model, ready for reports. Derived, never committed.
import type { Depth, SensitivityClass, Severity, Stage, ProtectedProperty } from "../common/stride.ts";
import type { ElementKind, ActorClass } from "../model/element.ts";
import type { Assumption } from "../model/assumption.ts";
import type { DerivedFrom, PersonalData } from "../model/data.ts";
import type { Risk } from "../model/risk.ts";
import type { GateVerdict } from "./gate.ts";
import type { ModelView } from "./model-view.ts";
import type { DecisionStatus, Mitigated, Threat } from "./threat.ts";
import type { Question, QuestionGroup } from "./question.ts";

/** A derived value: known, or unknown with the two ends it can lie between. */
export interface FactSummary<T> {
  readonly value: T | "unknown";
  /** The least safe it could be; equals value when known. */
  readonly worst: T;
}

export type Reach = "none" | "indirect" | "authenticated" | "anonymous";

export interface ElementFacts {
  readonly id: string;
  readonly title: string;
  readonly kind: ElementKind;
  readonly type?: string;
  readonly actor?: ActorClass;
  readonly boundaries: readonly string[];
  readonly trust: FactSummary<string>;
  readonly reach: FactSummary<Reach>;
  readonly classes: Readonly<Record<ProtectedProperty, FactSummary<SensitivityClass>>>;
  /** Ids of the data known to be here. */
  readonly data: readonly string[];
  readonly personal: readonly string[];
  readonly outOfScope?: string;
}

export interface FlowFacts {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  readonly carries: readonly string[] | "unknown";
  readonly response: readonly string[] | "unknown";
  readonly crosses: readonly string[];
  readonly encrypted: "yes" | "no" | "unknown";
  readonly authenticated: "yes" | "no" | "unknown";
  readonly confidentiality: FactSummary<SensitivityClass>;
  readonly personal: readonly string[];
  readonly outOfScope?: string;
}

export interface Crossing {
  readonly boundary: string;
  readonly flow: string;
  /** Direction of the request with regard to the boundary. */
  readonly direction: "in" | "out";
  readonly forbidden: boolean;
}

/** Where one kind of data goes. */
export interface DataPlacement {
  readonly data: string;
  readonly title: string;
  readonly kind?: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<ProtectedProperty, FactSummary<SensitivityClass>>>;
  readonly personal: "yes" | "no" | "unknown";
  readonly special: "yes" | "no" | "unknown";
  readonly credential: boolean;
  readonly heldBy: readonly string[];
  readonly handledBy: readonly string[];
  readonly flows: readonly string[];
  /** Least trusted level it is present at. */
  readonly leastTrust?: string;
  /** Externals that receive it. */
  readonly recipients: readonly string[];
  /** What the model says about personal data: purpose, legal basis, retention, people. */
  readonly personalDetails?: PersonalData;
  readonly derivedFrom?: readonly DerivedFrom[];
}

/** Threats that one fix would clear; the unit of the default view. */
export interface ThreatGroup {
  /** The rule's id: threats of one rule share their fix. */
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly threats: readonly string[];
}

export interface RuleOutcome {
  readonly rule: string;
  readonly status: "draft" | "stable" | "deprecated";
  readonly threats: number;
  readonly questions: number;
  readonly mitigated: number;
  readonly checked: number;
  readonly notExamined: number;
}

/** Rules that are not asked at the model's stage, by the stage that asks them next. */
export interface WaitingRules {
  readonly stage: Stage;
  readonly rules: readonly string[];
}

/** A rule whose threats people set aside so often that the rule, or what the model says, is to be looked at. */
export interface OftenDismissed {
  readonly rule: string;
  readonly dismissed: number;
  /** Threats of the rule, however they are decided. */
  readonly threats: number;
}

export interface NextStep {
  /** True when nothing material is left at this model's depth. */
  readonly enough: boolean;
  readonly sentences: readonly string[];
}

export interface Analysis {
  readonly schema: "merlon/analysis/1";
  readonly model: {
    readonly id: string; readonly title: string; readonly version?: string; readonly description?: string;
    readonly stage: Stage; readonly depth: Depth; readonly digest: string; readonly owners: readonly string[];
    readonly scope?: { readonly in?: readonly string[]; readonly out?: readonly string[]; readonly why?: string };
  };
  readonly view?: ModelView;
  readonly packs: readonly { readonly id: string; readonly version: string; readonly digest: string }[];
  /** The day expiries were judged at, YYYY-MM-DD. */
  readonly at: string;
  readonly counts: {
    readonly elements: number; readonly flows: number; readonly boundaries: number; readonly data: number;
    readonly open: Readonly<Record<Severity, number>>;
    readonly threats: number; readonly planned: number; readonly accepted: number; readonly dismissed: number;
    readonly mitigated: number; readonly questions: number; readonly deeperQuestions: number; readonly rules: number;
  };
  /** Sorted by severity (worst first), then id. */
  readonly threats: readonly Threat[];
  readonly groups: readonly ThreatGroup[];
  readonly mitigated: readonly Mitigated[];
  /** Ranked; those deeper than the model's depth come last. */
  readonly questions: readonly Question[];
  /** The same questions by key, in the same order of importance. */
  readonly questionGroups: readonly QuestionGroup[];
  readonly elements: readonly ElementFacts[];
  readonly flows: readonly FlowFacts[];
  readonly boundaries: readonly { readonly id: string; readonly title: string; readonly type: string; readonly trust: string; readonly parent?: string; readonly members: readonly string[] }[];
  readonly crossings: readonly Crossing[];
  readonly data: readonly DataPlacement[];
  readonly scales: readonly { readonly id: string; readonly protects?: ProtectedProperty; readonly levels: readonly { readonly id: string; readonly class: SensitivityClass }[] }[];
  readonly controls: readonly { readonly id: string; readonly title: string; readonly type: string; readonly state: string; readonly at: readonly string[] }[];
  readonly assumptions: readonly (Assumption & { readonly id: string; readonly expired: boolean })[];
  readonly decisions: readonly DecisionStatus[];
  readonly risks?: readonly (Risk & { readonly id: string })[];
  readonly rules: readonly RuleOutcome[];
  readonly waiting?: readonly WaitingRules[];
  readonly oftenDismissed?: readonly OftenDismissed[];
  /** Where the policy, or a person, states what stops. */
  readonly gate?: GateVerdict;
  readonly next: NextStep;
}
