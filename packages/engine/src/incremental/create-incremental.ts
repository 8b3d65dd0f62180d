// A model that is edited again and again, with what rules say of it. Equal to the naive evaluator after every edit (SPEC: INC-1), at the price of the edit.
// Objects are judged when somebody asks for them; what was judged is kept up to date.
import type { Model } from "@merlon/core";
import type { Library } from "@merlon/schema";
import type { FactBase } from "../facts/fact-base.ts";
import { subjectById } from "../facts/subject-by-id.ts";
import { parseKey } from "../ledger/threat-key.ts";
import { attackedBy } from "../paths/path-subjects.ts";
import { compileRules, type CompiledRule } from "../rules/compile-rule.ts";
import { rulesInForce } from "../rules/evaluate.ts";
import { deltaBetween, isSameFrame, type ModelDelta } from "./model-delta.ts";
import { createOutcomeFollower, differences, type OutcomeChange, type OutcomeFollower, type SeenOutcome } from "./outcome-follower.ts";
import { createPathFollower, type PathFollower } from "./path-follower.ts";
import { createTrackedBase, type TrackedBase } from "./tracked-base.ts";
import type { TrackedSubject } from "./tracker.ts";

export interface Incremental {
  /** As it is now. Facts have their values; what to ask about an unknown is not worked out (SPEC: INC-2). */
  readonly base: FactBase;
  /** One outcome of a rule by its id; undefined when there is none. */
  outcome(id: string): SeenOutcome | undefined;
  /** All outcomes, ids in no order. From then on an edit tells all that it changes, before that only what was asked for. */
  outcomes(): readonly SeenOutcome[];
  /** What an edit changes, by objects that are there now or gone. The edited model must hold together as a read one does. */
  apply(delta: ModelDelta): readonly OutcomeChange[];
  /** The same by the whole model; also where its header or scales are others, which works out everything anew. */
  update(next: Model): readonly OutcomeChange[];
}

export function createIncremental(model: Model, library: Library): Incremental {
  let now = model;
  let core = createCore(model, library);
  let isWatched = false;
  const all = (): readonly SeenOutcome[] => core.targets().flatMap((target) => [...core.outcomes.at(target).values()].flat());
  return {
    get base() { return core.tracked.base; },
    outcome: (id) => outcomeIn(core, id),
    outcomes() {
      isWatched = true;
      return all();
    },
    apply: (delta) => applyTo(core, delta, isWatched),
    update(next) {
      const before = now;
      now = next;
      if (isSameFrame(before, next)) return applyTo(core, deltaBetween(core.tracked.base.model, next), isWatched);
      const old = isWatched ? all() : [];
      core = createCore(next, library);
      return isWatched ? differences(old, all()) : [];
    },
  };
}

interface Core {
  readonly tracked: TrackedBase;
  readonly outcomes: OutcomeFollower;
  readonly rules: ReadonlyMap<string, CompiledRule>;
  /** Paths are followed from when a rule about them is asked for. */
  readonly paths: () => PathFollower | undefined;
  readonly targets: () => readonly TrackedSubject[];
  /** What came and was not judged yet. */
  readonly fresh: Set<TrackedSubject>;
  readonly known: { paths?: PathFollower };
}

function createCore(model: Model, library: Library): Core {
  const rules = rulesInForce([...compileRules(library).values()], model.header.stage);
  const tracked = createTrackedBase(model, library);
  const outcomes = createOutcomeFollower(tracked, rules);
  const fresh = new Set<TrackedSubject>();
  const known: { paths?: PathFollower } = {};
  const hasPathRules = rules.some(({ rule }) => rule.scope === "path");
  const paths = (): PathFollower | undefined => (hasPathRules ? (known.paths ??= createPathFollower(tracked, (path) => {
    if (path.isRemoved) outcomes.drop(path);
    else fresh.add(path);
  })) : undefined);
  const { elements, flows, boundaries, root } = tracked.graph;
  const targets = (): readonly TrackedSubject[] => [...elements.values(), ...flows.values(), ...boundaries.values(), root, ...paths()?.paths() ?? []];
  return { tracked, outcomes, rules: new Map(rules.map((compiled) => [compiled.rule.id, compiled])), paths, targets, fresh, known };
}

function applyTo({ tracked, outcomes, fresh, known }: Core, delta: ModelDelta, isWatched: boolean): readonly OutcomeChange[] {
  tracked.apply(delta, {
    added(subject) {
      fresh.add(subject);
      if (subject.kind !== "boundary") known.paths?.touch(subject);
    },
    removed(subject) {
      outcomes.drop(subject);
      if (subject.kind !== "boundary") known.paths?.touch(subject);
    },
  });
  tracked.settle();
  const changes = [...outcomes.mend()];
  if (isWatched) for (const target of fresh) if (!target.isRemoved && target.kind !== "data") changes.push(...differences([], [...outcomes.at(target).values()].flat()));
  fresh.clear();
  return joined(changes);
}

/** What went and came back under the same id is one change or none. */
function joined(changes: readonly OutcomeChange[]): readonly OutcomeChange[] {
  const byId = new Map<string, OutcomeChange>();
  for (const change of changes) {
    const { before, after } = byId.get(change.id) ?? { before: undefined, after: undefined };
    byId.set(change.id, { id: change.id, before: before ?? change.before, after: change.after ?? after });
  }
  return [...byId.values()].filter(({ before, after }) => before?.outcome !== after?.outcome || before?.severity !== after?.severity);
}

function outcomeIn({ tracked, outcomes, rules, paths }: Core, id: string): SeenOutcome | undefined {
  const key = parseKey(id);
  const compiled = key.kind === "threat" ? rules.get(key.rule) : undefined;
  const type = compiled && outcomes.ruleType(compiled.rule.id);
  if (key.kind !== "threat" || !compiled || type === undefined) return undefined;
  const target = compiled.rule.scope === "path" ? paths()?.find(key.target, attackedBy(compiled.rule.stride)) : subjectById(key.target, tracked.base);
  if (target?.kind !== compiled.rule.scope) return undefined;
  return outcomes.at(target as TrackedSubject).get(type)?.find((one) => one.id === id);
}
