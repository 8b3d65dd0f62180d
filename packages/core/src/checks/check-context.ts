// What every check is given, and what it gives.
import type { Diagnostic } from "@merlon/schema";
import type { Context } from "../model/context.ts";
import type { Model } from "../model/model.ts";
import type { ModelSource } from "../model/read-sources.ts";
import type { Structure } from "../model/structure.ts";

export interface CheckContext extends Context {
  readonly model: Model;
  readonly structure: Structure;
  readonly sources: readonly ModelSource[];
}

export type Check = (context: CheckContext) => readonly Diagnostic[];
