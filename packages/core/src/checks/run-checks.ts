// All checks that a JSON Schema cannot say, in one list. Each is a pure function from the merged model to diagnostics.
import type { Diagnostic } from "@merlon/schema";
import { checkCatalogueWords } from "./catalogue-words.ts";
import type { Check, CheckContext } from "./check-context.ts";
import { checkContainment } from "./containment.ts";
import { checkCrossings } from "./crossings.ts";
import { checkDecisionKeys } from "./decision-keys.ts";
import { checkExposure } from "./exposure.ts";
import { checkFormerIds } from "./former-ids.ts";
import { checkLevels } from "./levels.ts";
import { checkPolicyLevels } from "./policy-levels.ts";
import { checkReferences } from "./references.ts";
import { checkSelfFlows } from "./self-flows.ts";
import { checkSensitiveText } from "./sensitive-text.ts";
import { checkSuccessions } from "./successions.ts";

const checks: readonly Check[] = [
  checkReferences, checkSelfFlows, checkContainment, checkCrossings, checkCatalogueWords, checkLevels, checkPolicyLevels, checkFormerIds, checkSuccessions, checkDecisionKeys, checkExposure, checkSensitiveText,
];

export function runChecks(context: CheckContext): readonly Diagnostic[] {
  return checks.flatMap((check) => check(context));
}
