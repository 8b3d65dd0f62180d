// The impact of a change: what is different between two versions of a model, each difference with the operations behind it.
import { diffModels, readModel, withChanges, type Model, type ModelDiff, type ModelSource } from "@merlon/core";
import type { Cause, Impact, Library, Policy, Version } from "@merlon/schema";
import { judge } from "../analysis/judge.ts";
import { prepare } from "../analysis/prepare.ts";
import { causesOf, type Differing } from "./causes.ts";
import { decisionChanges } from "./decision-changes.ts";
import { exposureChanges } from "./exposure-changes.ts";
import { gateOf } from "./gate.ts";
import { differences, observe, type Observation } from "./observe.ts";
import { questionChanges } from "./question-changes.ts";
import { remindersOf } from "./reminders.ts";
import { renameProposals } from "./rename-proposals.ts";
import { riskVector } from "./risk-vector.ts";
import { threatChanges } from "./threat-changes.ts";
import { createUndoing } from "./undoing.ts";
import { sameRules, type Comparison, type SideSeen } from "./comparison.ts";

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
  /** Of which differences causes are searched, such as `threat:<id>`: of all when left out. Over a long history nobody asks for any. */
  readonly causes?: readonly string[];
}

/** Objects that are read anew, one by one with what they touch or in whole versions: some seconds of search. Beyond it the causes are said to be not searched. */
const MOST_OBJECTS = 50_000;
const MOST_WORK = 20_000;

export function impactOf(base: ImpactSide, head: ImpactSide, { at, policy, causes: wanted }: ImpactOptions): Impact {
  const diff = diffModels(base.documents, head.documents, head.library);
  const between = (chosen: ReadonlySet<number>): Model => readBetween(diff, chosen, head.library, at);
  const isRenamed = diff.changes.some(({ operation }) => operation.kind === "rename");
  // In the names of head, so that what was renamed is compared with itself.
  const before: SideSeen = sideOf(isRenamed ? between(new Set()) : base.model, base.library, at);
  const after = sideOf(head.model, head.library, at);
  const keys = differences(before.seen, after.seen);
  const sought = wanted === undefined ? keys : keys.filter((key) => wanted.includes(key));
  const causes = sought.length === 0 ? new Map<string, Cause>() : searchCauses({ diff, keys: sought, before, after, between, at });
  const comparison: Comparison = { diff, isGone: head.version.absent === true, before, after, causes, at, baseDocuments: base.documents };
  const changes = {
    threats: threatChanges(comparison), decisions: decisionChanges(comparison), questions: questionChanges(comparison), exposure: exposureChanges(comparison),
  };
  const gate = gateOf(changes, comparison, policy);
  const operations = diff.changes.map(({ operation }) => operation);
  const renames = renameProposals(comparison);
  return {
    schema: "merlon/impact/1", base: base.version, head: head.version, at, operations, ...changes,
    risk: { before: riskVector(before), after: riskVector(after) }, reminders: remindersOf(comparison), ...(renames.length > 0 ? { renames } : {}), gate,
    quiet: !gate.failed && !comparison.isGone && changes.threats.length + changes.decisions.length + changes.exposure.length === 0 && !changes.questions.some(({ question }) => question.worst === "high" || question.worst === "critical"),
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

/** What other rules bring to the old model is theirs; the rest is the change's. Of a model that is new everything is the cause of everything. */
function searchCauses(search: Search): ReadonlyMap<string, Cause> {
  const { diff, keys, before, after, at } = search;
  const byRules = sameRules(before.library, after.library) ? new Set<string>() : ofRules(keys, before, after, at);
  const own = before.model.elements.size === 0 ? [] : keys.filter((key) => !byRules.has(key));
  const [decided, followed] = [own.filter((key) => key.startsWith("decision:")), own.filter((key) => !key.startsWith("decision:"))];
  const whole = lookingAtAll(search);
  const undoing: Differing = followed.length === 0 ? whole : createUndoing({ diff, model: after.model, library: after.library, at, seen: after.seen, budget: MOST_OBJECTS });
  return new Map([
    ...causesOf({ diff, keys: followed, differing: (undone, some) => undoing(undone, some) ?? whole(undone, some) }), ...causesOf({ diff, keys: decided, differing: whole }),
    ...[...byRules].map((key): [string, Cause] => [key, { operations: [], kind: "rules" }]),
  ]);
}

/** By reading and evaluating the whole version without the operations: for what hangs together with everything. */
function lookingAtAll({ diff, after, between, at }: Search): Differing {
  const every = diff.changes.map(({ operation }) => operation.id);
  const budget = Math.floor(MOST_WORK / (after.model.elements.size + after.model.flows.size + 1));
  const looked = new Map<string, Observation>();
  return (undone, keys) => {
    const kept = every.filter((id) => !undone.has(id));
    let seen = looked.get(kept.join());
    if (!seen && looked.size >= budget) return undefined;
    if (!seen) looked.set(kept.join(), (seen = observe(between(new Set(kept)), after.library, at)));
    return new Set(keys.filter((key) => seen.get(key) !== after.seen.get(key)));
  };
}

function ofRules(keys: readonly string[], before: SideSeen, after: SideSeen, at: string): ReadonlySet<string> {
  const old = observe(before.model, after.library, at);
  return new Set(keys.filter((key) => old.get(key) === after.seen.get(key)));
}
