// What a picture shows, before anything has a place: elements, boundaries and flows with the marks that people look for.
// SVG, Mermaid and DOT are all written from it.
import type { ElementKind, SensitivityClass, Severity } from "@merlon/schema";
import type { DiagramView } from "./diagram-view.ts";

/** Open threats at one object. */
export interface ThreatMark {
  readonly count: number;
  readonly worst: Severity;
}

/** What a change did to an object, in a picture of both versions. */
export interface ChangeMark {
  /** former: where something was that is elsewhere now. touched: not changed itself, but what is at it or threatens it is. */
  readonly kind: "added" | "removed" | "changed" | "former" | "touched" | "same";
  /** What is different, each in a few words. */
  readonly words: readonly string[];
  /** The marks of base, where they were others. */
  readonly before?: Marks;
  /** Open threats that the change brings here. */
  readonly newThreats: number;
}

export interface Marks {
  readonly threats?: ThreatMark;
  readonly personal: PersonalMark;
  readonly sensitivity: ClassMark;
}

/** The class of the data at an object; unknown when the model does not say which data that is. */
export type ClassMark = SensitivityClass | "unknown";
export type PersonalMark = "none" | "personal" | "special";

/** A boundary that is not drawn. */
export interface BoundaryTag {
  readonly id: string;
  readonly title: string;
  readonly type: string;
}

export interface DiagramElement {
  readonly id: string;
  readonly title: string;
  /** `collapsed` stands for a boundary with everything in it, or for elements in no boundary. */
  readonly shape: ElementKind | "collapsed";
  /** The type in a word, the actor class, or what a collapsed box holds. */
  readonly note?: string;
  /** The boundary it is drawn in. */
  readonly boundary?: string;
  /** Innermost boundaries that it is in as well but is not drawn in, unless the boundary it is drawn in says so for all. */
  readonly tags: readonly BoundaryTag[];
  readonly sensitivity: ClassMark;
  readonly personal: PersonalMark;
  readonly threats?: ThreatMark;
  readonly outOfScope: boolean;
  /** Context only: not what the view is about. */
  readonly dimmed: boolean;
  readonly change?: ChangeMark;
}

export interface DiagramBoundary {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  /** A level of the trust scale; absent when unknown. */
  readonly trust?: string;
  /** 0 = least trusted, 1 = most trusted. */
  readonly trustRank?: number;
  readonly parent?: string;
  /** Boundaries that everything inside is in as well. */
  readonly tags: readonly BoundaryTag[];
  readonly threats?: ThreatMark;
  readonly change?: ChangeMark;
}

export interface DiagramFlow {
  readonly id: string;
  readonly title: string;
  /** The title says no more than the arrow does ("web to orders"). */
  readonly plainTitle: boolean;
  readonly from: string;
  readonly to: string;
  readonly protocol?: string;
  /** Titles of what goes with the arrow; absent when unknown. */
  readonly data?: readonly string[];
  /** Titles of what comes back against it; absent when unknown. */
  readonly response?: readonly string[];
  /** The elements it passes through. */
  readonly via: readonly { readonly id: string; readonly title: string }[];
  /** Every boundary that it crosses, whether or not the picture draws that one around an end. */
  readonly crosses: readonly { readonly id: string; readonly title: string; readonly forbidden: boolean }[];
  readonly encrypted: "yes" | "no" | "unknown";
  readonly sensitivity: ClassMark;
  readonly personal: PersonalMark;
  readonly threats?: ThreatMark;
  readonly outOfScope: boolean;
  readonly dimmed: boolean;
  /** More than one when collapsing has merged flows. */
  readonly count: number;
  readonly change?: ChangeMark;
}

/** All lists are sorted by id. */
export interface DiagramGraph {
  readonly view: DiagramView;
  readonly model: { readonly id: string; readonly title: string };
  /** What the picture is, in words. */
  readonly heading: string;
  readonly elements: readonly DiagramElement[];
  readonly boundaries: readonly DiagramBoundary[];
  readonly flows: readonly DiagramFlow[];
  /** Open threats to the model as a whole, or to the data that the view is about. */
  readonly threats?: ThreatMark;
  /** In a picture of both versions of a model: what the change did to the whole. All parts have one then. */
  readonly change?: ChangeMark;
  /** Stands in place of how many things there are. */
  readonly summary?: string;
  /** What the picture leaves out or sums up. */
  readonly notes: readonly string[];
}
