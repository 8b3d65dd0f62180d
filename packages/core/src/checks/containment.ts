// Containment must be a forest: no boundary, element or data inside itself, nothing derived from itself, and at most one boundary of each type around an element.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { findCycles } from "../model/cycles.ts";
import { circularData, originsOf } from "../model/derivations.ts";
import { describePath } from "../model/maps.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry, EntryMap } from "../model/merge.ts";
import { deepestNesting } from "../model/structure.ts";
import type { CheckContext } from "./check-context.ts";

export function checkContainment(context: CheckContext): readonly Diagnostic[] {
  const { boundaries, elements, data } = context.maps;
  return [
    ...cycles(context, "boundaries", "in", relation(boundaries, (value) => value.in)),
    ...cycles(context, "elements", "part-of", relation(elements, (value) => value["part-of"])),
    ...cycles(context, "data", "part-of", relation(data, (value) => value["part-of"])),
    ...cycles(context, "data", "derived-from", derivation(context)),
    ...twoOfOneType(context), ...tooDeep(context),
  ];
}

function relation<T>(entries: ReadonlyMap<string, Entry<T>>, parentOf: (value: T) => string | undefined): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [id, { value }] of entries) {
    const parent = parentOf(value);
    if (parent !== undefined) parents.set(id, parent);
  }
  return parents;
}

/** Data may come from several others; one way round is enough to show that there is a circle. */
function derivation({ maps }: CheckContext): ReadonlyMap<string, string> {
  const circular = circularData(maps.data);
  return new Map([...circular].sort().map((id) => [id, originsOf(id, maps.data).find((origin) => circular.has(origin)) ?? id]));
}

function cycles(context: CheckContext, map: EntryMap, key: string, parents: ReadonlyMap<string, string>): readonly Diagnostic[] {
  return findCycles(parents).flatMap(function report(cycle) {
    const [first] = cycle;
    const entry = first === undefined ? undefined : context.maps[map].get(first);
    if (first === undefined || entry === undefined) return [];
    const text = [...cycle, first].map((id) => `\`${id}\``).join(" → ");
    return [diagnose("C1042", whereEntry(entry, key), { object: describePath([map, first]), key, cycle: text, ids: cycle })];
  });
}

function tooDeep({ structure, maps }: CheckContext): readonly Diagnostic[] {
  return structure.cut.flatMap(function report(id) {
    const entry = maps.boundaries.get(id);
    return entry === undefined ? [] : [diagnose("C1047", whereEntry(entry, "in"), { object: describePath(["boundaries", id]), limit: deepestNesting })];
  });
}

function twoOfOneType({ maps }: CheckContext): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const entry of maps.elements.values()) {
    const stated = entry.value.in;
    if (typeof stated !== "object" || stated.length < 2) continue;
    const byType = new Map<string, string>();
    for (const id of stated) {
      const type = maps.boundaries.get(id)?.value.type;
      const first = type === undefined ? undefined : byType.get(type);
      if (type === undefined) continue;
      if (first === undefined) byType.set(type, id);
      else diagnostics.push(diagnose("C1043", whereEntry(entry, "in"), { object: describePath(["elements", entry.id]), first, second: id, type }));
    }
  }
  return diagnostics;
}
