// Says in plain words what is wrong with the shape of a piece of knowledge, from the schema's own issues.
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
  readonly errors?: readonly (readonly Issue[])[];
}

/** Any Zod schema. */
export interface Schema {
  safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly issues: readonly unknown[] } | undefined };
}

export function shapeProblems(schema: Schema, value: unknown): readonly ShapeProblem[] {
  const result = schema.safeParse(value);
  return result.success ? [] : (result.error!.issues as readonly Issue[]).flatMap((issue) => plain(issue, []));
}

function plain(issue: Issue, prefix: readonly (string | number)[]): readonly ShapeProblem[] {
  const path = [...prefix, ...issue.path.map((p) => (typeof p === "symbol" ? String(p) : p))];
  if (issue.errors && issue.errors.length > 0) return closestBranch(issue.errors).flatMap((inner) => plain(inner, path));
  if (issue.keys) return issue.keys.map((key) => ({ path: [...path, key], message: `unknown field "${key}"`, wrong: key }));
  return [{ path, message: `${path.length > 0 ? `${path.join(".")}: ` : ""}${lower(issue.message)}` }];
}

/** Of the branches of a union, the one that got furthest: the deepest issues, then the fewest. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((i) => i.path.length + (i.errors ? 1 : 0)));
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function lower(text: string): string {
  return text.replace(/^Invalid input: /, "").replace(/^./, (c) => c.toLowerCase());
}
