// What is different between two models in memory, object by object: what an incremental engine is told about an edit.
import type { Model, ModelBoundary, ModelControl, ModelData, ModelElement, ModelFlow } from "@merlon/core";

/** By id what there is now; undefined for what is gone. */
export interface ModelDelta {
  readonly elements: ReadonlyMap<string, ModelElement | undefined>;
  readonly flows: ReadonlyMap<string, ModelFlow | undefined>;
  readonly boundaries: ReadonlyMap<string, ModelBoundary | undefined>;
  readonly data: ReadonlyMap<string, ModelData | undefined>;
  readonly controls: ReadonlyMap<string, ModelControl | undefined>;
}

/** Objects that are one and the same in both models cost nothing but a look; others are compared by what they say. */
export function deltaBetween(before: Model, after: Model): ModelDelta {
  return {
    elements: changed(before.elements, after.elements), flows: changed(before.flows, after.flows), boundaries: changed(before.boundaries, after.boundaries),
    data: changed(before.data, after.data), controls: changed(before.controls, after.controls),
  };
}

function changed<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): ReadonlyMap<string, T | undefined> {
  const found = new Map<string, T | undefined>();
  if (before === after) return found;
  for (const [id, is] of after) if (!isSame(before.get(id), is)) found.set(id, is);
  if (found.size > 0 || before.size !== after.size) for (const id of before.keys()) if (!after.has(id)) found.set(id, undefined);
  return found;
}

/** Where something is written does not count: nothing follows from it. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (one instanceof Map) return other instanceof Map && one.size === other.size && [...one].every(([key, value]) => isSame(value, other.get(key)));
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, i) => isSame(item, other[i]));
  const [a, b] = [one as Readonly<Record<string, unknown>>, other as Readonly<Record<string, unknown>>]; // no map and no list: read by key
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => key === "where" || isSame(a[key], b[key]));
}

/** Everything that is not about a single object: where that differs, all is worked out anew. */
export function isSameFrame(before: Model, after: Model): boolean {
  const facts = ({ header: { stage, depth, owners }, scales, trustLevels, formerly, controls }: Model) => [stage, depth, owners, scales, trustLevels, formerly, controls.size === 0];
  return isSame(facts(before), facts(after));
}
