// One definition as Markdown: its text, its values, its fields.
import { isObject, type JsonObject, type JsonValue } from "@merlon/schema";
import { typeText } from "./type-text.ts";

export function definitionLines(schema: JsonObject): readonly string[] {
  return [...text(schema), ...valueLines(schema), ...fieldLines(schema), ...variantLines(schema)];
}

function text(schema: JsonObject): readonly string[] {
  const pattern = typeof schema.pattern === "string" ? [`Pattern: \`${schema.pattern}\``, ""] : [];
  return [String(schema.description ?? ""), "", ...pattern];
}

function valueLines(schema: JsonObject): readonly string[] {
  if (!Array.isArray(schema.enum)) return [];
  const texts: readonly JsonValue[] = Array.isArray(schema.enumDescriptions) ? schema.enumDescriptions : [];
  const rows = schema.enum.map((value: JsonValue, index) => `| \`${String(value)}\` | ${escaped(String(texts[index] ?? ""))} |`);
  return ["| value | meaning |", "|---|---|", ...rows, ""];
}

function fieldLines(schema: JsonObject): readonly string[] {
  if (!isObject(schema.properties)) return isObject(schema.additionalProperties) ? [`A map: each entry is ${typeText(schema.additionalProperties)}.`, ""] : [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const rows = Object.entries(schema.properties).map(([key, field]) => (isObject(field) ? fieldRow(key, field, required.has(key)) : ""));
  const open = isObject(schema.patternProperties) ? ["Keys that start with `x-` may be added and are kept.", ""] : [];
  return ["| field | type | meaning | example |", "|---|---|---|---|", ...rows, "", ...open];
}

function fieldRow(key: string, field: JsonObject, required: boolean): string {
  const [example] = Array.isArray(field.examples) ? field.examples : [];
  const name = required ? `**${key}** (required)` : key;
  const values = Array.isArray(field.enumDescriptions) && Array.isArray(field.enum) ? ` ${listed(field.enum, field.enumDescriptions)}` : "";
  return `| ${name} | ${typeText(field)} | ${escaped(String(field.description ?? "") + values)} | ${example === undefined ? "" : `\`${escaped(JSON.stringify(example))}\``} |`;
}

function listed(values: readonly JsonValue[], texts: readonly JsonValue[]): string {
  return values.map((value, index) => `\`${String(value)}\`: ${String(texts[index] ?? "")}`).join(" ");
}

/** Alternatives that are objects have fields of their own. */
function variantLines(schema: JsonObject): readonly string[] {
  const variants: readonly JsonValue[] = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  return variants.filter(isObject).flatMap((variant) => {
    if (isObject(variant.properties)) return [`### ${String(variant.title ?? "Object")}`, "", ...definitionLines(variant)];
    return Array.isArray(variant.enum) ? valueLines(variant) : [];
  });
}

function escaped(words: string): string {
  return words.replaceAll("|", "\\|").replaceAll("\n", " ");
}
