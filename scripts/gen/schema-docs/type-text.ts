// The type of a field in a few words, with links to what it refers to.
import { isObject, type JsonObject, type JsonValue } from "@merlon/schema";
import { kebab, moduleNames } from "../json-schema/schema-roots.ts";

export function typeText(schema: JsonValue | undefined): string {
  if (!isObject(schema)) return "anything";
  if (typeof schema.$ref === "string") return link(schema.$ref.replace("#/$defs/", ""));
  if (Array.isArray(schema.anyOf)) return [...new Set(schema.anyOf.map((option: JsonValue) => typeText(option)))].join(" or ");
  if (Array.isArray(schema.enum)) return schema.enum.map((value: JsonValue) => `\`${String(value)}\``).join(", ");
  if ("const" in schema) return `\`${String(schema.const)}\``;
  return plainType(schema);
}

function plainType(schema: JsonObject): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type: JsonValue | undefined) => {
    switch (type) {
      case "array": return `list of ${typeText(schema.items)}`;
      case "object": return isObject(schema.additionalProperties) ? `map of ${typeText(schema.additionalProperties)}` : "object";
      case "string": return "text";
      case "integer": return "whole number";
      case "number": return "number";
      case "boolean": return "true or false";
      case "null": return "null";
      default: return "anything";
    }
  }).join(" or ");
}

function link(name: string): string {
  return moduleNames.includes(name) ? `[${name}](${kebab(name)}.md)` : `[${name}](common.md#${name.toLowerCase()})`;
}
