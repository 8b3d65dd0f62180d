// Elements that were split or merged: nothing comes from itself, and what was split is still known to somebody.
import type { Diagnostic, Element } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { findCycles } from "../model/cycles.ts";
import { describePath } from "../model/maps.ts";
import { whereEntry, type Entry } from "../model/merge.ts";
import { findReferences, idsIn } from "../model/reference-fields.ts";
import { nearest } from "../text/nearest.ts";
import type { CheckContext } from "./check-context.ts";

export function checkSuccessions(context: CheckContext): readonly Diagnostic[] {
  return [...circles(context, "split-from"), ...circles(context, "merged-into"), ...unknownOrigins(context)];
}

function circles({ maps: { elements }, model: { formerly } }: CheckContext, key: "split-from" | "merged-into"): readonly Diagnostic[] {
  const next = new Map([...elements].flatMap(([id, { value }]) => (value[key] === undefined ? [] : [[id, formerly.get(value[key]) ?? value[key]] as const])));
  return findCycles(next).flatMap((cycle) => {
    const [first = ""] = cycle;
    const entry = elements.get(first);
    return entry ? [diagnose("C1033", whereEntry(entry, key), { object: describePath(["elements", first]), key, cycle: [...cycle, first].map((id) => `\`${id}\``).join(" → ") })] : [];
  });
}

/** A part of what is gone: decisions tell that it was there. */
function unknownOrigins({ maps, owners, model: { formerly } }: CheckContext): readonly Diagnostic[] {
  const split = [...maps.elements.values()].filter(({ value }) => value["split-from"] !== undefined && !owners.has(value["split-from"]) && !formerly.has(value["split-from"]));
  if (split.length === 0) return [];
  const decided = new Set([...maps.decisions].flatMap(([key, { value }]) => [key, ...findReferences("decisions", value).filter(({ field }) => field.form === "decision-key").map(({ text }) => text)]).flatMap((key) => idsIn("decision-key", key).map(({ id }) => id)));
  return split.filter(({ value }) => !decided.has(value["split-from"]!)).map((entry: Entry<Element>) => {
    const id = entry.value["split-from"]!;
    return diagnose("C1034", whereEntry(entry, "split-from"), { object: describePath(["elements", entry.id]), id, nearest: nearest(id, maps.elements.keys()) });
  });
}
