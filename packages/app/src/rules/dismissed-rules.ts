// `merlon rules dismissed`: how often people set aside what each rule says, over the models given, counted here and sent nowhere.
import { dismissalsOf, isOften, type Dismissals } from "@merlon/engine";
import { analyzeModels, type AnalysedModel } from "../analyze-models.ts";
import type { Session } from "../session.ts";

export interface DismissedRule extends Dismissals {
  /** Set aside so often that the rule, or what models say, is to be looked at. */
  readonly often: boolean;
  /** Where, with the reasons that people gave. */
  readonly decisions: readonly { readonly model: string; readonly threat: string; readonly state: string; readonly reason?: string }[];
}

export interface DismissedRules {
  readonly models: number;
  readonly rules: readonly DismissedRule[];
}

/** Without paths the model, or folder of models, that one stands in. */
export async function dismissedRules(paths: readonly string[], session: Session): Promise<DismissedRules> {
  const models: AnalysedModel[] = [];
  for (const path of paths.length === 0 ? [undefined] : paths) models.push(...(await analyzeModels(path, session)).models);
  const dismissals = dismissalsOf(models.flatMap(({ analysis }) => analysis.threats));
  return { models: models.length, rules: dismissals.map((one) => ({ ...one, often: isOften(one), decisions: decisionsOn(one.rule, models) })) };
}

function decisionsOn(rule: string, models: readonly AnalysedModel[]): DismissedRule["decisions"] {
  return models.flatMap(({ name, analysis }) => analysis.threats.filter((threat) => threat.rule?.id === rule && threat.status === "dismissed").map(({ id, decision }) => {
    const { state, reason } = decision!.decision; // what is dismissed was decided
    return { model: name, threat: id, state, ...(reason === undefined ? {} : { reason }) };
  }));
}
