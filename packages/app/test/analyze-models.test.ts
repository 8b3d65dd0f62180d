import { expect, test } from "vitest";
import { analysisSetOf } from "../src/analysis-set.ts";
import { analyzeModels } from "../src/analyze-models.ts";
import { place } from "./place.ts";

const crossing = [
  "merlon: 1", "id: shop", "data:", "  order: {levels: {confidentiality: secret}}", "boundaries:", "  internet: {type: network, trust: untrusted}", "  inside: {type: network, trust: internal}",
  "elements:", "  shopper: {kind: external, type: human.customer, in: internet}", "  web: {kind: process, type: web.application, in: inside}",
  "flows:", "  visit: {from: shopper, to: web, protocol: http, carries: [order]}", "",
].join("\n");

test("[IDT-7] a folder of models is a set, each under its name, whose totals are the sums", async () => {
  const { session } = await place({ "one.yaml": crossing, "two/model.yaml": crossing });
  const { set, models } = await analyzeModels(".", session);
  const { totals, models: analyses } = analysisSetOf(models);
  const [one] = models;
  const fires = (id: string) => totals.rules.find(({ rule }) => rule === id)?.threats;
  expect([set, Object.keys(analyses), totals.models, totals.threats, fires("plaintext-flow-across-boundary")]).toEqual([true, ["one", "two"], 2, 2 * (one?.analysis.counts.threats ?? 0), 2]);
});

test("[POL-3] the gate follows what the person asked, else the model's policy", async () => {
  const { session } = await place({ "model.yaml": crossing, "policy.yaml": "fail-on: high\n" });
  const { models } = await analyzeModels(undefined, session);
  const [model] = models;
  const high = model?.analysis.threats.filter((t) => t.severity === "high" || t.severity === "critical").map((t) => t.id);
  expect(model?.analysis.gate?.reasons.map(({ policy, ids }) => [policy, ids])).toEqual([["fail-on: high", high]]);
  const asked = await analyzeModels(undefined, session, { failOn: "info" });
  expect(asked.models[0]?.analysis.gate?.reasons.map(({ policy, ids }) => [policy, ids.length])).toEqual([["--fail-on info", model?.analysis.threats.length]]);
});

test("the errors of all models of a set are told together", async () => {
  const { session } = await place({ "one.yaml": `${crossing}colour: red\n`, "two.yaml": crossing, "six.yaml": `${crossing}colour: blue\n` });
  await expect(analyzeModels(".", session)).rejects.toMatchObject({ code: "A4006", message: "2 errors in one.yaml, six.yaml." });
});
