// All checks that a JSON Schema cannot say, in one list. Each is a pure function from the merged model to diagnostics.
import type { Diagnostic } from "@merlon/schema";
import type { Context } from "../model/context.ts";
import type { Model } from "../model/model.ts";
import type { ModelSource } from "../model/read-sources.ts";

export interface CheckContext extends Context {
  readonly model: Model;
  readonly sources: readonly ModelSource[];
}

export type Check = (context: CheckContext) => readonly Diagnostic[];

const checks: readonly Check[] = [];

export function runChecks(context: CheckContext): readonly Diagnostic[] {
  return checks.flatMap((check) => check(context));
}
