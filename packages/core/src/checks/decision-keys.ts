// A decision's key is a threat id, a cell, or the slug of a human threat; a free slug only makes sense for a bulk decision.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { whereEntry } from "../model/merge.ts";
import { nearest } from "../text/nearest.ts";
import type { CheckContext } from "./check-context.ts";

export function checkDecisionKeys({ maps, model, broken }: CheckContext): readonly Diagnostic[] {
  return [...maps.decisions.values()].flatMap(function judge(entry) {
    const key = entry.id;
    if (key.includes("@") || entry.value.match !== undefined || maps.threats.has(key) || model.formerly.has(key) || broken.has(key)) return [];
    return [diagnose("C1080", whereEntry(entry), { key, nearest: nearest(key, maps.threats.keys()) })];
  });
}
