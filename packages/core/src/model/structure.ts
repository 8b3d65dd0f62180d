// Containment without errors: every boundary's parent and every element's boundaries exist and form no cycle, and nothing is nested without end.
// What is wrong is cut here and reported by checks.
import type { Element } from "@merlon/schema";
import { cutCycles } from "./cycles.ts";
import type { Entry, Maps } from "./merge.ts";

export interface Structure {
  readonly parents: ReadonlyMap<string, string>;
  /** Boundaries whose parent was left out because they are nested too deep. */
  readonly cut: readonly string[];
  /** The innermost boundaries each element is in, sorted. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
  /** A boundary and all that enclose it, innermost first. */
  enclosing(boundary: string): readonly string[];
  /** All boundaries an element is inside of, as a set. */
  around(element: string): ReadonlySet<string>;
}

export function resolveStructure(maps: Maps): Structure {
  const { parents, cut } = cutDeep(cutCycles(parentsOf(maps)));
  const chains = new Map<string, readonly string[]>();
  const arounds = new Map<string, ReadonlySet<string>>();
  const inside = new Map<string, readonly string[]>();

  function enclosing(boundary: string): readonly string[] {
    const known = chains.get(boundary);
    if (known !== undefined) return known;
    const chain: string[] = [];
    for (let at: string | undefined = boundary; at !== undefined; at = parents.get(at)) chain.push(at);
    chains.set(boundary, chain);
    return chain;
  }
  function around(element: string): ReadonlySet<string> {
    const own = inside.get(element) ?? [];
    const key = own.join(" ");
    const known = arounds.get(key);
    if (known !== undefined) return known;
    const all = new Set(own.flatMap(enclosing));
    arounds.set(key, all);
    return all;
  }
  const wholes = partsOf(maps.elements);
  for (const [id, { value }] of maps.elements) inside.set(id, innermost(placeOf(id, value, maps, wholes), maps, enclosing));
  return { parents, cut, inside, enclosing, around };
}

export function asList(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

/** A part without a boundary of its own is where the whole is. */
function placeOf(id: string, element: Element, maps: Maps, wholes: ReadonlyMap<string, string>): readonly string[] {
  let stated = element.in;
  for (let whole = wholes.get(id); stated === undefined && whole !== undefined; whole = wholes.get(whole)) stated = maps.elements.get(whole)?.value.in;
  return asList(stated);
}

/** `part-of` among things that exist, without cycles. */
export function partsOf(entries: ReadonlyMap<string, Entry<{ readonly "part-of"?: string }>>): ReadonlyMap<string, string> {
  const wholes = new Map<string, string>();
  for (const [id, { value }] of entries) {
    const whole = value["part-of"];
    if (whole !== undefined && entries.has(whole)) wholes.set(id, whole);
  }
  return cutCycles(wholes);
}

/** Far beyond any real system; what is in a boundary is in all that enclose it, which would cost the square of an endless nesting. */
export const deepestNesting = 100;

function cutDeep(parents: ReadonlyMap<string, string>): { readonly parents: ReadonlyMap<string, string>; readonly cut: readonly string[] } {
  const depths = new Map<string, number>();
  const kept = new Map(parents);
  const cut: string[] = [];
  for (const start of parents.keys()) {
    const chain: string[] = [];
    for (let at: string | undefined = start; at !== undefined && !depths.has(at); at = parents.get(at)) chain.push(at);
    for (const id of chain.reverse()) {
      const parent = parents.get(id);
      const depth = parent === undefined ? 1 : (depths.get(parent) ?? 1) + 1;
      if (depth > deepestNesting && kept.delete(id)) cut.push(id);
      depths.set(id, depth > deepestNesting ? 1 : depth);
    }
  }
  return cut.length === 0 ? { parents, cut } : { parents: kept, cut };
}

function parentsOf(maps: Maps): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [id, { value }] of maps.boundaries) {
    if (value.in !== undefined && maps.boundaries.has(value.in)) parents.set(id, value.in);
  }
  return parents;
}

/** Existing boundaries, one per type, none that encloses another of the list. */
function innermost(stated: readonly string[], maps: Maps, enclosing: (boundary: string) => readonly string[]): readonly string[] {
  if (stated.length === 1 && stated[0] !== undefined && maps.boundaries.has(stated[0])) return stated;
  const existing = [...new Set(stated)].filter((id) => maps.boundaries.has(id)).sort();
  const inner = existing.filter((id) => !existing.some((other) => other !== id && enclosing(other).includes(id)));
  const types = new Set<string>();
  return inner.filter(function isFirstOfType(id) {
    const type = maps.boundaries.get(id)?.value.type ?? "";
    if (types.has(type)) return false;
    types.add(type);
    return true;
  });
}
