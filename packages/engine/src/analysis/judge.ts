// Threats and questions of a prepared model with people's decisions laid over them.
import type { Severity, Threat } from "@merlon/schema";
import { reconcile, type Ledger } from "../ledger/reconcile.ts";
import { decide } from "../ledger/status-of-threat.ts";
import { openQuestions, unsaidResponses, type OpenQuestion } from "../questions/build-questions.ts";
import { compareThreats, humanThreatOf, threatOf } from "../threats/build-threat.ts";
import { plannedControls } from "../views/planned-controls.ts";
import type { Prepared } from "./prepare.ts";

export interface AnalyzeOptions {
  /** The day at which expiries are judged, YYYY-MM-DD. */
  readonly at: string;
  /** Open threats of this severity and worse stop, whatever the policy says of severities. */
  readonly failOn?: Severity;
}

export interface Judged {
  readonly prepared: Prepared;
  readonly threats: readonly Threat[];
  readonly questions: readonly OpenQuestion[];
  readonly ledger: Ledger;
}

/** Threats are sorted: undecided first, then worst first, then by id. Questions by importance. */
export function judge(prepared: Prepared, options: AnalyzeOptions): Judged {
  const { base, evaluation } = prepared;
  const generated = evaluation.instances.filter((i) => i.outcome === "threat").map((i) => threatOf(i, base));
  const human = [...prepared.model.threats.values()].map((t) => humanThreatOf(t, base));
  const raw = [...generated, ...human];
  const ledger = reconcile({ base, rules: prepared.allRules, instances: evaluation.instances, threats: raw, at: options.at });
  const planned = plannedControls(prepared);
  const threats = raw.map((t) => decide(t, ledger.threats.get(t.id), planned.get(t.id))).sort(compareThreats);
  return { prepared, threats, questions: openQuestions(evaluation.instances, base, unsaidResponses(base)), ledger };
}
