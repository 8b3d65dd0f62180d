// The frame of every edit: read, splice, read again, compare. When the result does not say what was meant, the file stays as it was.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { isObject } from "../model/maps.ts";
import { whereAt, whereIs } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Path } from "../text/tree.ts";
import { isSameValue } from "./same-value.ts";
import { applySplices } from "./splice.ts";
import type { Splice } from "./splice.ts";

export interface Edited {
  /** The very same object when nothing was changed. */
  readonly file: SourceFile;
  /** Errors: nothing was changed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What an edit decides on: the splices to make, or why not. */
export type Plan = readonly Splice[] | Diagnostic;

export function editFile(file: SourceFile, intend: (value: unknown) => unknown, plan: (parsed: ParsedFile) => Plan): Edited {
  const parsed = readYaml(file);
  if (parsed.value === undefined) return { file, diagnostics: parsed.diagnostics };
  const planned = plan(parsed);
  if (!isPlanned(planned)) return { file, diagnostics: [planned] };
  if (planned.length === 0) return { file, diagnostics: [] };
  return verified(parsed, planned, intend(parsed.value));
}

function isPlanned(plan: Plan): plan is readonly Splice[] {
  return Array.isArray(plan);
}

export function verified(parsed: ParsedFile, splices: readonly Splice[], intended: unknown): Edited {
  const text = applySplices(parsed.file.text, splices);
  if (text === parsed.file.text) return { file: parsed.file, diagnostics: [] };
  const edited = { path: parsed.file.path, text };
  if (isSameValue(readYaml(edited).value ?? {}, intended ?? {})) return { file: edited, diagnostics: [] };
  return { file: parsed.file, diagnostics: [diagnose("C1090", whereAt(parsed, 0), { path: parsed.file.path, reason: "the result would say something else" })] };
}

export function refuse(parsed: ParsedFile, path: Path, reason: string): Diagnostic {
  return diagnose("C1090", whereIs(parsed, path), { path: path.join("."), reason });
}

export function isJson(file: SourceFile): boolean {
  return file.path.endsWith(".json");
}

/** A copy with a value set (or, when undefined, removed) at a path; missing maps are made. */
export function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(root)) {
    const index = Number(step);
    if (rest.length === 0 && value === undefined) return root.filter((_, at) => at !== index);
    return root.map((item: unknown, at) => (at === index ? withValue(item, rest, value) : item));
  }
  const map: Record<string, unknown> = isObject(root) ? { ...root } : {};
  const next = withValue(map[step], rest, value);
  if (next === undefined) Reflect.deleteProperty(map, step);
  else map[step] = next;
  return map;
}
