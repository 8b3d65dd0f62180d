// All checks that a JSON Schema cannot say, in one list. Each is a pure function from the merged model to diagnostics.
import type { Diagnostic } from "@merlon/schema";
import type { Context } from "../model/context.ts";
import type { Model } from "../model/model.ts";
import type { ModelSource } from "../model/read-sources.ts";
import type { Structure } from "../model/structure.ts";
import { checkCatalogueWords } from "./catalogue-words.ts";
import { checkContainment } from "./containment.ts";
import { checkCrossings } from "./crossings.ts";
import { checkDecisionKeys } from "./decision-keys.ts";
import { checkExposure } from "./exposure.ts";
import { checkFormerIds } from "./former-ids.ts";
import { checkLevels } from "./levels.ts";
import { checkReferences } from "./references.ts";
import { checkSensitiveText } from "./sensitive-text.ts";

export interface CheckContext extends Context {
  readonly model: Model;
  readonly structure: Structure;
  readonly sources: readonly ModelSource[];
}

type Check = (context: CheckContext) => readonly Diagnostic[];

const checks: readonly Check[] = [
  checkReferences, checkContainment, checkCrossings, checkCatalogueWords, checkLevels, checkFormerIds, checkDecisionKeys, checkExposure, checkSensitiveText,
];

export function runChecks(context: CheckContext): readonly Diagnostic[] {
  return checks.flatMap((check) => check(context));
}
