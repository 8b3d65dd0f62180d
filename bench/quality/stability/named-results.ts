// What a model's results are called: threats, what is stopped, questions, and decisions with their state.
import { readModel, type SourceFile } from "@merlon/core";
import { analyze } from "@merlon/engine";
import type { Library } from "@merlon/schema";

export interface NamedResults {
  /** Sorted. */
  readonly names: readonly string[];
  /** Objects that can be renamed, sorted, by kind. */
  readonly objects: Readonly<Record<"elements" | "flows" | "boundaries" | "data", readonly string[]>>;
}

export interface ResultOptions {
  readonly root: string;
  /** Leaves out what is about this object, and questions that matter to nothing else. */
  readonly except?: string;
}

export const judgedAt = "2026-11-24";

export function namedResults(files: readonly SourceFile[], library: Library, { root, except }: ResultOptions): NamedResults {
  const { model } = readModel(files, library, { root, at: judgedAt });
  const { analysis } = analyze(model, library, { at: judgedAt });
  const isOther = (id: string): boolean => except === undefined || !id.includes(except);
  const questions = analysis.questions.filter(({ decides }) => decides.some(isOther));
  return {
    names: [
      ...analysis.threats.map(({ id, severity, status }) => `threat ${id} ${severity} ${status}`), ...analysis.mitigated.map(({ id }) => `stopped ${id}`), ...questions.map(({ id }) => `question ${id}`),
      ...analysis.decisions.map(({ key, state }) => `decision ${key} ${state}`),
    ].filter(isOther).sort(),
    objects: { elements: [...model.elements.keys()].sort(), flows: [...model.flows.keys()].sort(), boundaries: [...model.boundaries.keys()].sort(), data: [...model.data.keys()].sort() },
  };
}
