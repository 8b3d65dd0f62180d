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
  /** In the names of head. */
  readonly before: SideSeen;
  readonly after: SideSeen;
  /** By key of what differs. */
  readonly causes: ReadonlyMap<string, Cause>;
  readonly at: string;
  readonly baseDocuments: readonly ModelSource[];
}

const nothing: Cause = { operations: [], kind: "not-searched" };

export function causeFor({ causes }: Comparison, key: string): Cause {
  return causes.get(key) ?? nothing;
}
