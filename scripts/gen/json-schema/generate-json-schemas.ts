// Writes the published JSON Schemas: one file per concept with references between them, and the bundled one.
import { bundledSchema, definitions, openDefinitions, rewrite, schemaBase, schemaDialect, type Definitions, type JsonObject } from "@merlon/schema";
import { kebab, moduleNames, resultRoots, writtenRoots } from "./schema-roots.ts";

const folder = "spec/v1";

export async function generateJsonSchemas(): Promise<ReadonlyMap<string, string>> {
  const all = publishedDefinitions();
  const own = moduleNames.map((name) => [`${kebab(name)}.schema.json`, moduleSchema(name, all)] as const);
  const files = [...own, ["common.schema.json", commonSchema(all)] as const, ["merlon.schema.json", bundledSchema()] as const];
  return new Map(files.map(([name, schema]) => [`${folder}/${name}`, `${JSON.stringify(schema, null, 2)}\n`]));
}

/** Everything that is published, by id: what people write is open for extensions, results are closed. */
export function publishedDefinitions(): Definitions {
  return { ...definitions(resultRoots), ...openDefinitions(writtenRoots) };
}

function moduleSchema(name: string, all: Definitions): JsonObject {
  const schema = all[name];
  if (schema === undefined) throw new Error(`${name} is to be published but no schema has this id`);
  return { $schema: schemaDialect, $id: `${schemaBase}${kebab(name)}.schema.json`, ...toFiles(schema) };
}

function commonSchema(all: Definitions): JsonObject {
  const names = Object.keys(all).filter((name) => !moduleNames.includes(name)).sort();
  return {
    $schema: schemaDialect,
    $id: `${schemaBase}common.schema.json`,
    title: "Common parts",
    description: "Words and small objects that several concepts share.",
    $defs: Object.fromEntries(names.map((name) => [name, toFiles(all[name] ?? {})])),
  };
}

/** References inside one document become references between files. */
function toFiles(schema: JsonObject): JsonObject {
  return rewrite(schema, (object) => (typeof object.$ref === "string" ? { ...object, $ref: fileReference(object.$ref) } : object));
}

function fileReference(reference: string): string {
  const name = reference.replace("#/$defs/", "");
  return moduleNames.includes(name) ? `${kebab(name)}.schema.json` : `common.schema.json#/$defs/${name}`;
}
