// What an id of the model is called and what kind of thing it is.
import { targetsOf } from "@merlon/core";
import type { Analysis, Target, TargetKind, Threat, Where } from "@merlon/schema";

export interface Titled {
  readonly kind: TargetKind | "control" | "assumption";
  readonly title: string;
}

export type Titles = ReadonlyMap<string, Titled>;

/** One id space per model, so one map. */
export function titlesOf(analysis: Analysis): Titles {
  const entries = (kind: Titled["kind"], list: readonly { readonly id: string; readonly title: string }[]): [string, Titled][] =>
    list.map(({ id, title }) => [id, { kind, title }]);
  return new Map([
    ...entries("data", analysis.data.map(({ data, title }) => ({ id: data, title }))),
    ...entries("boundary", analysis.boundaries), ...entries("element", analysis.elements), ...entries("flow", analysis.flows),
    ...entries("control", analysis.controls), ...entries("assumption", analysis.assumptions.map(({ id, title, text }) => ({ id, title: title ?? text }))),
  ]);
}

export function titleOf(id: string, titles: Titles): string {
  return titles.get(id)?.title ?? id;
}

/** `flow Checkout (response)`, `the model`. */
export function targetWords(target: Target): string {
  if (target.kind === "model") return "the model";
  return `${target.kind} ${target.title}${target.leg === "response" ? " (response)" : ""}`;
}

/** All that a threat is about. */
export function targetsWords(threat: Threat): string {
  return targetsOf(threat).map(targetWords).join(", ");
}

export function placeWords(where: Where): string {
  return `${where.file}:${where.line}:${where.column}`;
}
