// The schema's own lint over the published definitions: what a reader and an editor need is there, and nothing is said twice.
import { isObject, type Definitions, type JsonObject, type JsonValue } from "@merlon/schema";

export interface LintProblem {
  readonly at: string;
  readonly problem: string;
}

export function lintDefinitions(all: Definitions): readonly LintProblem[] {
  return Object.entries(all).flatMap(([name, schema]) => [...lintTexts(name, schema), ...lintInside(name, schema), ...lintFlags(name, schema)]);
}

/** Every schema below, with its place. */
function lintInside(at: string, schema: JsonObject): readonly LintProblem[] {
  const fields = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const nested = [
    ...fields.map(([key, field]) => [`${at}.${key}`, field] as const),
    ...listOf(schema.anyOf).map((option, index) => [`${at}#${index}`, option] as const),
    [`${at}[]`, schema.items] as const,
    [`${at}{}`, schema.additionalProperties] as const,
  ];
  return [
    ...lintObject(at, schema), ...lintEnumeration(at, schema),
    ...fields.flatMap(([key, field]) => (isObject(field) ? [...lintTexts(`${at}.${key}`, field), ...lintExamples(`${at}.${key}`, field)] : [])),
    ...nested.flatMap(([place, inner]) => (isObject(inner) ? lintInside(place, inner) : [])),
  ];
}

function lintObject(at: string, schema: JsonObject): readonly LintProblem[] {
  const closed = schema.additionalProperties === false || isObject(schema.additionalProperties);
  return schema.type !== "object" || closed ? [] : [{ at, problem: "an object that takes any key" }];
}

function lintTexts(at: string, schema: JsonObject): readonly LintProblem[] {
  const { title, description } = schema;
  // A reference without texts of its own shows those of what it refers to.
  const refers = typeof schema.$ref === "string";
  const problems = [
    refers || typeof title === "string" ? "" : "no title",
    refers || typeof description === "string" ? "" : "no description",
    typeof description === "string" && !/^[A-Z"`].*[.?]$/.test(description) ? "a description that is not a sentence" : "",
    typeof title === "string" && typeof description === "string" && bare(title) === bare(description) ? "a description that repeats the title" : "",
  ];
  return problems.filter((problem) => problem !== "").map((problem) => ({ at, problem }));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/^(the|a|an) /, "").replace(/[.?]$/, "");
}

function lintExamples(at: string, schema: JsonObject): readonly LintProblem[] {
  return listOf(schema.examples).length > 0 ? [] : [{ at, problem: "no example" }];
}

/** Answers to open questions; they read the same everywhere and need no text in each place. */
const plainAnswers = new Set(["yes", "no", "unknown"]);

function lintEnumeration(at: string, schema: JsonObject): readonly LintProblem[] {
  const values = listOf(schema.enum).map(String);
  if (values.length === 0) return [];
  const odd = values.filter((value) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && !/^[STRIDE]$/.test(value));
  const texts = listOf(schema.enumDescriptions).filter((text) => /^[A-Z"`].*[.]$/.test(String(text)));
  const textless = texts.length !== values.length && !values.every((value) => plainAnswers.has(value));
  return [
    ...odd.map((value) => ({ at, problem: `the value ${value} is not in kebab case` })),
    ...(textless ? [{ at, problem: "values without a sentence each" }] : []),
  ];
}

/** Three yes/no fields that start with `is` are one enumeration not yet found. */
function lintFlags(at: string, schema: JsonObject): readonly LintProblem[] {
  const keys = isObject(schema.properties) ? Object.keys(schema.properties) : [];
  return keys.filter((key) => /^is[-A-Z]/.test(key)).length < 3 ? [] : [{ at, problem: "three or more is… fields" }];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
