// The impact on every compared model as one SARIF file, a run for each.
import { impactSarif, type SarifLog } from "@merlon/reports";
import type { Session } from "../session.ts";
import type { ModelsDiff } from "./diff-models.ts";
import { headAnalyses } from "./head-analyses.ts";

export function sarifOfDiff(found: ModelsDiff, session: Session): SarifLog {
  const { models, root } = found;
  const logs = headAnalyses(found, session).map((analysis, index) => {
    const { impact, head } = models[index]!;
    return impactSarif(impact, analysis, head.library.rules, { version: session.version, root });
  });
  const [first, ...others] = logs;
  if (!first) throw new Error("a comparison has a model");
  return { ...first, runs: [...first.runs, ...others.flatMap(({ runs }) => runs)] };
}
