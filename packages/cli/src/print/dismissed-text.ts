// `merlon rules dismissed` for people: what is set aside most comes first, each with where and why.
import type { DismissedRule, DismissedRules } from "@merlon/app";
import { ink, line, renderLines, type Line, type Page } from "@merlon/reports";
import { counted } from "./counts-text.ts";

export function dismissedText({ models, rules }: DismissedRules, page: Page): string {
  if (rules.length === 0) return `Nothing was dismissed in ${counted(models, "model")}.\n`;
  const often = rules.filter((rule) => rule.often).length;
  const end = often === 0 ? "" : ` ${often === 1 ? "1 rule is" : `${often} rules are`} dismissed often: look whether the rule is wrong for you, or whether the models do not say what stops it.`;
  return renderLines([...rules.flatMap(ruleLines), line(`${counted(rules.length, "rule")} with dismissed threats in ${counted(models, "model")}.${end}`, 0, 0)], page);
}

function ruleLines({ rule, dismissed, threats, falsePositive, notApplicable, often, decisions }: DismissedRule): readonly Line[] {
  const kinds = [falsePositive > 0 ? `${falsePositive} false positive` : "", notApplicable > 0 ? `${notApplicable} not applicable` : ""].filter((text) => text !== "").join(", ");
  return [
    line([ink("bold", rule), `  ${dismissed} of ${counted(threats, "threat")} (${kinds})`, often ? ink("yellow", "  often") : undefined]),
    ...decisions.map(({ model, threat, reason }) => line([ink("dim", `${model}  `), ink("cyan", threat), reason === undefined ? "" : `  ${reason}`], 2, 4)),
  ];
}
