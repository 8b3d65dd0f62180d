// Checks one document against its schema and keeps what is sound: each part that does not fit is reported and then left out,
// so that everything behind this point may trust the types.
import type * as z from "zod";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { whereAt } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { Path } from "../text/tree.ts";
import { explainIssue } from "./explain-issue.ts";
import type { Issue } from "./explain-issue.ts";
import { explainLayout, isCovered } from "./explain-layout.ts";
import type { Covered } from "./explain-layout.ts";
import { fastValidate } from "./fast-validate.ts";
import type { LibraryIndex } from "./library-index.ts";
import { liftDocument } from "./lift.ts";
import { isObject } from "./maps.ts";
import type { PlainObject } from "./maps.ts";

export interface Validated {
  readonly document: PlainObject;
  readonly diagnostics: readonly Diagnostic[];
  /** Ids that were written where they cannot be read. */
  readonly lost: readonly string[];
}

export interface ValidateOptions {
  readonly index: LibraryIndex;
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Stands in for keys that the whole document cannot do without. */
  readonly fallback: PlainObject;
}

const rounds = 8;
/** A hostile file may have a million. */
const mostIssues = 1_000;

export function validate(parsed: ParsedFile, raw: PlainObject, schema: z.ZodType, options: ValidateOptions): Validated {
  const sound = fastValidate(raw, schema, options.index);
  if (sound !== undefined) return { document: sound, diagnostics: [], lost: [] };
  const lifted = liftDocument(raw, options.index);
  const first = schema.safeParse(lifted);
  if (first.success) return { document: lifted, diagnostics: [], lost: [] };
  const context = { parsed, document: raw, schema, ...options };
  const { issues } = first.error;
  const layout = explainLayout({ parsed, raw, schema });
  const causes = issues.flatMap((issue) => withoutCovered(issue, layout.covered));
  const explained = causes.slice(0, mostIssues).flatMap((issue) => explainIssue(context, issue));
  const diagnostics = [...layout.diagnostics, ...withoutMisspelt(explained)];
  const unlisted = causes.length - mostIssues;
  if (unlisted > 0) diagnostics.push(diagnose("C1027", whereAt(parsed, 0), { count: unlisted }));
  return { document: cutDown(copy(lifted), schema, issues, options.fallback), diagnostics, lost: layout.lost };
}

function withoutCovered(issue: Issue, covered: Covered): readonly Issue[] {
  const path = pathOf(issue);
  if (isCovered(path, covered)) return [];
  if (issue.code !== "unrecognized_keys") return [issue];
  const keys = issue.keys.filter((key) => !isCovered([...path, key], covered));
  return keys.length === 0 ? [] : [{ ...issue, keys }];
}

/** A key that is missing only because it is misspelt is not missing too. */
function withoutMisspelt(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const place = (object: unknown, key: unknown): string => `${String(object)} ${String(key)}`;
  const misspelt = new Set(diagnostics.filter(({ code }) => code === "C1020").map(({ data }) => place(data?.["object"], data?.["nearest"])));
  return diagnostics.filter(({ code, data }) => code !== "C1022" || !misspelt.has(place(data?.["object"], data?.["key"])));
}

/** Later rounds cut coarser, so that something valid is left in the end. */
function cutDown(document: unknown, schema: z.ZodType, firstIssues: readonly Issue[], fallback: PlainObject): PlainObject {
  let issues = firstIssues;
  for (let round = 1; round < rounds; round++) {
    // With very many, whole entries go: taking single items out of long lists would take for ever.
    const deepest = issues.length > mostIssues ? Math.min(2, rounds - round) : rounds - round;
    for (const issue of [...issues].reverse()) cut(document, issue, { deepest, fallback });
    const result = schema.safeParse(document);
    if (result.success) return isObject(document) ? document : {};
    issues = result.error.issues;
  }
  return fallback;
}

function cut(document: unknown, issue: Issue, options: { readonly deepest: number; readonly fallback: PlainObject }): void {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) remove(document, [...path, key]);
    return;
  }
  const first = path[0];
  if (path.length === 1 && isObject(document) && first !== undefined && Object.hasOwn(options.fallback, first)) {
    Object.assign(document, { [first]: options.fallback[first] });
    return;
  }
  const target = exists(document, path) ? path : path.slice(0, -1);
  remove(document, target.slice(0, Math.max(1, options.deepest)));
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === "number" ? step : String(step)));
}

function exists(value: unknown, path: Path): boolean {
  let current = value;
  for (const step of path) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isObject(current) && Object.hasOwn(current, step)) current = current[step];
    else return false;
  }
  return current !== undefined;
}

/** Changes the document in place; it is a private copy. */
function remove(document: unknown, path: Path): void {
  let parent = document;
  for (const step of path.slice(0, -1)) parent = Array.isArray(parent) ? parent[Number(step)] : isObject(parent) ? parent[step] : undefined;
  const last = path.at(-1);
  if (last === undefined) return;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isObject(parent)) Reflect.deleteProperty(parent, last);
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}
