// The naive evaluator, and the normative meaning of rules: every rule on every target, four conditions in order.
// applies false: not examined. when false: checked. when and unless true: mitigated. when true, unless false: threat. Else a question.
import type { RuleScope, Stage, Outcome } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import type { Input, Subject } from "../facts/subject.ts";
import { FALSE, TRUE, UNKNOWN, type Truth } from "../facts/truth.ts";
import type { CompiledRule } from "./compile-rule.ts";
import { attackedBy, pathSubjects } from "../paths/path-subjects.ts";
import { envOf, type Env } from "./roles.ts";
import { RULE_STEPS } from "./steps.ts";
import { mayApply, sortOf } from "./sort-of-target.ts";
import { truthForAnyMember } from "./any-member.ts";
import { MOST_INPUTS, unknownInputs } from "./unknown-inputs.ts";

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
  /** Rules that used up their steps: what they found until then holds, everything else of them is open. */
  readonly exhausted: readonly string[];
}

export function evaluate(rules: readonly CompiledRule[], base: FactBase): Evaluation {
  const instances: Instance[] = [];
  const runs = rules.map((rule) => startRun(rule, instances));
  for (const scope of SCOPES) {
    const own = runs.filter(({ rule }) => rule.rule.scope === scope);
    if (own.length === 0) continue;
    const sorts = new Map<string, Sort>();
    for (const target of targetsOf(scope, base)) {
      const env = envOf(target);
      for (const run of runsFor(target, own, sorts, base)) {
        if (!isAbout(run.rule, target)) continue;
        env.left = run.left;
        visitOutcomes(run.rule, env, base, run.note);
        run.left = env.left;
      }
    }
    for (const { skipped, targets } of sorts.values()) for (const { count } of skipped) count["not-examined"] += targets;
  }
  return {
    instances, counts: new Map(runs.map(({ rule, count }) => [rule.rule.id, count])),
    exhausted: runs.filter(({ left }) => left <= 0).map(({ rule }) => rule.rule.id),
  };
}

/** Targets that are alike for the structure that rules name. */
interface Sort { readonly runs: readonly Run[]; readonly skipped: readonly Run[]; targets: number }

/** Those that can be about a target; the others are counted in the end. */
function runsFor(target: Subject, own: readonly Run[], sorts: Map<string, Sort>, base: FactBase): readonly Run[] {
  const name = sortOf(target);
  if (name === undefined) return own;
  let sort = sorts.get(name);
  if (!sort) {
    const runs = own.filter(({ rule }) => mayApply(rule, target, base));
    sorts.set(name, (sort = { runs, skipped: own.filter((run) => !runs.includes(run)), targets: 0 }));
  }
  sort.targets++;
  return sort.runs;
}

/** One rule over the whole model. */
interface Run { readonly rule: CompiledRule; readonly count: RuleCount; left: number; readonly note: Visit }

type Visit = (outcome: Outcome, target: Subject, about: Subject | undefined) => void;

function startRun(rule: CompiledRule, instances: Instance[]): Run {
  const count: RuleCount = { "threat": 0, "question": 0, "mitigated": 0, "checked": 0, "not-examined": 0 };
  const note: Visit = (outcome, target, about) => {
    count[outcome]++;
    if (outcome !== "checked" && outcome !== "not-examined") instances.push(instanceOf(rule, target, about, outcome));
  };
  return { rule, left: RULE_STEPS, count, note };
}

const SCOPES: readonly RuleScope[] = ["element", "flow", "boundary", "model", "path"];

/** Draft and deprecated rules do not run; neither do those of another stage. */
export function rulesInForce(rules: readonly CompiledRule[], stage: Stage): readonly CompiledRule[] {
  return rules.filter(({ rule }) => rule.status === "stable" && (!rule.stages || rule.stages.includes(stage)));
}

export function targetsOf(scope: RuleScope, base: FactBase): readonly Subject[] {
  const { subjects } = base;
  switch (scope) {
    case "element": return [...subjects.elements.values()].filter(isJudged);
    case "flow": return [...subjects.flows.values()].filter(isJudged);
    case "boundary": return [...subjects.boundaries.values()];
    case "model": return [subjects.root];
    case "path": return pathSubjects(base);
  }
}

/** Neither out of scope nor retired. */
export function isJudged(subject: Subject): boolean {
  return (subject.kind !== "element" && subject.kind !== "flow") || (subject.source.outOfScope === undefined && !subject.isGone);
}

/** A rule about paths is about one property of their goal. */
function isAbout({ rule }: CompiledRule, target: Subject): boolean {
  return target.kind !== "path" || target.property === attackedBy(rule.stride);
}

export function evaluateTarget(rule: CompiledRule, target: Subject, base: FactBase): readonly Instance[] {
  if (!isJudged(target)) return [instanceOf(rule, target, undefined, "not-examined")];
  const found: Instance[] = [];
  if (!isAbout(rule, target)) return found;
  visitOutcomes(rule, envOf(target), base, (outcome, _, about) => found.push(instanceOf(rule, target, about, outcome)));
  return found;
}

/** Each outcome of a rule on a target: one, or one per member for a `per` rule. Most are of no further interest, so none is built. */
function visitOutcomes(rule: CompiledRule, env: Env, base: FactBase, visit: Visit): void {
  const target = env[0]!;
  const applies = rule.applies ? rule.applies.test(env, base) : TRUE;
  if (applies === FALSE) return visit("not-examined", target, undefined);
  if (!rule.per) return visit(outcomeOf(rule, applies, env, base), target, undefined);
  const list = rule.per.members.list(env, base);
  for (const member of list) {
    env[rule.per.slot] = member;
    visit(outcomeOf(rule, applies, env, base), target, member);
  }
  if (rule.per.members.missing(env, base).length > 0) visit(outcomeOfOthers(rule, applies, env, base), target, undefined);
  else if (list.length === 0) visit(applies === TRUE ? "checked" : "not-examined", target, undefined);
}

function outcomeOf(rule: CompiledRule, applies: Truth, env: Env, base: FactBase): Outcome {
  const when = rule.when.test(env, base);
  const safe = applies === TRUE ? "checked" : "not-examined";
  if (when === FALSE) return safe;
  const unless = rule.unless ? rule.unless.test(env, base) : FALSE;
  if (unless === TRUE) return applies === TRUE && when === TRUE ? "mitigated" : safe;
  return applies === TRUE && when === TRUE && unless === FALSE ? "threat" : "question";
}

/** Members that nobody listed: a question, unless the rest of the rule says that it could be about none of them. */
function outcomeOfOthers(rule: CompiledRule, applies: Truth, env: Env, base: FactBase): Outcome {
  const { slot } = rule.per!;
  const when = truthForAnyMember(rule.when, slot, env, base);
  const unless = rule.unless ? truthForAnyMember(rule.unless, slot, env, base) : FALSE;
  if (when === FALSE || unless === TRUE) return applies === TRUE ? "checked" : "not-examined";
  return "question";
}

/** What a question instance waits for first: what the target is, then what makes the threat possible, then what stops it. */
export function inputsOf(instance: Instance, base: FactBase): readonly Input[] {
  const { rule, about } = instance;
  const env = bind(instance);
  if (rule.applies && rule.applies.test(env, base) === UNKNOWN) return unknownInputs(rule.applies, env, base);
  if (rule.per && !about) return rule.per.members.missing(env, base).slice(0, MOST_INPUTS);
  if (rule.when.test(env, base) === UNKNOWN) return unknownInputs(rule.when, env, base);
  return rule.unless && rule.unless.test(env, base) === UNKNOWN ? unknownInputs(rule.unless, env, base) : [];
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
