// What every verb of the engine starts from: the model (core has put its controls in force), facts, rules, and their outcomes.
import type { Model } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { createFactBase } from "../facts/create-fact-base.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { compileRules, type CompiledRule } from "../rules/compile-rule.ts";
import { evaluate, rulesInForce, type Evaluation } from "../rules/evaluate.ts";

export interface Prepared {
  readonly model: Model;
  readonly library: Library;
  readonly base: FactBase;
  /** Every rule of the library, for look-ups. */
  readonly allRules: ReadonlyMap<string, CompiledRule>;
  /** Those that run on this model. */
  readonly rules: readonly CompiledRule[];
  readonly evaluation: Evaluation;
}

const known = new WeakMap<Model, Prepared>();

/** Done once for a model, however many verbs are asked of it: models and libraries never change. */
export function prepare(model: Model, library: Library): Prepared {
  let prepared = known.get(model);
  if (prepared?.library !== library) known.set(model, (prepared = prepareAnew(model, library)));
  return prepared;
}

function prepareAnew(model: Model, library: Library): Prepared {
  const allRules = compileRules(library);
  const base = createFactBase(model, library);
  const rules = rulesInForce([...allRules.values()], model.header.stage);
  return { model, library, base, allRules, rules, evaluation: evaluate(rules, base) };
}
