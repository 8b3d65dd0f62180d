// Questions: one per object and key, ranked by what they decide, grouped by key, limited by the model's depth.
import { given } from "@merlon/testkit";
import { expect, test } from "vitest";
import { analyze } from "../analysis/analyze.ts";

const RULES = `
leak: {when: {fact: flow.encryption-in-transit, is: no}}
worse: {when: {fact: flow.encryption-in-transit, is: no}, threat: {source: s, prerequisite: p, action: a, consequence: c, goal: g, harmed: h, ease: 1, impact: 4}}
deep: {when: {fact: flow.certificate-validation, is: no}}
`;
const MODEL = "boundaries: {z: {type: network, trust: internal}}\nelements: {a: {kind: process}, b: {kind: store}}\nflows: {f: {from: a, to: b, carries: []}, g: {from: a, to: b, carries: []}}";

function asked(depth: string, yaml = MODEL) {
  const { model, library } = given(yaml, { rules: RULES, header: `merlon: 1\nid: test\ndepth: ${depth}` });
  const { analysis } = analyze(model, library, { at: "2026-01-01" });
  return {
    questions: analysis.questions.map((q) => `${q.id} ${q.weight} ${q.decides.join(" ")}`),
    groups: analysis.questionGroups.map((g) => `${g.text} ${g.questions.join(" ")}`), counts: [analysis.counts.questions, analysis.counts.deeperQuestions], next: analysis.next,
  };
}

test("[QUE-1] [QUE-2] [QUE-5] one question for each object and key, the weightiest first, and one group for all that are alike", () => {
  expect(asked("full")).toEqual({
    questions: [
      "encryption-in-transit@f 10 leak@f worse@f", "encryption-in-transit@g 10 leak@g worse@g",
      "certificate-validation@f 1 deep@f", "certificate-validation@g 1 deep@g",
    ],
    groups: [
      expect.stringMatching(/f and g.* encryption-in-transit@f encryption-in-transit@g$/) as string,
      expect.stringMatching(/f and g.* certificate-validation@f certificate-validation@g$/) as string,
    ],
    counts: [4, 0], next: { enough: false, sentences: [expect.stringMatching(/^Answer next: /) as string] },
  });
});

test("[QUE-5] groups are ranked by what they decide, with less for each further place, and before those that are deeper", () => {
  const { model, library } = given(MODEL, { rules: RULES, header: "merlon: 1\nid: test\ndepth: standard" });
  expect(analyze(model, library, { at: "2026-01-01" }).analysis.questionGroups.map(({ key, weight, depth }) => [key, weight, depth])).toEqual([["encryption-in-transit", 15, "sketch"], ["certificate-validation", 1.5, "full"]]);
});

test("[QUE-3] a question deeper than the model's depth is counted and not asked; when nothing material is left, that is said", () => {
  expect(asked("standard").counts).toEqual([2, 2]);
  const answered = MODEL.replaceAll("carries: []", "carries: [], encryption-in-transit: yes");
  expect(asked("standard", answered).next).toEqual({
    enough: true, sentences: ["Nothing material is left at depth standard.", "2 questions wait at a greater depth or could only reveal something minor."],
  });
});

test("[QUE-5] a group names its objects where the title stands, not inside other words", () => {
  const { model, library } = given("elements: {a: {kind: process}, b: {kind: store}}\nflows: {call: {from: a, to: b}, see: {from: a, to: b}}", { rules: "door: {when: {fact: flow.authentication, is: no}}" });
  expect(analyze(model, library, { at: "2026-01-01" }).analysis.questionGroups.map((g) => g.text)).toEqual(["How does the caller of call and see prove who it is?"]);
});
