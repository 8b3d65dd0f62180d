// The impact on every compared model as one SARIF file, a run for each.
import { analyze } from "@merlon/engine";
import { impactSarif, type SarifLog } from "@merlon/reports";
import type { Session } from "../session.ts";
import type { ModelsDiff } from "./diff-models.ts";

export function sarifOfDiff({ models, root }: ModelsDiff, session: Session): SarifLog {
  const logs = models.map(({ impact, head }) => {
    const { analysis } = session.limit(() => analyze(head.model, head.library, { at: session.at }));
    return impactSarif(impact, analysis, head.library.rules, { version: session.version, root });
  });
  const [first, ...others] = logs;
  if (!first) throw new Error("a comparison has a model");
  return { ...first, runs: [...first.runs, ...others.flatMap(({ runs }) => runs)] };
}
