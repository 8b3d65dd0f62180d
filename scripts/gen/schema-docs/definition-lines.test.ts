import { expect, test } from "vitest";
import { definitionLines } from "./definition-lines.ts";

test("an object becomes a table of its fields", () => {
  const lines = definitionLines({
    description: "A thing.", type: "object", required: ["id"], additionalProperties: false, patternProperties: { "^x-": {} },
    properties: {
      id: { $ref: "#/$defs/Id", description: "Its name.", examples: ["a|b"] },
      flows: { type: "array", items: { $ref: "#/$defs/Flow" }, description: "Its flows." },
      side: { enum: ["left", "right"], enumDescriptions: ["Here.", "There."], description: "Where it is.", examples: ["left"] },
      size: { anyOf: [{ type: "integer" }, { const: "unknown" }], description: "How large it is.", examples: [3] },
    },
  });
  expect(lines).toEqual([
    "A thing.", "",
    "| field | type | meaning | example |", "|---|---|---|---|",
    '| **id** (required) | [Id](common.md#id) | Its name. | `"a\\|b"` |',
    "| flows | list of [Flow](flow.md) | Its flows. |  |",
    '| side | `left`, `right` | Where it is. `left`: Here. `right`: There. | `"left"` |',
    "| size | whole number or `unknown` | How large it is. | `3` |",
    "", "Keys that start with `x-` may be added and are kept.", "",
  ]);
});

test("words show their pattern, enumerations their values, alternatives their fields", () => {
  expect(definitionLines({ description: "A word.", type: "string", pattern: "^a$" })).toEqual(["A word.", "", "Pattern: `^a$`", ""]);
  expect(definitionLines({ description: "One of two.", enum: ["a", "b"], enumDescriptions: ["First.", "Second."] })).toEqual(["One of two.", "", "| value | meaning |", "|---|---|", "| `a` | First. |", "| `b` | Second. |", ""]);
  expect(definitionLines({ description: "Either.", anyOf: [{ type: "string" }, { title: "Long", type: "object", properties: { v: { type: "boolean", description: "It." } } }] })).toEqual([
    "Either.", "", "### Long", "", "", "", "| field | type | meaning | example |", "|---|---|---|---|", "| v | true or false | It. |  |", "",
  ]);
});
