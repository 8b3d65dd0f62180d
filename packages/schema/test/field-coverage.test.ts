// Every field of every concept that people write is shown in a valid fixture.
import { expect, test } from "vitest";
import {
  boundaryCharacteristicsShape, elementCharacteristicsShape, flowCharacteristicsShape, isObject, openDefinitions, migrate,
  type Definitions, type JsonObject, type JsonValue,
} from "@merlon/schema";
import { fixtureKinds, parseFixture, readFixtures } from "./fixtures.ts";

const characteristics = new Set([...Object.keys(elementCharacteristicsShape), ...Object.keys(flowCharacteristicsShape), ...Object.keys(boundaryCharacteristicsShape)]);

test("[CNF-3] every field is used in a valid fixture", () => {
  const defs = openDefinitions(Object.values(fixtureKinds).map((kind) => kind.schema));
  const seen = new Set<string>();
  for (const fixture of readFixtures("valid")) {
    visit({ $ref: `#/$defs/${fixtureKinds[fixture.kind].id}` }, migrate(parseFixture(fixture)).document as JsonValue, { defs, seen, owner: fixture.kind });
  }
  const all = Object.entries(defs).flatMap(([name, schema]) => (isObject(schema.properties) ? Object.keys(schema.properties).map((key) => `${name}.${key}`) : []));
  const missing = all.filter((field) => !seen.has(field) && !characteristics.has(field.split(".")[1] ?? ""));
  expect([all.length > 200, missing]).toEqual([true, []]);
});

interface Walk {
  readonly defs: Definitions;
  readonly seen: Set<string>;
  readonly owner: string;
}

/** Notes each field of a named definition that the value has; all alternatives are tried. */
function visit(schema: JsonObject, value: JsonValue, walk: Walk): void {
  if (typeof schema.$ref === "string") {
    const owner = schema.$ref.replace("#/$defs/", "");
    return visit(walk.defs[owner] ?? {}, value, { ...walk, owner });
  }
  for (const option of Array.isArray(schema.anyOf) ? schema.anyOf : []) if (isObject(option)) visit(option, value, walk);
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) if (isObject(schema.items)) visit(schema.items, item, walk);
  } else if (isObject(value)) {
    visitObject(schema, value, walk);
  }
}

function visitObject(schema: JsonObject, value: JsonObject, walk: Walk): void {
  const properties = isObject(schema.properties) ? schema.properties : {};
  for (const [key, inner] of Object.entries(value)) {
    const field = properties[key];
    if (isObject(field)) {
      walk.seen.add(`${walk.owner}.${key}`);
      visit(field, inner, walk);
    } else if (isObject(schema.additionalProperties)) {
      visit(schema.additionalProperties, inner, walk);
    }
  }
}
