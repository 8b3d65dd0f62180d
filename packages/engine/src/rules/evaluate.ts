// The naive evaluator, and the normative meaning of rules: every rule on every target, four conditions in order.
// applies false: not examined. when false: checked. when and unless true: mitigated. when true, unless false: threat. Else a question.
import type { RuleScope, Stage, Outcome } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Input, Subject } from "../facts/subject.ts";
import { FALSE, TRUE, UNKNOWN, type Truth } from "../facts/truth.ts";
import type { CompiledRule } from "./compile-rule.ts";
import { envOf, type Env } from "./roles.ts";
import { unknownInputs } from "./unknown-inputs.ts";

export interface Instance {
  readonly rule: CompiledRule;
  readonly target: Subject;
  /** The member that a `per` rule is about. */
  readonly about: Subject | undefined;
  readonly outcome: Outcome;
  /** `rule@target[+d]` */
  readonly id: string;
}

export interface RuleCount { threat: number; question: number; mitigated: number; checked: number; "not-examined": number }

export interface Evaluation {
  /** Threats, questions and mitigated instances; the rest is only counted. */
  readonly instances: readonly Instance[];
  readonly counts: ReadonlyMap<string, RuleCount>;
}

export function evaluate(rules: readonly CompiledRule[], base: FactBase): Evaluation {
  const instances: Instance[] = [];
  const counts = new Map<string, RuleCount>();
  for (const rule of rules) counts.set(rule.rule.id, { threat: 0, question: 0, mitigated: 0, checked: 0, "not-examined": 0 });
  for (const scope of SCOPES) {
    const own = rules.filter((rule) => rule.rule.scope === scope).map((rule) => ({ rule, count: counts.get(rule.rule.id)! }));
    if (own.length === 0) continue;
    for (const target of targetsOf(scope, base)) {
      const env = envOf(target);
      for (const { rule, count } of own) {
        visitOutcomes(rule, env, base, (outcome, about) => {
          count[outcome]++;
          if (outcome !== "checked" && outcome !== "not-examined") instances.push(instanceOf(rule, target, about, outcome));
        });
      }
    }
  }
  return { instances, counts };
}

const SCOPES: readonly RuleScope[] = ["element", "flow", "boundary", "model"];

/** Draft and deprecated rules do not run; neither do those of another stage. */
export function rulesInForce(rules: readonly CompiledRule[], stage: Stage): readonly CompiledRule[] {
  return rules.filter(({ rule }) => rule.status === "stable" && (!rule.stages || rule.stages.includes(stage)));
}

export function targetsOf(scope: RuleScope, base: FactBase): readonly Subject[] {
  const { subjects } = base;
  switch (scope) {
    case "element": return [...subjects.elements.values()].filter((e) => e.source.outOfScope === undefined && e.source.lifecycle?.state !== "retired");
    case "flow": return [...subjects.flows.values()].filter((f) => f.source.outOfScope === undefined && f.source.lifecycle?.state !== "retired");
    case "boundary": return [...subjects.boundaries.values()];
    case "model": return [subjects.root];
  }
}

export function evaluateTarget(rule: CompiledRule, target: Subject, base: FactBase): readonly Instance[] {
  const found: Instance[] = [];
  visitOutcomes(rule, envOf(target), base, (outcome, about) => found.push(instanceOf(rule, target, about, outcome)));
  return found;
}

/** Each outcome of a rule on a target: one, or one per member for a `per` rule. Most are of no further interest, so none is built. */
function visitOutcomes(rule: CompiledRule, env: Env, base: FactBase, visit: (outcome: Outcome, about: Subject | undefined) => void): void {
  const applies = rule.applies ? rule.applies.test(env, base) : TRUE;
  if (applies === FALSE) return visit("not-examined", undefined);
  if (!rule.per) return visit(outcomeOf(rule, applies, env, base), undefined);
  const subject = rule.per.path.get(env);
  const { list, missing } = subject ? rule.per.relation.members(subject as never, base) : { list: [], missing: [] };
  for (const member of list) {
    env[rule.per.slot] = member;
    visit(outcomeOf(rule, applies, env, base), member);
  }
  if (missing.length > 0) visit("question", undefined);
  else if (list.length === 0) visit("checked", undefined);
}

function outcomeOf(rule: CompiledRule, applies: Truth, env: Env, base: FactBase): Outcome {
  const when = rule.when.test(env, base);
  if (when === FALSE) return applies === TRUE ? "checked" : "not-examined";
  const unless = rule.unless ? rule.unless.test(env, base) : FALSE;
  if (applies === UNKNOWN) return unless === TRUE ? "not-examined" : "question";
  if (unless === TRUE) return when === TRUE ? "mitigated" : "checked";
  return when === TRUE && unless === FALSE ? "threat" : "question";
}

/** What a question instance waits for first: what the target is, then what makes the threat possible, then what stops it. */
export function inputsOf(instance: Instance, base: FactBase): readonly Input[] {
  const { rule, target, about } = instance;
  const env = bind(instance);
  if (rule.applies && rule.applies.test(env, base) === UNKNOWN) return unknownInputs(rule.applies, env, base);
  if (rule.per && !about) return rule.per.relation.members(rule.per.path.get(envOf(target)) as never, base).missing;
  if (rule.when.test(env, base) === UNKNOWN) return unknownInputs(rule.when, env, base);
  return rule.unless ? unknownInputs(rule.unless, env, base) : [];
}

/** The roles of an instance bound to its subjects. */
export function bind(instance: Pick<Instance, "rule" | "target" | "about">): Env {
  const env = envOf(instance.target);
  if (instance.rule.per && instance.about) env[instance.rule.per.slot] = instance.about;
  return env;
}

function instanceOf(rule: CompiledRule, target: Subject, about: Subject | undefined, outcome: Outcome): Instance {
  return { rule, target, about, outcome, id: `${rule.rule.id}@${target.id}${about ? `+${about.id}` : ""}` };
}
