// Why a rule instance came out as it did, down to lines of the model, and what each fix would really do.
import type { Model, ModelControl } from "@merlon/core";
import type { Explanation, FixTrial, Library, Outcome, ProofNode, ThreatFix } from "@merlon/schema";
import { judge } from "../analysis/judge.ts";
import { prepare, type Prepared } from "../analysis/prepare.ts";
import { createFactBase } from "../facts/create-fact-base.ts";
import type { FactBase } from "../facts/fact-base.ts";
import type { Subject } from "../facts/subject.ts";
import { targetById } from "../paths/target-by-id.ts";
import { witnessOf } from "../ledger/fact-values.ts";
import { currentKeys, parseKey, successorsAmong } from "../ledger/threat-key.ts";
import { bind, evaluate, evaluateTarget, isJudged, type Evaluation, type Instance } from "../rules/evaluate.ts";
import { proofOf } from "../rules/proof.ts";
import { mitigatedOf, threatOf } from "../threats/build-threat.ts";
import { withChange } from "../views/change-model.ts";
import { whenDone } from "../views/planned-controls.ts";

export interface ExplainOptions {
  readonly at: string;
  /** Also evaluate the whole model once per fix, to name other threats it clears or adds. Default true. */
  readonly sideEffects?: "all" | "none";
}

/** undefined: no such rule, or no such target. */
export function explain(id: string, model: Model, library: Library, options: ExplainOptions): Explanation | undefined {
  const prepared = prepare(model, library);
  const instance = instanceById(id, prepared);
  return instance && explainInstance(instance, prepared, options);
}

function instanceById(id: string, prepared: Prepared): Instance | undefined {
  const { base, allRules } = prepared;
  for (const key of currentKeys(parseKey(id), { formerly: prepared.model.formerly, successors: successorsAmong(prepared.library.rules) })) {
    const rule = key.kind === "threat" ? allRules.get(key.rule) : undefined;
    const target = key.kind === "threat" ? targetById(key.target, rule, base) : undefined;
    if (key.kind !== "threat" || !rule || target?.kind !== rule.rule.scope) continue;
    const found = evaluateTarget(rule, target, base);
    return key.about === undefined ? (found.find((i) => !i.about) ?? found[0]) : found.find((i) => i.about?.id === key.about);
  }
  return undefined;
}

function explainInstance(instance: Instance, prepared: Prepared, options: ExplainOptions): Explanation {
  const { base } = prepared;
  const { rule } = instance;
  const env = bind(instance);
  const judged = instance.outcome === "threat" || prepared.model.decisions.size > 0 ? judge(prepared, options) : undefined;
  const threat = instance.outcome === "threat" ? judged?.threats.find((t) => t.id === instance.id) ?? threatOf(instance, base) : undefined;
  const decisions = judged?.ledger.all.filter(({ key }) => key === instance.id) ?? [];
  const shown = threat ?? threatOf(instance, base);
  return {
    schema: "merlon/explanation/1", id: instance.id, outcome: instance.outcome,
    ...(threat ? { threat } : {}), ...(instance.outcome === "mitigated" ? { mitigated: mitigatedOf(instance, base) } : {}), ...(decisions.length > 0 ? { decisions } : {}),
    applies: notJudged(instance.target) ?? (rule.applies ? proofOf(rule.applies, env, base) : null), when: proofOf(rule.when, env, base), unless: rule.unless ? proofOf(rule.unless, env, base) : null,
    witness: witnessOf(instance, base),
    fixes: shown.fixes.map((fix) => tryFix(fix, instance, prepared, options)),
  };
}

/** Why nothing is said of an object at all. */
function notJudged(target: Subject): ProofNode | undefined {
  if (isJudged(target)) return undefined;
  const isOut = (target.kind === "element" || target.kind === "flow") && target.source.outOfScope !== undefined;
  return { text: `${target.title} is ${isOut ? "out of scope" : "retired"}`, truth: "false", ...(target.where ? { where: target.where } : {}), children: [] };
}

/** Applies the fix alone, a control taken as implemented, and evaluates again. */
export function tryFix(fix: ThreatFix, instance: Instance, before: Prepared, options: ExplainOptions): FixTrial {
  const { model, library } = before;
  const changed = withFix(fix, model, library);
  if (!changed) return { fix, clears: null, adds: [], alsoClears: [] };
  const after = createFactBase(changed, library);
  const outcome = outcomeAfter(instance, after);
  const clears = outcome === "checked" || outcome === "mitigated" || outcome === "not-examined";
  if (options.sideEffects === "none") return { fix, clears, adds: [], alsoClears: [] };
  const was = threatIds(before.evaluation);
  const is = threatIds(evaluate(before.rules, after));
  return {
    fix, clears, adds: [...is].filter((id) => !was.has(id)).sort(),
    alsoClears: [...was].filter((id) => !is.has(id) && id !== instance.id).sort(),
  };
}

function withFix(fix: ThreatFix, model: Model, library: Library): Model | undefined {
  if (!fix.edit) return undefined;
  return "type" in fix.edit ? whenDone(model, [proposed(fix.edit.type, fix.edit.at)], library) : withChange(model, fix.edit, library);
}

function proposed(type: string, at: string): ModelControl {
  return { id: `what-if-${type}`, title: type, type, at: [at], state: "proposed", covers: "crossings", where: { file: "what-if", line: 1, column: 1 } };
}

function outcomeAfter(instance: Instance, after: FactBase): Outcome | undefined {
  const target = targetById(instance.target.id, instance.rule, after);
  if (!target) return "not-examined";
  const found = evaluateTarget(instance.rule, target, after);
  return (found.find((i) => i.id === instance.id) ?? found[0])?.outcome;
}

function threatIds({ instances }: Evaluation): ReadonlySet<string> {
  return new Set(instances.filter((i) => i.outcome === "threat").map((i) => i.id));
}

