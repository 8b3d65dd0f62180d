// Levels must be on scales of the model, trust levels on its trust scale.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { orList } from "../model/explain-issue.ts";
import { describePath } from "../model/maps.ts";
import { whereEntry, whereEntryValue } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import { nearest } from "../text/nearest.ts";
import type { Path } from "../text/tree.ts";
import type { CheckContext } from "./check-context.ts";

export function checkLevels(context: CheckContext): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const map of ["data", "elements"] as const) {
    for (const entry of context.maps[map].values()) {
      for (const [scale, level] of Object.entries(entry.value.levels ?? {})) {
        if (level !== "unknown") diagnostics.push(...judge(context, entry, { scale, level, field: ["levels", scale] }));
      }
    }
  }
  for (const entry of context.maps.boundaries.values()) {
    const level = entry.value.trust;
    if (level !== undefined) diagnostics.push(...judge(context, entry, { scale: "trust", level, field: ["trust"] }));
  }
  return diagnostics;
}

interface StatedLevel {
  readonly scale: string;
  readonly level: string;
  readonly field: Path;
}

function judge({ scales, maps, broken }: CheckContext, entry: Entry<unknown>, { scale, level, field }: StatedLevel): readonly Diagnostic[] {
  if (broken.has(scale)) return [];
  const object = describePath([entry.map, entry.id]);
  const known = scales.get(scale);
  if (known === undefined) {
    // A declared scale that cannot be used is reported where it is declared.
    return maps.scales.has(scale) ? [] : [diagnose("C1056", whereEntry(entry, ...field), { scale, object, nearest: nearest(scale, [...scales.keys(), "integrity", "availability", "privacy", "safety"]) })];
  }
  if (known.levels.includes(level)) return [];
  const expected = orList(known.levels.map((name) => `\`${name}\``));
  return [diagnose("C1055", whereEntryValue(entry, ...field), { level, object, scale, expected, nearest: nearest(level, known.levels) })];
}
