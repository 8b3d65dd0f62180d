// A JSON Schema as plain data, and a walk over all schemas inside it.

export interface JsonObject { readonly [key: string]: JsonValue }
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keywords whose content is data, not a schema. */
const dataKeywords = new Set(["examples", "enum", "const", "default", "required", "enumDescriptions"]);

/** Applies `change` to every object below, innermost first; examples and enumerations stay as they are. */
export function rewrite(object: JsonObject, change: (object: JsonObject) => JsonObject): JsonObject {
  const entries = Object.entries(object).map(([key, inner]) => [key, dataKeywords.has(key) ? inner : rewriteValue(inner, change)]);
  return change(Object.fromEntries(entries));
}

function rewriteValue(value: JsonValue, change: (object: JsonObject) => JsonObject): JsonValue {
  if (Array.isArray(value)) return value.map((item) => rewriteValue(item, change));
  return isObject(value) ? rewrite(value, change) : value;
}
