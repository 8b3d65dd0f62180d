// Turns one Zod issue into our diagnostics: what is wrong, where, what was expected, the nearest right thing.
import type * as z from "zod";
import type { Characteristic, CharacteristicTarget, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { nearest } from "../text/nearest.ts";
import { whereIs, whereIsValue } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { Path } from "../text/tree.ts";
import type { LibraryIndex } from "./library-index.ts";
import { adviceFor, adviceForMissing } from "./explain-advice.ts";
import { allowedId } from "./explain-id.ts";
import { ownKey, ownValue } from "./explain-own-word.ts";
import { characteristicTargets, describePath, isMapName, isObject } from "./maps.ts";
import { schemaTargets } from "./schema-targets.ts";
import { formatAt, knownKeys } from "./schema-walk.ts";

export type Issue = z.core.$ZodIssue;

export interface IssueContext {
  readonly parsed: ParsedFile;
  readonly document: unknown;
  readonly schema: z.ZodType;
  readonly index: LibraryIndex;
  /** Keys that another kind of file takes at its top: key to where it belongs. */
  readonly elsewhere: ReadonlyMap<string, string>;
}

export function explainIssue(context: IssueContext, issue: Issue): readonly Diagnostic[] {
  const path = plainPath(issue.path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(context, path, key));
    case "invalid_union":
      return explainUnion(context, path, issue.errors);
    case "invalid_key":
      return [badKey(context, path)];
    case "invalid_type":
      return [wrongType(context, path, [expectedType(issue.expected)])];
    case "invalid_value":
      return [notAmong(context, path, issue.values.map(String))];
    case "invalid_format":
      return [badFormat(context, path)];
    case "too_small":
    case "too_big":
      return [outOfRange(context, path, issue)];
    default:
      return [wrongType(context, path, [issue.message])];
  }
}

/** A union's own issue says only that no alternative fits; the alternative that got furthest says why. */
function explainUnion(context: IssueContext, path: Path, alternatives: readonly (readonly Issue[])[]): readonly Diagnostic[] {
  const flat = alternatives.flatMap(unnested);
  const deeper = flat.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys"));
  const chosen = deeper.sort((a, b) => a.length - b.length)[0];
  if (chosen !== undefined) return chosen.flatMap((issue) => explainIssue(context, { ...issue, path: [...path, ...issue.path] }));
  const words: string[] = [];
  const forms: string[] = [];
  for (const issue of flat.flat()) {
    if (issue.code === "invalid_value") words.push(...issue.values.map(String));
    else if (issue.code === "invalid_type") forms.push(expectedType(issue.expected));
    else if (issue.code === "invalid_format") return [badFormat(context, path)];
    else if (issue.code === "too_small" || issue.code === "too_big") return [outOfRange(context, path, issue)];
  }
  const others = forms.filter((form) => form !== expectedType("boolean") || !words.includes("yes"));
  const found = valueAt(context.document, path);
  const wantsList = forms.includes(expectedType("array")) && typeof found === "string" && nearest(found, words) === undefined;
  if (words.length > 0 && typeof found === "string" && !wantsList) return [notAmong(context, path, words, others)];
  return [wrongType(context, path, [...words.map((word) => `\`${word}\``), ...others])];
}

/** The alternatives of a union inside a union are alternatives of the whole. */
function unnested(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const only = issues.length === 1 ? issues[0] : undefined;
  return only?.code === "invalid_union" && only.path.length === 0 ? only.errors.flatMap(unnested) : [issues];
}

function unknownKey(context: IssueContext, path: Path, key: string): Diagnostic {
  const where = whereIs(context.parsed, [...path, key]);
  const target = path.length === 2 && isMapName(path[0]) ? characteristicTargets[path[0]] : undefined;
  const known = context.index.characteristics.get(key);
  if (target !== undefined && known !== undefined) {
    return diagnose("C1052", where, { key, object: describePath(path), ...appliesData(known, target) });
  }
  const other = target === undefined ? undefined : schemaTargets(key).filter((applies) => applies !== target);
  if (target !== undefined && other !== undefined && other.length > 0) {
    return diagnose("C1052", where, { key, object: describePath(path), ...appliesData({ "applies-to": other }, target) });
  }
  const home = path.length === 0 ? context.elsewhere.get(key) : undefined;
  if (home !== undefined) return diagnose("C1016", where, { key, home });
  const candidates = [...knownKeys(context.schema, path), ...characteristicKeys(context.index, target)];
  const close = ownKey(key, candidates) ?? nearest(key, candidates);
  return diagnose("C1020", where, { key, object: describePath(path), nearest: close });
}

export function appliesData(characteristic: Pick<Characteristic, "applies-to">, target: CharacteristicTarget): { readonly target: string; readonly applies: string } {
  const plural = { element: "elements", flow: "flows", boundary: "boundaries" } as const;
  return { target: plural[target], applies: characteristic["applies-to"].map((word) => plural[word]).join(" and ") };
}

function characteristicKeys(index: LibraryIndex, target: CharacteristicTarget | undefined): readonly string[] {
  return target === undefined ? [] : [...index.keys[target]];
}

function badKey(context: IssueContext, path: Path): Diagnostic {
  const id = String(path.at(-1) ?? "");
  const where = whereIs(context.parsed, path);
  if (path[0] === "decisions") return diagnose("C1080", where, { key: id });
  if (path.at(-2) !== "inside" && path.length === 2) {
    return diagnose("C1024", where, { id, nearest: allowedId(id) });
  }
  const { title } = formatAt(context.schema, path, "key");
  return diagnose("C1025", where, { value: id, key: path.at(-2) ?? "", object: describePath(path.slice(0, -2)), expected: title ?? "a key" });
}

function wrongType(context: IssueContext, path: Path, expected: readonly string[]): Diagnostic {
  const found = valueAt(context.document, path);
  const parent = path.slice(0, -1);
  const key = path.at(-1) ?? "";
  if (found === undefined) return diagnose("C1022", whereIs(context.parsed, parent), { key, object: describePath(parent), advice: adviceForMissing(context.schema, path) });
  const advice = adviceFor({ schema: context.schema, tree: context.parsed.tree, path, found });
  const named = typeof key === "number" ? keyOf(path) : { key, object: describePath(parent) };
  return diagnose("C1021", whereIsValue(context.parsed, path), { ...named, expected: orList(expected), found: describeValue(found), advice });
}

/** `forms`: what it takes that is no word, such as a map. */
function notAmong(context: IssueContext, path: Path, values: readonly string[], forms: readonly string[] = []): Diagnostic {
  const found = valueAt(context.document, path);
  if (found === undefined) return wrongType(context, path, []);
  const isNumber = values.length === 1 && values[0] === found;
  const expected = [...values.map((value) => (isNumber ? `the number ${value}` : `\`${value}\``)), ...forms];
  if (typeof found !== "string" || isNumber) return wrongType(context, path, expected);
  const close = ownValue(found, values) ?? nearest(found, values);
  return diagnose("C1023", whereIsValue(context.parsed, path), { value: found, ...keyOf(path), expected: orList(expected), nearest: close });
}

function badFormat(context: IssueContext, path: Path): Diagnostic {
  const { title, description } = formatAt(context.schema, path, "value");
  const expected = description === undefined ? (title ?? "another form") : description.replace(/\.$/, "").replace(/^[A-Z]/, (first) => first.toLowerCase());
  return diagnose("C1025", whereIsValue(context.parsed, path), { value: valueAt(context.document, path), ...keyOf(path), expected });
}

function outOfRange(context: IssueContext, path: Path, issue: Extract<Issue, { code: "too_small" | "too_big" }>): Diagnostic {
  const isCount = issue.origin === "string" || issue.origin === "array";
  const found = valueAt(context.document, path);
  const expected = isCount
    ? (issue.code === "too_small" ? "something" : "less")
    : issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  return diagnose("C1026", whereIsValue(context.parsed, path), { ...keyOf(path), expected, value: isCount && issue.code === "too_small" ? "nothing" : found });
}

/** The last named step of a path, and the object it belongs to: `holds` in element `web`, for `elements.web.holds.0`. */
function keyOf(path: Path): { readonly key: string | number; readonly object: string } {
  let end = path.length - 1;
  while (end > 0 && typeof path[end] === "number") end--;
  return { key: path[end] ?? "", object: describePath(path.slice(0, Math.max(0, end))) };
}

function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === "number") value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function expectedType(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: "text", number: "a number", int: "a whole number", boolean: "yes or no", object: "a map", record: "a map", array: "a list", null: "nothing",
  };
  return words[expected] ?? expected;
}

export function describeValue(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value === "number") return `the number ${value}`;
  return typeof value === "boolean" ? `${value}` : `the text \`${String(value)}\``;
}

export function orList(words: readonly string[]): string {
  const unique = [...new Set(words)];
  if (unique.length > 12) return `one of ${unique.length}, such as ${unique.slice(0, 12).join(", ")}`;
  return unique.length <= 1 ? unique.join("") : `${unique.slice(0, -1).join(", ")} or ${unique.at(-1)}`;
}

function plainPath(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === "number" ? step : String(step)));
}
