// The impact of a change: what is different between two versions of a model, each difference with the operations behind it.
import { diffModels, readModel, withChanges, type Model, type ModelDiff, type ModelSource } from "@merlon/core";
import type { Cause, Impact, Library, Policy, Version } from "@merlon/schema";
import { judge } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { causesOf } from "./causes.ts";
import { decisionChanges } from "./decision-changes.ts";
import { exposureChanges } from "./exposure-changes.ts";
import { gateOf } from "./gate.ts";
import { differences, observe, type Observation } from "./observe.ts";
import { questionChanges } from "./question-changes.ts";
import { remindersOf } from "./reminders.ts";
import { renameProposals } from "./rename-proposals.ts";
import { riskVector } from "./risk-vector.ts";
import { threatChanges } from "./threat-changes.ts";
import type { Comparison, SideSeen } from "./comparison.ts";

export interface ImpactSide {
  readonly version: Version;
  readonly model: Model;
  readonly library: Library;
  readonly documents: readonly ModelSource[];
}

export interface ImpactOptions {
  /** YYYY-MM-DD */
  readonly at: string;
  readonly policy?: Policy;
  /** Where nobody asks for causes, such as over a long history, they are not searched. */
  readonly causes?: "none";
}

/** Objects that are looked at in all versions between: some seconds of search. Beyond it the causes are said to be not searched. */
const MOST_WORK = 20_000;

export function impactOf(base: ImpactSide, head: ImpactSide, { at, policy, causes: wanted }: ImpactOptions): Impact {
  const diff = diffModels(base.documents, head.documents, head.library);
  const between = (chosen: ReadonlySet<number>): Model => readBetween(diff, chosen, head.library, at);
  const isRenamed = diff.changes.some(({ operation }) => operation.kind === "rename");
  // In the names of head, so that what was renamed is compared with itself.
  const before: SideSeen = sideOf(isRenamed ? between(new Set()) : base.model, base.library, at);
  const after = sideOf(head.model, head.library, at);
  const keys = differences(before.seen, after.seen);
  const causes = wanted === "none" ? new Map<string, Cause>() : searchCauses({ diff, keys, before, after, between, at });
  const comparison: Comparison = { diff, before, after, causes, at, baseDocuments: base.documents };
  const changes = {
    threats: threatChanges(comparison), decisions: decisionChanges(comparison), questions: questionChanges(comparison), exposure: exposureChanges(comparison),
  };
  const gate = gateOf(changes, comparison, policy);
  const operations = diff.changes.map(({ operation }) => operation);
  const renames = renameProposals(comparison);
  return {
    schema: "merlon/impact/1", base: base.version, head: head.version, at, operations, ...changes,
    risk: { before: riskVector(before), after: riskVector(after) }, reminders: remindersOf(comparison), ...(renames.length > 0 ? { renames } : {}), gate,
    quiet: !gate.failed && changes.threats.length + changes.decisions.length + changes.exposure.length === 0 && !changes.questions.some(({ question }) => question.worst === "high" || question.worst === "critical"),
  };
}

function sideOf(model: Model, library: Library, at: string): SideSeen {
  return { model, library, judged: judge(prepare(model, library), { at }), seen: observe(model, library, at) };
}

function readBetween(diff: ModelDiff, chosen: ReadonlySet<number>, library: Library, at: string): Model {
  return readModel([{ path: "model.json", text: JSON.stringify(withChanges(diff, chosen)) }], library, { at }).model;
}

interface Search {
  readonly diff: ModelDiff;
  readonly keys: readonly string[];
  readonly before: SideSeen;
  readonly after: SideSeen;
  readonly between: (chosen: ReadonlySet<number>) => Model;
  readonly at: string;
}

/** What other rules bring to the old model is theirs; the rest is the change's. */
function searchCauses({ diff, keys, before, after, between, at }: Search): ReadonlyMap<string, Cause> {
  const byRules = sameRules(before.library, after.library) ? new Set<string>() : ofRules(keys, before, after, at);
  const own = keys.filter((key) => !byRules.has(key));
  const size = after.model.elements.size + after.model.flows.size + 1;
  // Of a model that is new everything is the cause of everything.
  const budget = before.model.elements.size === 0 ? 0 : Math.max(10, Math.floor(MOST_WORK / size));
  const found = causesOf({ diff, keys: own, head: after.seen, budget, look: (chosen): Observation => observe(between(chosen), after.library, at) });
  return new Map([...found, ...[...byRules].map((key): [string, Cause] => [key, { operations: [], kind: "rules" }])]);
}

function ofRules(keys: readonly string[], before: SideSeen, after: SideSeen, at: string): ReadonlySet<string> {
  const old = observe(before.model, after.library, at);
  return new Set(keys.filter((key) => old.get(key) === after.seen.get(key)));
}

function sameRules(a: Library, b: Library): boolean {
  return a === b || a.packs.map(({ digest }) => digest).join() === b.packs.map(({ digest }) => digest).join();
}
