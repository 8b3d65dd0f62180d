// Runs the tests beside the rules: fires, near misses, unknowns; that each verified fix works; and the mutation check, which drops
// each condition in turn and wants some test to fail, so that no line of a rule is untested or useless.
import type { Model } from "@merlon/core";
import type { Library, LibraryRule, RuleTest } from "@merlon/schema";
import { tryFix } from "../explain/explain.ts";
import { prepare } from "../analysis/prepare.ts";
import { createFactBase } from "../facts/create-fact-base.ts";
import { openQuestions } from "../questions/build-questions.ts";
import { compileRule } from "../rules/compile-rule.ts";
import { evaluate, type Instance } from "../rules/evaluate.ts";
import { threatOf } from "../threats/build-threat.ts";
import { withoutOneCondition } from "./mutations.ts";

export interface RuleTestFailure {
  readonly rule: string;
  /** Name of the test, or what was checked. */
  readonly test: string;
  readonly message: string;
}

export interface RuleTestReport {
  readonly rule: string;
  readonly tests: number;
  readonly kinds: { readonly fires: number; readonly nearMiss: number; readonly unknown: number };
  readonly mutants: number;
  readonly failures: readonly RuleTestFailure[];
}

/** Reads the model of a test (a document without a header); handed in, since reading belongs to core. */
export type ReadTestModel = (document: Readonly<Record<string, unknown>>) => { readonly model: Model; readonly errors: readonly string[] };

/** Runs all tests of one rule against the rule alone; an empty list of failures is what is wanted. */
export function testRule(rule: LibraryRule, tests: readonly RuleTest[], library: Library, read: ReadTestModel): RuleTestReport {
  const failures: RuleTestFailure[] = [];
  const fail = (test: string, message: string) => failures.push({ rule: rule.id, test, message });
  const cases = tests.map((test) => ({ test, ...read(test.model) }));
  for (const { test, model, errors } of cases) {
    if (errors.length > 0) fail(test.name, `the model has errors: ${errors.join(" ")}`);
    const found = outcomesOf(rule, library, model);
    const message = compare(test, found);
    if (message) fail(test.name, message);
    for (const problem of fixProblems(found.instances, model, library)) fail(test.name, problem);
  }
  const kinds = { fires: count(tests, isFiring), nearMiss: count(tests, isNearMiss), unknown: count(tests, isUnknown) };
  for (const [kind, n] of Object.entries(kinds)) if (n === 0) fail("coverage", `no test of the kind ${kind}`);
  const mutants = withoutOneCondition(rule);
  for (const mutant of mutants) {
    const noticed = cases.some(({ test, model }) => compare(test, outcomesOf(mutant.rule, library, model)) !== undefined);
    if (!noticed) fail("mutation", `dropping ${mutant.dropped} makes no test fail`);
  }
  return { rule: rule.id, tests: tests.length, kinds, mutants: mutants.length, failures };
}

interface Outcomes { readonly instances: readonly Instance[]; readonly fires: readonly string[]; readonly asks: readonly string[] }

function outcomesOf(rule: LibraryRule, library: Library, model: Model): Outcomes {
  const { compiled } = compileRule(rule, library);
  const base = createFactBase(model, library);
  const { instances } = evaluate([compiled], base);
  const fires = instances.filter((i) => i.outcome === "threat").map((i) => i.id).sort();
  const asks = openQuestions(instances, base).map((q) => `${q.key} of ${q.subject.id}`).sort();
  return { instances, fires, asks };
}

/** What differs from the expectation; undefined when nothing does. A test that says nothing of questions still wants none. */
function compare(test: RuleTest, found: Outcomes): string | undefined {
  const expected = [...(test.expect ?? [])].sort().join(", ");
  const asked = [...(test.asks ?? [])].sort().join(", ");
  const fires = found.fires.join(", ");
  const asks = found.asks.join(", ");
  if (fires !== expected) return `expected threats [${expected}], found [${fires}]`;
  if (asks !== asked) return `expected questions [${asked}], found [${asks}]`;
  return undefined;
}

/** On every firing test each change and control fix, applied alone, must make the outcome checked or mitigated. */
function fixProblems(instances: readonly Instance[], model: Model, library: Library): readonly string[] {
  const firing = instances.filter((i) => i.outcome === "threat");
  if (firing.length === 0) return [];
  const before = prepare(model, library);
  return firing.flatMap((instance) =>
    threatOf(instance, before.base).fixes
      .filter((fix) => fix.kind !== "advice")
      .filter((fix) => tryFix(fix, instance, before, { at: "2000-01-01", sideEffects: "none" }).clears !== true)
      .map((fix) => `the fix "${fix.text}" does not clear ${instance.id}`));
}

function isFiring(test: RuleTest): boolean {
  return (test.expect ?? []).length > 0;
}
function isUnknown(test: RuleTest): boolean {
  return (test.asks ?? []).length > 0;
}
function isNearMiss(test: RuleTest): boolean {
  return !isFiring(test) && !isUnknown(test);
}
function count(tests: readonly RuleTest[], which: (test: RuleTest) => boolean): number {
  return tests.filter(which).length;
}

