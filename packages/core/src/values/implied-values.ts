// What an element's type and technology say about each other, and the values that types, technologies and protocols imply.
import type { Element, Flow } from "@merlon/schema";
import { inherits, lineage } from "../model/library-index.ts";
import type { Implied, LibraryIndex } from "../model/library-index.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import type { StatedValue } from "../model/model.ts";
import { readValue } from "./characteristic-value.ts";

export interface Nature {
  readonly type?: string;
  /** Sorted; undefined = unknown. */
  readonly technology?: readonly string[];
}

/** Type and technology, each completed by the other: a type brings its technology; a technology that only one type can have makes the type known or more exact. */
export function natureOf(element: Element, index: LibraryIndex): Nature {
  const stated = typeof element.technology === "object" ? element.technology : undefined;
  const type = completeType(element, stated ?? [], index);
  const brought = type === undefined ? undefined : index.impliedByType(type).get("technology")?.value;
  const all = [...(stated ?? []), ...(Array.isArray(brought) ? brought : typeof brought === "string" ? [brought] : [])];
  const technology = stated === undefined && all.length === 0 ? undefined : [...new Set(all)].sort();
  return { ...(type === undefined ? {} : { type }), ...(technology === undefined ? {} : { technology }) };
}

function completeType(element: Element, technologies: readonly string[], index: LibraryIndex): string | undefined {
  const candidates = new Set<string>();
  for (const technology of technologies) {
    const type = lineage(technology).map((key) => index.technologies.get(key)?.type).find((found) => found !== undefined);
    if (type !== undefined && fits(type, element, index)) candidates.add(type);
  }
  const [only] = candidates;
  if (only === undefined || candidates.size > 1) return element.type;
  return element.type === undefined || inherits(only, element.type) ? only : element.type;
}

function fits(type: string, element: Element, index: LibraryIndex): boolean {
  return index.types.get(type)?.kinds.includes(element.kind) ?? true;
}

export interface ImpliedValue {
  readonly key: string;
  readonly value: StatedValue;
}

export function impliedForElement(entry: Entry<Element>, nature: Nature, index: LibraryIndex): readonly ImpliedValue[] {
  const typeField = entry.value.type === undefined ? "technology" : "type";
  const fromType = nature.type === undefined ? [] : impliedValues(index.impliedByType(nature.type), entry, typeField, index);
  const fromTechnology = (nature.technology ?? []).flatMap((technology) => impliedValues(index.impliedByTechnology(technology), entry, "technology", index));
  return [...fromType, ...fromTechnology];
}

export function impliedForFlow(entry: Entry<Flow>, index: LibraryIndex): readonly ImpliedValue[] {
  const { protocol } = entry.value;
  return protocol === undefined ? [] : impliedValues(index.impliedByProtocol(protocol), entry, "protocol", index);
}

function impliedValues(implied: Implied, entry: Entry<unknown>, field: string, index: LibraryIndex): readonly ImpliedValue[] {
  if (implied.size === 0) return [];
  const values: ImpliedValue[] = [];
  const where = whereEntry(entry, field);
  for (const [key, { value, from }] of implied) {
    const characteristic = index.characteristics.get(key);
    const read = characteristic === undefined ? undefined : readValue(characteristic, value);
    if (read?.kind === "known") values.push({ key, value: { value: read.value, provenance: "inferred", where, from } });
  }
  return values;
}
