// The threats of head as SARIF, each with what the change did to it, and those that the change took away as absent. Fingerprints are those of every other SARIF of ours.
import type { Analysis, Impact, LibraryRule, ModelOperation, Threat, ThreatChange } from "@merlon/schema";
import type { SarifBaselineState, SarifLog, SarifRelatedLocation, SarifResult } from "../sarif/sarif-log.ts";
import { plain, sarifPlace } from "../sarif/sarif-place.ts";
import { toSarif, type SarifOptions } from "../sarif/to-sarif.ts";
import { operationWords } from "./operation-words.ts";

/** `analysis`: of head. */
export function impactSarif(impact: Impact, analysis: Analysis, rules: readonly LibraryRule[], options: SarifOptions = {}): SarifLog {
  const changes = new Map(impact.threats.map((change) => [change.id, change]));
  const operations = new Map(impact.operations.map((operation) => [operation.id, operation]));
  const there = new Set(analysis.threats.map(({ id }) => id));
  const gone = impact.threats.flatMap(({ id, threat }): readonly Threat[] => (there.has(id) ? [] : [threat]));
  const log = toSarif({ ...analysis, threats: [...analysis.threats, ...gone] }, rules, options);
  return { ...log, runs: log.runs.map((run) => ({ ...run, results: run.results.map((result) => compared(result, changes, { operations, options })) })) };
}

interface Context {
  readonly operations: ReadonlyMap<number, ModelOperation>;
  readonly options: SarifOptions;
}

function compared({ properties, ...result }: SarifResult, changes: ReadonlyMap<string, ThreatChange>, { operations, options }: Context): SarifResult {
  const change = changes.get(result.partialFingerprints["merlonThreatId/v1"] ?? "");
  if (!change) return { ...result, baselineState: "unchanged", properties };
  const related = change.cause.operations.flatMap((id, index) => relatedOf(operations.get(id), index, options));
  return {
    ...result, ...(related.length > 0 ? { relatedLocations: related } : {}), baselineState: states[change.change],
    properties: { ...properties, change: change.change, cause: change.cause.kind, ...(change.severityBefore === undefined ? {} : { "severity-before": change.severityBefore }) },
  };
}

const states: Readonly<Record<ThreatChange["change"], SarifBaselineState>> = {
  added: "new", reopened: "new", changed: "updated", resolved: "absent", removed: "absent", hidden: "absent",
};

function relatedOf(operation: ModelOperation | undefined, index: number, { root = "" }: SarifOptions): readonly SarifRelatedLocation[] {
  if (!operation?.where) return [];
  return [{ id: index + 1, ...sarifPlace(operation.where, root), message: { text: plain(operationWords(operation)) } }];
}
