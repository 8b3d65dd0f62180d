// What controls do to characteristics: a control that counts sets what its type provides on what it is at, never making anything less safe.
import type { Characteristic, Control, Diagnostic } from "@merlon/schema";
import type { Context } from "../model/context.ts";
import { describePath } from "../model/maps.ts";
import { lineage } from "../model/library-index.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import type { StatedValue } from "../model/model.ts";
import { asList } from "../model/structure.ts";
import type { Structure } from "../model/structure.ts";
import { agree, readValue, safety } from "./characteristic-value.ts";
import { contradiction } from "./value-map.ts";
import type { ValueMap } from "./value-map.ts";

export interface ObjectValues {
  readonly elements: ReadonlyMap<string, ValueMap>;
  readonly flows: ReadonlyMap<string, ValueMap>;
  readonly boundaries: ReadonlyMap<string, ValueMap>;
}

/** One value that a control sets on one object. */
interface Provision {
  readonly map: keyof ObjectValues;
  readonly id: string;
  readonly characteristic: Characteristic;
  readonly value: StatedValue;
  readonly planned: boolean;
}

/** Sets the values on the given maps only: elements and boundaries first, flows once their defaults are known. */
export function applyControls(context: Context, structure: Structure, values: ObjectValues, maps: readonly (keyof ObjectValues)[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const place: Place = { context, structure, inflows: inflowIndex(context) };
  for (const entry of context.maps.controls.values()) {
    if (!counts(entry.value, context)) continue;
    for (const provision of provisions(entry, place)) {
      const target = maps.includes(provision.map) ? values[provision.map].get(provision.id) : undefined;
      const clash = target === undefined ? undefined : provide(target, provision);
      if (clash !== undefined) diagnostics.push(clash);
    }
  }
  return diagnostics;
}

interface Place {
  readonly context: Context;
  readonly structure: Structure;
  readonly inflows: (element: string) => readonly string[];
}

/** Flows by the element they go to; built when the first control asks. */
function inflowIndex({ maps }: Context): (element: string) => readonly string[] {
  let index: Map<string, string[]> | undefined;
  return function inflows(element) {
    if (index === undefined) {
      index = new Map();
      for (const { id, value } of maps.flows.values()) {
        const known = index.get(value.to);
        if (known === undefined) index.set(value.to, [id]);
        else known.push(id);
      }
    }
    return index.get(element) ?? [];
  };
}

function counts({ state }: Control, { controlsAs }: Context): boolean {
  return state === "implemented" || state === "verified" || (controlsAs === "target" && (state === "planned" || state === "proposed"));
}

function provisions(entry: Entry<Control>, place: Place): readonly Provision[] {
  const { context } = place;
  const provided = lineage(entry.value.type).map((key) => context.index.controls.get(key)?.provides).find((found) => found !== undefined);
  if (provided === undefined) return [];
  const planned = entry.value.state === "planned" || entry.value.state === "proposed";
  const where = whereEntry(entry, "state");
  const all: Provision[] = [];
  for (const [key, written] of Object.entries(provided)) {
    const characteristic = context.index.characteristics.get(key);
    const read = characteristic === undefined ? undefined : readValue(characteristic, characteristic.kind === "set" ? [written] : written);
    if (characteristic === undefined || read?.kind !== "known") continue;
    const value: StatedValue = { value: read.value, provenance: "declared", where, from: `control ${entry.id}` };
    for (const at of asList(entry.value.at)) {
      for (const { map, id } of targets(at, characteristic, entry.value, place)) all.push({ map, id, characteristic, value, planned });
    }
  }
  return all;
}

interface Target {
  readonly map: keyof ObjectValues;
  readonly id: string;
}

function targets(at: string, characteristic: Characteristic, control: Control, { context, structure, inflows }: Place): readonly Target[] {
  const applies = characteristic["applies-to"];
  const { elements, flows, boundaries } = context.maps;
  const flowsWhere = (holds: (from: string, to: string) => boolean): readonly Target[] =>
    [...flows.values()].filter(({ value }) => holds(value.from, value.to)).map(({ id }) => ({ map: "flows", id }));
  if (elements.has(at)) {
    if (applies.includes("element")) return [{ map: "elements", id: at }];
    return applies.includes("flow") ? inflows(at).map((id) => ({ map: "flows", id })) : [];
  }
  if (flows.has(at)) return applies.includes("flow") ? [{ map: "flows", id: at }] : [];
  if (!boundaries.has(at)) return [];
  const isInside = (element: string): boolean => structure.around(element).has(at);
  const own: readonly Target[] = applies.includes("boundary") ? [{ map: "boundaries", id: at }] : [];
  if (control.covers !== "inside") return applies.includes("flow") ? [...own, ...flowsWhere((from, to) => isInside(from) !== isInside(to))] : own;
  const members: readonly Target[] = applies.includes("element") ? [...elements.keys()].filter(isInside).map((id) => ({ map: "elements", id })) : [];
  return [...own, ...members, ...(applies.includes("flow") ? flowsWhere((from, to) => isInside(from) && isInside(to)) : [])];
}

function provide(values: ValueMap, { map, id, characteristic, value, planned }: Provision): Diagnostic | undefined {
  const key = characteristic.id;
  const present = values.get(key);
  if (present === undefined) {
    values.set(key, value);
    return undefined;
  }
  if (Array.isArray(present.value) && Array.isArray(value.value)) {
    values.set(key, { ...value, value: [...new Set([...present.value, ...value.value])].sort() });
    return undefined;
  }
  if (agree(present.value, value.value) || safety(characteristic, present.value) >= safety(characteristic, value.value)) return undefined;
  const seen = present.provenance === "observed" || present.provenance === "imported";
  if (seen && !planned) return contradiction(key, describePath([map, id]), present, value);
  values.set(key, value);
  return present.provenance === "declared" && !planned ? contradiction(key, describePath([map, id]), value, present) : undefined;
}
