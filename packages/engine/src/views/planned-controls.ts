// The view of what is to come: the model once controls are done, and which threats of today planned controls would stop.
import { inherits, isInForce, withControls, type Model, type ModelControl } from "@merlon/core";
import type { Library } from "@merlon/schema";
import type { Prepared } from "../analysis/prepare.ts";
import { createFactBase } from "../facts/create-fact-base.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { targetById } from "../paths/target-by-id.ts";
import { controlsAt } from "../rules/control-truth.ts";
import { bind, evaluateTarget, type Instance } from "../rules/evaluate.ts";
import { visitDeciding } from "../rules/leaves.ts";

/** Each of the controls as if it were implemented. */
export function whenDone(model: Model, controls: readonly ModelControl[], library: Library): Model {
  const changed = withControls(model, controls, library).model;
  const done = controls.map((control) => [control.id, { ...control, state: "implemented" as const }] as const);
  return { ...changed, controls: new Map([...changed.controls, ...done]) };
}

/** Ids of threats that planned controls would stop, each with the control that does it. */
export function plannedControls({ model, library, evaluation }: Prepared): ReadonlyMap<string, string> {
  const planned = [...model.controls.values()].filter((control) => !isInForce(control) && control.state !== "retired");
  const found = new Map<string, string>();
  if (planned.length === 0) return found;
  const target = createFactBase(whenDone(model, planned, library), library);
  const each = trials(planned, model, library);
  for (const instance of evaluation.instances) {
    if (instance.outcome !== "threat") continue;
    const there = inBase(instance, target);
    if (there && isStopped(there)) found.set(instance.id, (named(there, target, planned) ?? each(instance) ?? planned[0]!).id);
  }
  return found;
}

function inBase(instance: Instance, base: FactBase): Instance | undefined {
  const subject = targetById(instance.target.id, instance.rule, base);
  return subject && evaluateTarget(instance.rule, subject, base).find(({ id }) => id === instance.id);
}

function isStopped({ outcome }: Instance): boolean {
  return outcome !== "threat" && outcome !== "question";
}

/** The planned control that a deciding part of the rule rests on. */
function named(instance: Instance, base: FactBase, planned: readonly ModelControl[]): ModelControl | undefined {
  const env = bind(instance);
  let found: ModelControl | undefined;
  for (const condition of [instance.rule.unless, instance.rule.when]) {
    if (condition === undefined) continue;
    visitDeciding(condition, env, base, (leaf) => {
      const subject = leaf.path.get(env);
      if (found || !subject) return;
      if (leaf.kind === "control") found = planned.find(({ id, type }) => inherits(type, leaf.type) && controlsAt(subject).some((control) => control.id === id));
      else found = planned.find(({ id }) => giverOf(subject.characteristics.get(leaf.key)?.from, leaf.key, base) === `control ${id}`);
    });
  }
  return found;
}

/** A flow may have the value from the element that it goes into. */
function giverOf(from: string | undefined, key: string, base: FactBase): string | undefined {
  const element = from?.startsWith("element ") ? base.subjects.elements.get(from.slice("element ".length)) : undefined;
  return element ? element.characteristics.get(key)?.from : from;
}

/** Trying each planned control alone costs a fact base for each, hence only these many. */
const MOST_TRIALS = 20;

function trials(planned: readonly ModelControl[], model: Model, library: Library): (instance: Instance) => ModelControl | undefined {
  const bases = new Map<string, FactBase>();
  return function firstThatStops(instance) {
    return planned.slice(0, MOST_TRIALS).find((control) => {
      let base = bases.get(control.id);
      if (!base) bases.set(control.id, (base = createFactBase(whenDone(model, [control], library), library)));
      const there = inBase(instance, base);
      return there !== undefined && isStopped(there);
    });
  };
}
