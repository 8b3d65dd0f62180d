// The published files hang together: every reference between them leads somewhere, and each compiles.
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { schemaBase } from "@merlon/schema";
import { generateJsonSchemas } from "./generate-json-schemas.ts";

test("[SCH-1] every published file is a JSON Schema 2020-12 under its own address, and all references hold", async () => {
  const files = await generateJsonSchemas();
  const schemas = [...files].map(([path, text]) => [path, JSON.parse(text) as AnySchemaObject] as const);
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, keywords: ["enumDescriptions"], schemas: schemas.map(([, schema]) => schema) });
  const broken = schemas.filter(([path, schema]) => schema.$id !== `${schemaBase}${path.replace("spec/v1/", "")}` || ajv.getSchema(String(schema.$id)) === undefined);
  expect([schemas.length > 35, broken.map(([path]) => path)]).toEqual([true, []]);
}, 30_000);
