// The matcher on pairs that are right, nearly right and wrong, so that it cannot flatter.
import { expect, test } from "vitest";
import type { ExpertThreat, Generated } from "./expert-threat.ts";
import { agreementOf, isToThePoint, strengthOf, type Matching } from "./match.ts";
import { similarity, weightsOf } from "./similarity.ts";
import { weaknessTree } from "./weakness.ts";

const expertText = "Messages on the queue could be tampered with";
const texts = [expertText, "Somebody tampers with messages in the queue", "Nobody can show who placed an order", "A flood of requests stops the shop"];
const matching: Matching = {
  ends: new Map([["put", ["web", "queue"]], ["get", ["worker", "queue"]]]),
  tree: weaknessTree([{ id: "CWE-319", parents: ["CWE-311"] }, { id: "CWE-311", parents: ["CWE-693"] }, { id: "CWE-89", parents: ["CWE-943"] }, { id: "CWE-943", parents: ["CWE-74"] }, { id: "CWE-74", parents: ["CWE-707"] }]),
  weights: weightsOf(texts),
};
const expert: ExpertThreat = { id: "e", at: ["queue"], stride: ["T"], cwe: ["311"], about: "", nature: "model", text: expertText };
const generated: Generated = { id: "r@queue", target: "queue", holders: [], stride: ["T"], cwe: [], text: "A flood of requests stops the shop" };

function check(changes: Partial<Generated>, of: Partial<ExpertThreat> = {}): string | undefined {
  const agreement = agreementOf({ ...expert, ...of }, { ...generated, ...changes }, matching);
  return agreement && strengthOf(agreement);
}

test("the same object and a shared letter are M1", () => {
  expect([check({}), check({ stride: ["S", "T"] }), check({ stride: ["I"] }), check({ target: "web" })]).toEqual(["M1", "M1", undefined, undefined]);
});

test("a flow of the element is near: enough for a shared weakness, not for a shared letter", () => {
  expect([check({ target: "put" }), check({ target: "put", cwe: ["319"] }), check({ target: "worker", cwe: ["319"] })]).toEqual([undefined, "M2", undefined]);
});

test("data held at the element is near", () => {
  expect([check({ target: "model", holders: ["queue"], cwe: ["311"] }), check({ target: "model", holders: ["web"], cwe: ["311"] })]).toEqual(["M2", undefined]);
});

test("weaknesses more than two steps apart are not one class", () => {
  expect([check({ stride: [], cwe: ["89"] }, { cwe: ["74"] }), check({ stride: [], cwe: ["89"] }, { cwe: ["707"] }), check({ stride: [], cwe: ["89"] })]).toEqual(["M2", undefined, undefined]);
});

test("texts that say the same are M3, other texts are nothing", () => {
  expect([check({ stride: ["I"], text: texts[1]! }), check({ stride: ["I"], text: texts[2]! })]).toEqual(["M3", undefined]);
});

test("an expert's threat without letters is never M1", () => {
  expect(check({}, { stride: [] })).toBeUndefined();
});

test("to the point is more than place and letter", () => {
  const points = [{}, { cwe: ["319"] }, { text: texts[1]! }, { stride: ["I" as const], cwe: ["319"] }].map((changes) => agreementOf(expert, { ...generated, ...changes }, matching));
  expect(points.map((agreement) => agreement && isToThePoint(agreement))).toEqual([false, true, true, true]);
});

test("similarity is 1 with itself and 0 with nothing in common", () => {
  expect([similarity(expertText, expertText, matching.weights).toFixed(3), similarity(expertText, texts[3]!, matching.weights)]).toEqual(["1.000", 0]);
});
