import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { isObject, schemaDialect, type JsonObject, type JsonValue } from "@merlon/schema";
import { publishedDefinitions } from "./generate-json-schemas.ts";
import { lintDefinitions } from "./schema-lint.ts";

const all = publishedDefinitions();

test("[SCH-1] the published definitions pass the schema lint", () => {
  expect(Object.keys(all).length).toBeGreaterThan(120);
  expect(lintDefinitions(all)).toEqual([]);
});

test("the lint finds what it is for", () => {
  const field: JsonObject = { title: "Colour", description: "colour", type: "string" };
  const bad: JsonObject = { title: "Bad", type: "object", properties: { "is-a": field, "is-b": { enum: ["Loud_Value"] }, "is-c": { title: "C", description: "C.", examples: [1] } } };
  expect(lintDefinitions({ Bad: bad })).toEqual([
    { at: "Bad", problem: "no description" },
    { at: "Bad", problem: "an object that takes any key" },
    { at: "Bad.is-a", problem: "a description that is not a sentence" },
    { at: "Bad.is-a", problem: "a description that repeats the title" },
    { at: "Bad.is-a", problem: "no example" },
    { at: "Bad.is-b", problem: "no title" },
    { at: "Bad.is-b", problem: "no description" },
    { at: "Bad.is-b", problem: "no example" },
    { at: "Bad.is-c", problem: "a description that repeats the title" },
    { at: "Bad.is-b", problem: "the value Loud_Value is not in kebab case" },
    { at: "Bad.is-b", problem: "values without a sentence each" },
    { at: "Bad", problem: "three or more is… fields" },
  ]);
});

test("[SCH-1] every example of every field validates", () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true, keywords: ["enumDescriptions"] });
  const fields = Object.keys(all).flatMap((name) => fieldsBelow(`#/$defs/${name}`, all[name] ?? {}));
  // One compilation for all: an object with a list of examples for each field.
  const properties = Object.fromEntries(fields.map(([pointer]) => [pointer, { type: "array", items: { $ref: pointer } }]));
  const validate = ajv.compile({ $schema: schemaDialect, type: "object", properties, $defs: all });
  validate(Object.fromEntries(fields));
  expect([fields.length > 500, validate.errors ?? []]).toEqual([true, []]);
}, 30_000);

/** Pointer and examples of every field. */
function fieldsBelow(pointer: string, schema: JsonObject): readonly (readonly [string, readonly JsonValue[]])[] {
  const fields = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const inner = [
    ...fields.map(([key, field]) => [`${pointer}/properties/${key}`, field] as const),
    ...(Array.isArray(schema.anyOf) ? schema.anyOf.map((option: JsonValue, index) => [`${pointer}/anyOf/${index}`, option] as const) : []),
    [`${pointer}/items`, schema.items] as const,
  ];
  const own = fields.flatMap(([key, field]) => (isObject(field) && Array.isArray(field.examples) ? [[`${pointer}/properties/${key}`, field.examples] as const] : []));
  return [...own, ...inner.flatMap(([place, field]) => (isObject(field) ? fieldsBelow(place, field) : []))];
}
