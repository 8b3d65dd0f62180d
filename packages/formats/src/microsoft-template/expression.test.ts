// The small language of a template's conditions, told in words of one form.
import { expect, test } from "vitest";
import { holds } from "./evaluate-expression.ts";
import { parseExpression } from "./expression.ts";
import type { Expression } from "./expression.ts";

function told(expression: Expression): string {
  switch (expression.kind) {
    case "all":
    case "any": return `${expression.kind}(${expression.parts.map(told).join(", ")})`;
    case "not": return `not ${told(expression.part)}`;
    case "type": return `${expression.role}:${expression.type}`;
    case "attribute": return `${expression.role}.${expression.attribute}=${expression.value}`;
    case "crosses": return `crosses:${expression.type}`;
  }
}

function parsed(text: string): string {
  const result = parseExpression(text);
  return "expression" in result ? told(result.expression) : result.problem;
}

test.each([
  ["source is 'P'", "source:P"],
  ["target is 'P' or flow crosses 'B' and flow.a is 'Yes'", "any(target:P, all(crosses:B, flow.a=Yes))"],
  ["(source is 'P' OR target is 'P') AND NOT (Flow Crosses 'B')", "all(any(source:P, target:P), not crosses:B)"],
  ["not not source is 'P'", "not not source:P"],
  ["source.23e2b6f4-fcd8 is  'with (brackets) and or'", "source.23e2b6f4-fcd8=with (brackets) and or"],
])("%s", (text, expected) => {
  expect(parsed(text)).toBe(expected);
});

test.each([
  ["", "it is empty"],
  ["source is", "a quoted value is missing after `source`"],
  ["source is 'P", "a quoted value does not end"],
  ["(source is 'P'", "a bracket does not close"],
  ["source is 'P' target is 'P'", "`target` is not expected"],
  ["source is 'P' and", "something is missing"],
  ["sauce is 'P'", "`sauce` is neither source, target nor flow"],
  ["source crosses 'B'", "`crosses` compares nothing"],
  ["not ".repeat(60), "it nests too deeply"],
])("%s is not understood", (text, problem) => {
  expect(parsed(text)).toBe(problem);
});

test("what is not there is not so, and types inherit", () => {
  const interaction = {
    types: { source: new Set(["P", "web"]), target: new Set(["DS"]), flow: new Set(["DF"]) },
    attributes: { source: new Map([["a", "Yes"]]), target: new Map<string, string>(), flow: new Map<string, string>() },
    crossed: new Set(["B", "internet"]),
  };
  const cases = ["source is 'P'", "source is 'web'", "source is 'ROOT'", "source.a is 'Yes'", "source.a is 'yes'", "target.a is 'No'", "not target.a is 'No'", "flow crosses 'B'", "flow crosses 'C' or target is 'DS'"];
  const answers = cases.map((text) => {
    const result = parseExpression(text);
    return "expression" in result && holds(result.expression, interaction);
  });
  expect(answers).toEqual([true, true, false, true, false, false, true, true, true]);
});
