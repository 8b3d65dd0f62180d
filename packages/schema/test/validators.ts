// The two validators side by side: Zod on what core leaves after lifting, and Ajv on the committed JSON Schema.
import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import { fixtureKinds } from "./fixtures.ts";
import { lift } from "./lift.ts";

export type Definition = (typeof fixtureKinds)[keyof typeof fixtureKinds]["id"];

const base = "https://merlon.dev/schema/v1/";
const ajv = new Ajv2020({
  strict: true, strictRequired: false, allowUnionTypes: true, keywords: ["enumDescriptions"],
  schemas: ["merlon", "rule", "rule-tests", "condition", "common"].map(readSchema),
});
const ownFiles: Readonly<Partial<Record<Definition, string>>> = { ModelDocument: "merlon.schema.json", Rule: "rule.schema.json", RuleTests: "rule-tests.schema.json" };

export function zodAccepts(id: Definition, document: unknown): boolean {
  const kind = Object.values(fixtureKinds).find((one) => one.id === id);
  return kind !== undefined && kind.schema.safeParse(lift(document)).success;
}

export function ajvAccepts(id: Definition, document: unknown): boolean {
  const validate = ajv.getSchema(`${base}${ownFiles[id] ?? `merlon.schema.json#/$defs/${id}`}`);
  if (validate === undefined) throw new Error(`no published schema ${id}`);
  return validate(document) === true;
}

function readSchema(name: string): AnySchema {
  return JSON.parse(readFileSync(new URL(`../../../spec/v1/${name}.schema.json`, import.meta.url), "utf8")) as AnySchema;
}
