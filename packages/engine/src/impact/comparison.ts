// What every part of an impact is made from: both versions as they are seen, and the causes by what differs.
import type { Model, ModelDiff, ModelSource } from "@merlon/core";
import type { Cause, Library } from "@merlon/schema";
import type { Judged } from "../analysis/judge.ts";
import type { Observation } from "./observe.ts";

export interface SideSeen {
  readonly model: Model;
  readonly library: Library;
  readonly judged: Judged;
  readonly seen: Observation;
}

export interface Comparison {
  readonly diff: ModelDiff;
  /** The model is not in head at all. */
  readonly isGone: boolean;
  /** In the names of head. */
  readonly before: SideSeen;
  readonly after: SideSeen;
  /** By key of what differs. */
  readonly causes: ReadonlyMap<string, Cause>;
  readonly at: string;
  readonly baseDocuments: readonly ModelSource[];
}

export function sameRules(a: Library, b: Library): boolean {
  return a === b || a.packs.map(({ digest }) => digest).join() === b.packs.map(({ digest }) => digest).join();
}

const nothing: Cause = { operations: [], kind: "not-searched" };

export function causeFor({ causes }: Comparison, key: string): Cause {
  return causes.get(key) ?? nothing;
}
