// Outcomes of rules that follow edits: what each rule says of each object, judged anew only where something that the rule read there has another value.
import type { Outcome, RuleScope, Severity } from "@merlon/schema";
import { evaluateTarget, isJudged } from "../rules/evaluate.ts";
import type { CompiledRule } from "../rules/compile-rule.ts";
import { sameList } from "../facts/shared-table.ts";
import { severities } from "../threats/severity.ts";
import type { TrackedBase } from "./tracked-base.ts";
import type { TrackedSubject } from "./tracker.ts";

/** A threat, a question or something mitigated, by its id `rule@target[+d]`. */
export interface SeenOutcome {
  readonly id: string;
  readonly outcome: Outcome;
  /** Of a threat. */
  readonly severity?: Severity;
}

/** The same id before and after an edit; undefined where there is nothing. */
export interface OutcomeChange {
  readonly id: string;
  readonly before: SeenOutcome | undefined;
  readonly after: SeenOutcome | undefined;
}

export interface OutcomeFollower {
  /** What rules say of it; judged when it is asked for the first time. */
  at(target: TrackedSubject): ReadonlyMap<number, readonly SeenOutcome[]>;
  ruleType(rule: string): number | undefined;
  /** What changed among all that was judged before. */
  mend(): readonly OutcomeChange[];
  /** It is there no more. */
  drop(target: TrackedSubject): void;
}

const NOTHING: readonly SeenOutcome[] = [];
const SCOPES: readonly RuleScope[] = ["element", "flow", "boundary", "model", "path"];

// oxlint-disable-next-line max-lines-per-function -- small functions around one state that nothing else may touch
export function createOutcomeFollower(tracked: TrackedBase, rules: readonly CompiledRule[]): OutcomeFollower {
  const { base, tracker } = tracked;
  const types = new Map(rules.map((compiled) => [compiled.rule.id, tracker.typeOf(`rule ${compiled.rule.id}`)]));
  const byType = new Map(rules.map((compiled) => [types.get(compiled.rule.id)!, compiled]));
  const byScope = new Map(SCOPES.map((scope) => [scope, rules.filter(({ rule }) => rule.scope === scope).map(({ rule }) => types.get(rule.id)!)]));
  const stale = new Map<TrackedSubject, Set<number>>();
  const dropped: SeenOutcome[] = [];
  tracked.onOutcome((subject, type) => {
    if (!subject.outcomes) return;
    const own = stale.get(subject);
    if (own) own.add(type);
    else stale.set(subject, new Set([type]));
  });

  function judge(target: TrackedSubject, type: number): readonly SeenOutcome[] {
    const compiled = byType.get(type)!;
    return tracker.within(target, type, () => {
      if (!isJudged(target)) return NOTHING;
      const found = evaluateTarget(compiled, target, base).filter(({ outcome }) => outcome !== "checked" && outcome !== "not-examined");
      return found.length === 0 ? NOTHING : found.map(({ id, outcome, about }): SeenOutcome => (outcome === "threat" ? { id, outcome, severity: severities(base)({ rule: compiled, target, about }) } : { id, outcome }));
    });
  }

  function at(target: TrackedSubject): ReadonlyMap<number, readonly SeenOutcome[]> {
    if (target.outcomes) return target.outcomes as ReadonlyMap<number, readonly SeenOutcome[]>; // put there below
    const outcomes = new Map<number, readonly SeenOutcome[]>();
    target.outcomes = outcomes;
    for (const type of byScope.get(target.kind as RuleScope) ?? []) {
      const found = judge(target, type);
      if (found.length > 0) outcomes.set(type, found);
    }
    return outcomes;
  }

  function mend(): readonly OutcomeChange[] {
    const changes: OutcomeChange[] = dropped.splice(0).map((before) => ({ id: before.id, before, after: undefined }));
    for (const [target, own] of stale) {
      if (target.isRemoved) continue;
      const outcomes = target.outcomes as Map<number, readonly SeenOutcome[]>; // only what was judged goes stale
      for (const type of own) {
        const [before, after] = [outcomes.get(type) ?? NOTHING, judge(target, type)];
        if (sameList(before, after, isSameOutcome)) continue;
        if (after.length > 0) outcomes.set(type, after);
        else outcomes.delete(type);
        changes.push(...differences(before, after));
      }
    }
    stale.clear();
    return changes;
  }

  function drop(target: TrackedSubject): void {
    for (const list of (target.outcomes as Map<number, readonly SeenOutcome[]> | undefined)?.values() ?? []) dropped.push(...list);
    target.outcomes = undefined;
  }

  return { at, mend, drop, ruleType: (rule) => types.get(rule) };
}

function isSameOutcome(a: SeenOutcome | undefined, b: SeenOutcome | undefined): boolean {
  return a?.id === b?.id && a?.outcome === b?.outcome && a?.severity === b?.severity;
}

export function differences(before: readonly SeenOutcome[], after: readonly SeenOutcome[]): readonly OutcomeChange[] {
  const [old, now] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  return [...new Set([...old.keys(), ...now.keys()])].map((id) => ({ id, before: old.get(id), after: now.get(id) })).filter((change) => !isSameOutcome(change.before, change.after));
}
