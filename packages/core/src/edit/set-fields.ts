// Sets many fields of a file at once: says the same as one after the other, but reads a large file a few times instead of twice for each.
import { EVENT_ID } from "js-yaml";
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Path } from "../text/tree.ts";
import { verified, withValue } from "./edited.ts";
import type { Edited } from "./edited.ts";
import { planValue, setField } from "./set-field.ts";
import type { Splice } from "./splice.ts";

export interface FieldEdit {
  readonly path: Path;
  /** `undefined` removes. */
  readonly value: unknown;
}

/** All of them, or none: the first that cannot be made is told, and the file stays as it was. */
export function setFields(file: SourceFile, edits: readonly FieldEdit[]): Edited {
  let current = file;
  let rest = edits;
  while (rest.length > 0) {
    const parsed = readYaml(current);
    if (parsed.value === undefined) return { file, diagnostics: parsed.diagnostics };
    const { now, later } = independent(parsed, rest);
    const together = now.length > 1 ? setTogether(parsed, now) : undefined;
    if (together) {
      current = together;
      rest = later;
      continue;
    }
    const [first, ...others] = rest;
    if (!first) break;
    const edited = setField(current, first.path, first.value);
    if (edited.diagnostics.some(({ severity }) => severity === "error")) return { file, diagnostics: edited.diagnostics };
    current = edited.file;
    rest = others;
  }
  return { file: current, diagnostics: [] };
}

/** undefined when it cannot be done at once. */
function setTogether(parsed: ParsedFile, edits: readonly FieldEdit[]): SourceFile | undefined {
  const splices: Splice[] = [];
  for (const { path, value } of edits) {
    const plan = planValue(parsed, path, value);
    if (!isPlanned(plan)) return undefined;
    splices.push(...plan);
  }
  const intended = edits.reduce<unknown>((value, edit) => withValue(value, edit.path, edit.value), parsed.value);
  const { file, diagnostics } = verified(parsed, splices, intended);
  return diagnostics.length === 0 ? file : undefined;
}

function isPlanned(plan: ReturnType<typeof planValue>): plan is readonly Splice[] {
  return Array.isArray(plan);
}

/** Edits that do not touch what another one touches. The others keep their order and come after. */
function independent(parsed: ParsedFile, edits: readonly FieldEdit[]): { readonly now: readonly FieldEdit[]; readonly later: readonly FieldEdit[] } {
  const touched = new Set<string>();
  const above = new Set<string>();
  const now: FieldEdit[] = [];
  const later: FieldEdit[] = [];
  for (const edit of edits) {
    const place = placeOf(parsed, edit);
    const steps = (place ?? edit.path).map((_, index, path) => JSON.stringify(path.slice(0, index + 1)));
    const own = steps.at(-1) ?? "";
    const free = place !== undefined && !above.has(own) && !steps.some((step) => touched.has(step));
    (free ? now : later).push(edit);
    touched.add(own);
    for (const step of steps) above.add(step);
  }
  return { now, later };
}

/** What an edit touches: the value at its path, or the first entry on the way that is missing from a map that has others. */
function placeOf({ tree }: ParsedFile, { path, value }: FieldEdit): Path | undefined {
  if (value === undefined) return undefined;
  for (let length = path.length; length > 0; length--) {
    const parent = tree.find(path.slice(0, length - 1));
    if (parent === undefined) continue;
    return tree.events[parent.value]?.type === EVENT_ID.MAPPING && (tree.children(parent.value)?.size ?? 0) > 0 ? path.slice(0, length) : undefined;
  }
  return undefined;
}
