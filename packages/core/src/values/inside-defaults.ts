// The defaults that boundaries state for what is inside them. The innermost boundary wins; where boundaries of different types disagree, the less safe value does.
import type { Boundary, Characteristic, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import type { Context } from "../model/context.ts";
import { describePath } from "../model/maps.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import type { StatedValue } from "../model/model.ts";
import type { Structure } from "../model/structure.ts";
import { nearest } from "../text/nearest.ts";
import { agree, safety } from "./characteristic-value.ts";
import { readStated, statedValues } from "./stated-values.ts";
import { contradiction } from "./value-map.ts";

type Defaults = ReadonlyMap<string, StatedValue>;

export interface InsideDefaults {
  forElement(id: string): Defaults;
  /** For a flow with both ends inside. */
  forFlow(from: string, to: string): Defaults;
}

const none: Defaults = new Map();

export function insideDefaults(context: Context, structure: Structure, report: (diagnostic: Diagnostic) => void): InsideDefaults {
  const own = new Map<string, Defaults>();
  for (const [id, entry] of context.maps.boundaries) {
    const defaults = ownDefaults(entry, context, report);
    if (defaults.size > 0) own.set(id, defaults);
  }
  if (own.size === 0) return { forElement: () => none, forFlow: () => none };

  const chains = new Map<string, Defaults>();
  function ofBoundary(id: string): Defaults {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const outermostFirst = [...structure.enclosing(id)].reverse();
    const merged = new Map(outermostFirst.flatMap((boundary) => [...(own.get(boundary) ?? none)]));
    chains.set(id, merged);
    return merged;
  }
  const combined = new Map<string, Defaults>();
  function ofAll(boundaries: readonly string[]): Defaults {
    const [only] = boundaries;
    if (only === undefined) return none;
    if (boundaries.length === 1) return ofBoundary(only);
    const key = boundaries.join(" ");
    const known = combined.get(key);
    if (known !== undefined) return known;
    const merged = leastSafe(boundaries.map(ofBoundary), context, boundaries, report);
    combined.set(key, merged);
    return merged;
  }
  return {
    forElement: (id) => ofAll(structure.inside.get(id) ?? []),
    forFlow: (from, to) => ofAll(innermostCommon(structure, from, to)),
  };
}

function ownDefaults(entry: Entry<Boundary>, context: Context, report: (diagnostic: Diagnostic) => void): Defaults {
  const defaults = new Map<string, StatedValue>();
  for (const key of Object.keys(entry.value.inside ?? {})) {
    const characteristic = context.index.characteristics.get(key);
    const layer = entry.layers.find(({ raw }) => Object.hasOwn(raw, "inside"));
    if (layer === undefined || key.startsWith("x-")) continue;
    if (characteristic === undefined) {
      report(unknownDefault(entry, key, context));
      continue;
    }
    const stated = readStated(layer, ["boundaries", entry.id, "inside", key], characteristic, report);
    if (stated !== undefined) defaults.set(key, { ...stated, provenance: "inherited", from: `boundary ${entry.id}` });
  }
  for (const [key, stated] of ownValues(entry, context)) {
    if (!defaults.has(key)) defaults.set(key, { ...stated, provenance: "inherited", from: `boundary ${entry.id}` });
  }
  return defaults;
}

/** What a boundary says about itself holds for everything inside it, where the characteristic describes elements or flows as well. Wrong values are reported elsewhere. */
function ownValues(entry: Entry<Boundary>, context: Context): readonly (readonly [string, StatedValue])[] {
  const shared = (key: string): boolean => context.index.keys.boundary.has(key) && (context.index.keys.element.has(key) || context.index.keys.flow.has(key));
  if (!entry.layers.some(({ raw }) => Object.keys(raw).some(shared))) return [];
  return [...statedValues(entry, "boundary", context, () => undefined)].filter(([key]) => shared(key));
}

function unknownDefault(entry: Entry<Boundary>, key: string, { index }: Context): Diagnostic {
  const close = nearest(key, index.characteristics.keys());
  const code = key.includes(".") ? "C1051" : "C1020";
  return diagnose(code, whereEntry(entry, "inside", key), { key, object: describePath(["boundaries", entry.id, "inside"]), nearest: close });
}

function leastSafe(all: readonly Defaults[], context: Context, boundaries: readonly string[], report: (diagnostic: Diagnostic) => void): Defaults {
  const merged = new Map<string, StatedValue>();
  for (const [key, value] of all.flatMap((defaults) => [...defaults])) {
    const characteristic: Characteristic | undefined = context.index.characteristics.get(key);
    const present = merged.get(key);
    if (characteristic === undefined || present === undefined) {
      merged.set(key, value);
      continue;
    }
    const [lower, higher] = safety(characteristic, value.value) < safety(characteristic, present.value) ? [value, present] : [present, value];
    merged.set(key, lower);
    if (!agree(lower.value, higher.value)) report(contradiction(key, `what is in ${boundaries.map((id) => `\`${id}\``).join(" and ")}`, lower, higher));
  }
  return merged;
}

/** Boundaries that both ends are inside of and that enclose no other such boundary. */
function innermostCommon(structure: Structure, from: string, to: string): readonly string[] {
  const a = structure.inside.get(from) ?? [];
  const b = structure.inside.get(to) ?? [];
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return a;
  const around = structure.around(to);
  const common = [...structure.around(from)].filter((id) => around.has(id));
  return common.filter((id) => !common.some((other) => other !== id && structure.enclosing(other).includes(id))).sort();
}
