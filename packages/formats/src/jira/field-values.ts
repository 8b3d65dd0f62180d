// The values of a field of Jira as words: an option, a person, a list or plain text all become lines of text.
import { oneLine } from "../foreign/excerpt.ts";
import { isMap } from "../foreign/place.ts";
import { adfText } from "./adf-text.ts";

export function fieldValues(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(fieldValues);
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  if (typeof value === "string") return some(value);
  if (!isMap(value)) return [];
  if (value["type"] === "doc") return some(adfText(value));
  // A person, an option, a version, a thing with a key: the first of these says who or what it is.
  for (const key of ["emailAddress", "value", "displayName", "name", "key"]) {
    const said = value[key];
    if (typeof said === "string" && said.trim() !== "") return [...some(said), ...fieldValues(value["child"])];
  }
  return [];
}

export function firstValue(value: unknown): string | undefined {
  return fieldValues(value)[0];
}

function some(text: string): readonly string[] {
  const line = oneLine(text);
  return line === "" ? [] : [line];
}
