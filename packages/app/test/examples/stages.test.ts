// One service from idea to retirement: what is asked and what stops differ by stage as the guide says.
import { STAGES } from "@merlon/core";
import { beforeAll, expect, test } from "vitest";
import { analyzeModels, type AnalysedModel } from "../../src/analyze-models.ts";
import { session } from "./example-models.ts";

const byStage: AnalysedModel[] = [];

beforeAll(async () => {
  for (const stage of STAGES) byStage.push(...(await analyzeModels(`stages/${stage}.yaml`, session)).models);
}, 60_000);

test("each example is at its stage, and all have one policy", () => {
  expect(byStage.map(({ analysis }) => analysis.model.stage)).toEqual(STAGES);
  expect(new Set(byStage.map(({ loaded }) => JSON.stringify(loaded.model.policy))).size).toBe(1);
});

test("[POL-3] the gate of each stage stops what that stage may not have", () => {
  const verdicts = byStage.map(({ analysis: { gate } }) => (gate?.reasons ?? []).map(({ policy, ids }) => `${policy ?? ""} ${ids.join()}`));
  expect(verdicts).toEqual([
    [], [], ["gates.model.build.severity: high script-injected-into-pages@desk"], ["gates.model.deploy.questions: 0 patching@desk"], [],
    ["gates.model.retire.severity: medium keys-outlive-the-service@write-to", "gates.model.retire.questions: 0 data-at-end@reports"],
  ]);
});

test("[RUL-13] a rule that waits says for which stage, and is asked there", () => {
  const asked = byStage.map(({ analysis }) => analysis.rules.filter(({ rule }) => ["query-built-from-input", "one-person-can-ship-code", "data-stays-behind-when-service-ends"].includes(rule)).map(({ rule }) => rule).sort());
  const [data, ship, query] = ["data-stays-behind-when-service-ends", "one-person-can-ship-code", "query-built-from-input"];
  expect(asked).toEqual([[], [ship, query], [ship, query], [ship, query], [ship, query], [data, query]]);
  expect(byStage.map(({ analysis }) => analysis.waiting?.map(({ stage }) => stage) ?? [])).toEqual([["design", "retire"], ["retire"], ["retire"], ["retire"], ["retire"], ["operate"]]);
});

test("what is borne in operation stops once its day is past", async () => {
  const { models: [later] } = await analyzeModels("stages/operate.yaml", { ...session, at: "2027-06-01" });
  expect(later?.analysis.gate?.reasons.map(({ policy }) => policy?.split(":")[0])).toEqual(["gates.model.operate.severity", "gates.model.operate.decisions"]);
});
