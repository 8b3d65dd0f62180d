import { expect, test } from "vitest";
import { analyzeModels } from "../src/analyze-models.ts";
import { dismissedRules } from "../src/rules/dismissed-rules.ts";
import { place } from "./place.ts";
import { shopText } from "./repository.ts";

const rule = "plaintext-flow-across-boundary";
const decided = (...states: readonly string[]) => `decisions:\n${states.map((state, index) => `  ${rule}@visit${index === 0 ? "" : index + 1}: {state: ${state}, reason: Lab ${index + 1}.}\n`).join("")}`;
const flows = "  visit2: {from: shopper, to: web, protocol: http, carries: [order], response: []}\n  visit3: {from: shopper, to: web, protocol: http, carries: [order], response: []}\n";

test("[DEC-8] dismissals are counted by rule over models, with their reasons, and three that are half of all are often", async () => {
  const { session } = await place({ "shops/one.yaml": shopText("http", flows + decided("not-applicable", "false-positive")), "shops/two.yaml": shopText("http", decided("not-applicable")), "plain.yaml": shopText("http") });
  const [found, less] = [await dismissedRules(["shops"], session), await dismissedRules(["shops/one.yaml", "plain.yaml"], session)];
  expect([found.models, found.rules.map(({ decisions: _, ...one }) => one), found.rules[0]?.decisions.map(({ model, threat, reason }) => `${model} ${threat} ${reason}`)]).toEqual([
    2, [{ rule, dismissed: 3, notApplicable: 2, falsePositive: 1, threats: 4, often: true }], [`one ${rule}@visit Lab 1.`, `one ${rule}@visit2 Lab 2.`, `two ${rule}@visit Lab 1.`],
  ]);
  expect([less.models, less.rules.map(({ dismissed, threats, often }) => [dismissed, threats, often])]).toEqual([2, [[2, 4, false]]]);
});

test("[DEC-8] an analysis tells of a rule that is often dismissed in its model", async () => {
  const { session } = await place({ "model.yaml": shopText("http", flows + decided("not-applicable", "false-positive", "not-applicable")) });
  const { models } = await analyzeModels(undefined, session);
  expect(models[0]?.analysis.oftenDismissed).toEqual([{ rule, dismissed: 3, threats: 3 }]);
});
