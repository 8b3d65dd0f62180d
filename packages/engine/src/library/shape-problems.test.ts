// What is told of a rule whose shape is wrong.
import { RuleSchema } from "@merlon/schema";
import { expect, test } from "vitest";
import { shapeProblems } from "./shape-problems.ts";

const threat = { source: "s", prerequisite: "p", action: "a", consequence: "c", goal: "g", harmed: "h", ease: 0 };
const rule = {
  revision: 1, status: "stable", title: "T", scope: "flow", when: { fact: "flow.crosses", is: "yes" }, threat,
  stride: ["I"], why: "W", fix: [{ advice: "A" }], "false-positives": [],
};
const { ease: _, ...harder } = threat;
const { fix: __, ...unfixed } = rule;

test.each([
  [rule, []],
  [{ ...rule, threat: harder }, ["threat.ease: expected -1, 0 or 1"]],
  [{ ...rule, threat: { ...threat, ease: 3 } }, ["threat.ease: expected -1, 0 or 1"]],
  [unfixed, ["fix: at least one fix is needed"]],
  [{ ...rule, fix: [] }, ["fix: at least one fix is needed"]],
  [{ ...rule, when: { some: "flow.carries", as: "d" } }, ["when.where: is missing"]],
  [{ ...rule, when: { some: "flow.carries", as: "d", wher: { fact: "d.kind", is: "x" } } }, ["when.where: is missing", 'unknown field "wher"; did you mean "where"?']],
  [{ ...rule, when: { all: [{ some: "flow.carries", as: "d" }] } }, ["when.all.0.where: is missing"]],
])("[RUL-1] %j", (value, told) => {
  expect(shapeProblems(RuleSchema, value).map(({ message }) => message)).toEqual(told);
});
