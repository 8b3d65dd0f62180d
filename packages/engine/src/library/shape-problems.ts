// Says in plain words what is wrong with the shape of a piece of knowledge, from the schema's own issues.
import { nearest } from "@merlon/core";

export interface ShapeProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly wrong?: string;
  readonly known?: readonly string[];
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  /** Those that would be right. */
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
}

/** Any Zod schema. */
export interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly issues: readonly unknown[] } | undefined };
}

export function shapeProblems(schema: Schema, value: unknown): readonly ShapeProblem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : allOf(result.error!.issues as readonly Issue[], []);
}

/** Of issues of one value: an unknown field may be a slip of one that is missing beside it. */
function allOf(issues: readonly Issue[], prefix: readonly (string | number)[]): readonly ShapeProblem[] {
  const missing = issues.filter(isMissing).map(({ path }) => path.map(String));
  return issues.flatMap((issue) => plain(issue, prefix, missing.filter((path) => path.slice(0, -1).join("\n") === issue.path.map(String).join("\n")).map((path) => path.at(-1) ?? "")));
}

function plain(issue: Issue, prefix: readonly (string | number)[], missing: readonly string[]): readonly ShapeProblem[] {
  const path = [...prefix, ...issue.path.map((p) => (typeof p === "symbol" ? String(p) : p))];
  const named = path.length > 0 ? `${path.join(".")}: ` : "";
  const values = issue.errors?.flatMap((branch) => branch.flatMap((one) => one.values ?? [])) ?? [];
  if (issue.errors && issue.errors.length > 0 && values.length === issue.errors.length) return [{ path, message: `${named}expected ${listed(values.map(String))}` }];
  if (isMissing(issue)) return [{ path, message: `${named}is missing` }];
  if (issue.errors && issue.errors.length > 0) return allOf(closestBranch(issue.errors), path);
  if (issue.keys) return issue.keys.map((key) => ({ path: [...path, key], message: `unknown field "${key}"${didYouMean(key, missing)}`, wrong: key, known: missing }));
  return [{ path, message: `${named}${lower(issue.message)}` }];
}

function didYouMean(key: string, missing: readonly string[]): string {
  const close = nearest(key, missing);
  return close === undefined ? "" : `; did you mean "${close}"?`;
}

/** A union is missing where all its branches miss something. */
function isMissing({ code, message, errors }: Issue): boolean {
  if (errors && errors.length > 0) return errors.every((branch) => branch.some((one) => one.path.length === 0 && isMissing(one)));
  return code === "invalid_type" && message.endsWith("received undefined");
}

/** Of the branches of a union, the one that was meant: with the fewest fields that it does not know, then with the deepest issues, then the fewest. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((i) => i.path.length + (i.errors ? 1 : 0)));
  return [...branches].sort((a, b) => misfit(a) - misfit(b) || depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

/** Another type altogether fits worse than any number of strange fields. */
function misfit(branch: readonly Issue[]): number {
  const own = branch.filter(({ path }) => path.length === 0);
  return own.reduce((sum, { keys, code, values }) => sum + (keys?.length ?? 0) + (code === "invalid_type" ? 100 : values ? 50 : 0), 0);
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1) ?? ""}`;
}

function lower(text: string): string {
  return text.replace(/^Invalid input: /, "").replace(/^./, (c) => c.toLowerCase());
}
