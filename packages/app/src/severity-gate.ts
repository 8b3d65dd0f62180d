// The gate of `merlon analyze`: open threats that are too severe, by what the person asked or the model's policy says.
import type { Severity, Threat } from "@merlon/schema";
import type { AnalysedModel } from "./analyze-models.ts";
import { atLeast } from "./severity-order.ts";

export interface GateResult {
  readonly model: string;
  readonly failOn: Severity;
  readonly threats: readonly Threat[];
}

/** One entry for each model that does not pass. `failOn` given by a person beats the policy. */
export function severityGate(models: readonly AnalysedModel[], failOn?: Severity): readonly GateResult[] {
  return models.flatMap(({ name, loaded, analysis }) => {
    const limit = failOn ?? loaded.model.policy["fail-on"];
    if (limit === undefined) return [];
    const threats = analysis.threats.filter((threat) => threat.status === "open" && atLeast(threat.severity, limit));
    return threats.length === 0 ? [] : [{ model: name, failOn: limit, threats }];
  });
}
