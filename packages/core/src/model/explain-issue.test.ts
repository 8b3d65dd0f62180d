import { expect, test } from "vitest";
import { testingLibrary } from "../testing-library.ts";
import { orList } from "./explain-issue.ts";
import { readModel } from "./read-model.ts";

function problems(text: string): readonly string[] {
  return readModel([{ path: "model.yaml", text }], testingLibrary).diagnostics.map(({ code, message, hint }) => `${code} ${message} ${hint}`);
}

test("a value of the wrong form is shown in the right one", () => {
  expect(problems(`merlon: "1"
id: shop
version: 1.10
owners: [1]
data:
  d: {personal: maybe, levels: high, credential: {opens: all}}
elements:
  - web
  - db
flows:
  f: {from: web, to: db, carries: d, port: ""}
boundaries:
  b:
`)).toEqual([
    "C1021 `merlon` in the model takes the number 1, not the text `1`. Leave out the quotes.",
    "C1021 `version` in the model takes text, not the number 1.1. Put it in quotes: `version: \"1.10\"`.",
    "C1021 `owners` in the model takes text, not the number 1. Put it in quotes: `\"1\"`.",
    "C1023 `maybe` is not a value of `personal` in data `d`; it takes `yes`, `no`, `unknown` or a map. Use one of the values it takes.",
    "C1021 `levels` in data `d` takes a map, not the text `high`. For example: `levels: {confidentiality: secret}`.",
    "C1021 `opens` in data `d` › credential takes `unknown` or a list, not the text `all`. For example: `opens: [{at: orders, as: write}]`.",
    "C1021 `elements` in the model takes a map, not a list. For example: `elements: {web: {kind: process}}`.",
    "C1021 `carries` in flow `f` takes `unknown` or a list, not the text `d`. Write a list: `carries: [d]`.",
    "C1021 `port` in flow `f` takes a number, not the text ``. For example: `port: 443`.",
    "C1021 `b` in `boundaries` takes a map, not nothing. Leave it out, or write for example `b: {type: network, trust: untrusted}`.",
  ]);
});

test("words of other tools lead to the own ones", () => {
  expect(problems("merlon: 1\nid: shop\nzones: {}\nelements:\n  db: {kind: database, name: Orders, stored: [], trustZone: b}\n").map((problem) => problem.replace(/^.* Did/, "Did"))).toEqual([
    "Did you mean `boundaries`?", "Did you mean `store`?", "Did you mean `title`?", "Did you mean `holds`?", "Did you mean `in`?",
  ]);
});

test("a long list of values says how many there are", () => {
  expect(orList("abcdefghijklmn".split(""))).toBe("one of 14, such as a, b, c, d, e, f, g, h, i, j, k, l");
});
