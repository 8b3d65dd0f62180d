// A policy may name only levels that the model's trust scale has.
import { expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";

test("[POL-7] a trust level of the policy that the scale does not have is told at its place, in either file", () => {
  const model = (more = "") => ({ path: "model.yaml", text: `merlon: 1\nid: shop\nscales: {trust: [outside, inside]}\n${more}` });
  const policy = "gates: {change: {every: {personal-data-below: insid}}, model: {operate: {personal-data-below: inside}}}\n";
  const told = (files: readonly { readonly path: string; readonly text: string }[]) => readModel(files, testingLibrary).diagnostics.map(({ code, where, message }) => `${code} ${where?.file}:${where?.line}:${where?.column} ${message}`);
  const message = "`insid` in the policy is not a level of the scale `trust`; it has `outside` or `inside`.";
  expect([told([model(), { path: "policy.yaml", text: policy }]), told([model(`policy:\n  ${policy}`)])]).toEqual([[`C1055 policy.yaml:1:47 ${message}`], [`C1055 model.yaml:5:49 ${message}`]]);
});
