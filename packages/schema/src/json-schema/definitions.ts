// Turns Zod schemas into JSON Schema 2020-12 definitions, and adds what Zod cannot say: extensions and the keys of packs.
import * as z from "zod";
import { isObject, rewrite, type JsonObject } from "./json-object.ts";

/** Every object may carry `x-…` keys; core lifts them out before Zod. */
export const extensionPattern = "^x-";
/** A pack's own characteristics: its name, a dot, and the rest. */
export const packKeyPattern = "^[a-z][a-z0-9-]*\\.[a-z0-9.-]+$";

const prefix = "#/$defs/";
const withPackKeys = new Set(["Element", "Flow", "Boundary"]);

export type Definitions = Readonly<Record<string, JsonObject>>;

/** Every definition that the roots reach, by id. References between them are `#/$defs/<id>`. */
export function definitions(roots: readonly z.ZodType[]): Definitions {
  return convert(Object.fromEntries(roots.map((root, index) => [`root${index}`, root]))).defs;
}

/** The definitions of what people write: open for extensions, and for pack keys where characteristics stand. */
export function openDefinitions(roots: readonly z.ZodType[]): Definitions {
  return Object.fromEntries(Object.entries(definitions(roots)).map(([id, schema]) => {
    const extended = withExtensions(schema);
    return [id, withPackKeys.has(id) ? withPattern(extended, packKeyPattern, packValue) : extended];
  }));
}

/** Fields with their schemas, and the definitions that these need. */
export function openFields(fields: Readonly<Record<string, z.ZodType>>): { readonly properties: Definitions; readonly defs: Definitions } {
  const { properties, defs } = convert(fields);
  return { properties: mapValues(properties, withExtensions), defs: mapValues(defs, withExtensions) };
}

function convert(fields: Readonly<Record<string, z.ZodType>>): { readonly properties: Definitions; readonly defs: Definitions } {
  const { properties = {}, $defs = {} } = z.toJSONSchema(z.strictObject(fields), { io: "input", target: "draft-2020-12" });
  const plain = JSON.parse(JSON.stringify({ properties, defs: $defs })) as { readonly properties: Definitions; readonly defs: Definitions }; // object schemas only: no root is a bare boolean
  const defs = mapValues(plain.defs, withoutId);
  const named = Object.fromEntries(Object.entries(defs).filter(([id]) => aliasOf(defs, id) === undefined));
  const direct = (schema: JsonObject): JsonObject => rewrite(schema, (object) => withoutAlias(object, defs));
  return { properties: mapValues(plain.properties, direct), defs: mapValues(named, direct) };
}

/** Zod gives a lazy schema a nameless definition that only refers on. */
function aliasOf(defs: Definitions, id: string): JsonObject[string] | undefined {
  return id.startsWith("__") ? defs[id]?.$ref : undefined;
}

function withoutAlias(object: JsonObject, defs: Definitions): JsonObject {
  const target = typeof object.$ref === "string" ? aliasOf(defs, object.$ref.slice(prefix.length)) : undefined;
  return target === undefined ? object : { ...object, $ref: target };
}

function mapValues(all: Definitions, change: (schema: JsonObject) => JsonObject): Definitions {
  return Object.fromEntries(Object.entries(all).map(([key, schema]) => [key, change(schema)]));
}

function withExtensions(schema: JsonObject): JsonObject {
  return rewrite(schema, (object) => (object.additionalProperties === false ? withPattern(object, extensionPattern, {}) : object));
}

/** What a characteristic of an unknown pack may be: any scalar or set, short or long. */
const packValue: JsonObject = { title: "Characteristic of a pack", description: "A characteristic that a rule pack brings; checked against the loaded packs." };

function withPattern(object: JsonObject, pattern: string, schema: JsonObject): JsonObject {
  const before = isObject(object.patternProperties) ? object.patternProperties : {};
  return { ...object, patternProperties: { ...before, [pattern]: schema } };
}

function withoutId(schema: JsonObject): JsonObject {
  const { id: _id, ...rest } = schema;
  return rest;
}
