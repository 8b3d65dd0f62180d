// Stable rules that the model's stage does not ask, by the stage that asks them next; where none is to come, by the one that asked them last.
import { STAGES } from "@merlon/core";
import type { WaitingRules } from "@merlon/schema";
import type { Prepared } from "../analysis/prepare.ts";

export function waitingRules({ allRules, model }: Pick<Prepared, "allRules" | "model">): readonly WaitingRules[] {
  const now = STAGES.indexOf(model.header.stage);
  const waiting = [...allRules.values()].flatMap(({ rule: { id, status, stages } }) => {
    if (status !== "stable" || !stages || stages.length === 0 || stages.includes(model.header.stage)) return [];
    const order = stages.map((stage) => STAGES.indexOf(stage)).sort((a, b) => a - b);
    return [{ id, stage: STAGES[order.find((at) => at > now) ?? order.at(-1)!]! }];
  });
  return STAGES.flatMap((stage) => {
    const rules = waiting.filter((one) => one.stage === stage).map(({ id }) => id).sort();
    return rules.length === 0 ? [] : [{ stage, rules }];
  });
}
