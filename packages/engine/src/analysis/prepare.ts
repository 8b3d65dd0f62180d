// What every verb of the engine starts from: the model (core has put its controls in force), facts, rules, and their outcomes.
import type { Model } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { createFactBase } from "../facts/create-fact-base.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { compileRules, type CompiledRule } from "../rules/compile-rule.ts";
import { evaluate, evaluateTarget, rulesInForce, type Evaluation, type Instance } from "../rules/evaluate.ts";
import { subjectById } from "../ledger/fact-values.ts";
import { applyControls } from "../views/apply-controls.ts";
import { controlsAt } from "../rules/control-truth.ts";

export interface Prepared {
  readonly model: Model;
  readonly library: Library;
  readonly base: FactBase;
  /** Every rule of the library, for look-ups. */
  readonly allRules: readonly CompiledRule[];
  /** Those that run on this model. */
  readonly rules: readonly CompiledRule[];
  readonly evaluation: Evaluation;
}

/** Compiled once per library, however many models are analysed. */
const compiledRules = new WeakMap<Library, readonly CompiledRule[]>();

export function prepare(model: Model, library: Library): Prepared {
  let allRules = compiledRules.get(library);
  if (!allRules) compiledRules.set(library, (allRules = compileRules(library)));
  const base = createFactBase(model, library);
  const rules = rulesInForce(allRules, model.header.stage);
  return { model, library, base, allRules, rules, evaluation: evaluate(rules, base) };
}

/** Threats that a planned control would stop, with the control's id. */
export function plannedControls(prepared: Prepared): ReadonlyMap<string, string> {
  const planned = [...prepared.model.controls.values()].filter((c) => c.state === "planned" || c.state === "proposed");
  const found = new Map<string, string>();
  if (planned.length === 0) return found;
  const target = asImplemented(applyControls(prepared.model, prepared.library, "target"));
  const base = createFactBase(target, prepared.library);
  for (const instance of prepared.evaluation.instances) {
    if (instance.outcome !== "threat") continue;
    const subject = subjectById(instance.target.id, base);
    const there = subject && evaluateTarget(instance.rule, subject, base).find((i) => i.id === instance.id);
    if (there && there.outcome !== "threat" && there.outcome !== "question") found.set(instance.id, nearestPlanned(instance, prepared) ?? planned[0]!.id);
  }
  return found;
}

function asImplemented(model: Model): Model {
  const controls = new Map([...model.controls].map(([id, c]) => [id, c.state === "retired" ? c : { ...c, state: "implemented" as const }]));
  return { ...model, controls };
}

function nearestPlanned(instance: Instance, prepared: Prepared): string | undefined {
  const { target } = instance;
  const places = target.kind === "flow" ? [target, target.to, target.from] : [target];
  return places.flatMap((place) => controlsAt(subjectById(place.id, prepared.base) ?? place)).find((c) => c.state === "planned" || c.state === "proposed")?.id;
}
