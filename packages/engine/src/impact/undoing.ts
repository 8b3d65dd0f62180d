// Operations of a change undone in an engine that follows edits: what looks otherwise without them, at the price of what they touch.
import { partsOfVersions, type Model, type ModelDiff, type VersionParts } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { createIncremental, type Incremental } from "../incremental/create-incremental.ts";
import { isSame, type ModelDelta } from "../incremental/model-delta.ts";
import type { Differing } from "./causes.ts";
import { wordsOf, type Observation } from "./observe.ts";

interface UndoingInput {
  readonly diff: ModelDiff;
  readonly model: Model;
  readonly library: Library;
  readonly at: string;
  /** Of the model as it is. */
  readonly seen: Observation;
  /** How many objects may be read anew in all. */
  readonly budget: number;
}

/** Nothing is said of decisions, nor where everything may be otherwise, as without a change of scales, nor beyond the budget. */
export function createUndoing({ diff, model, library, at, seen, budget }: UndoingInput): Differing {
  const parts = partsOfVersions(diff, library, { at });
  const follower = createFollower(createIncremental(model, library), model, parts, budget);
  return (undone, keys) => {
    const now = follower.without(undone);
    return now && new Set(keys.filter((key) => wordsOf(key, now) !== seen.get(key)));
  };
}

function createFollower(incremental: Incremental, head: Model, parts: VersionParts, budget: number) {
  const threats = new Map(head.threats);
  const { base } = incremental;
  let current: ReadonlySet<number> = new Set();
  let spent = 0;
  return {
    without(undone: ReadonlySet<number>) {
      const moved = [...[...current].filter((id) => !undone.has(id)), ...[...undone].filter((id) => !current.has(id))];
      const ids = parts.affectedBy(moved);
      if (!ids || spent > budget) return undefined;
      spent += ids.size;
      if (ids.size > 0) {
        const next = undone.size === 0 ? head : parts.partOf(undone, ids);
        for (const id of ids) put(threats, id, next.threats.get(id));
        incremental.apply(deltaOf(ids, base.model, next));
      }
      current = undone;
      return { base, threats, outcome: (id: string) => incremental.outcome(id) };
    },
  };
}

function put<T>(map: Map<string, T>, id: string, value: T | undefined): void {
  if (value === undefined) map.delete(id);
  else map.set(id, value);
}

function deltaOf(ids: ReadonlySet<string>, before: Model, after: Model): ModelDelta {
  return {
    elements: changed(ids, before.elements, after.elements), flows: changed(ids, before.flows, after.flows), boundaries: changed(ids, before.boundaries, after.boundaries),
    data: changed(ids, before.data, after.data), controls: changed(ids, before.controls, after.controls),
  };
}

function changed<T>(ids: ReadonlySet<string>, before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): ReadonlyMap<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  for (const id of ids) if (!isSame(before.get(id), after.get(id))) found.set(id, after.get(id));
  return found;
}
