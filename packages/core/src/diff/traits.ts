// What an object is known by besides its name: what it says of itself, what it refers to and what refers to it, each the heavier the rarer it is.
import { canonicalJson } from "../canonical/canonical-json.ts";
import { isObject, type PlainObject } from "../model/maps.ts";
import type { EntryMap } from "../model/merge.ts";
import { findReferences, idsIn, referenceFields } from "../model/reference-fields.ts";
import { proseKeys } from "./diff-models.ts";
import { writtenMaps, type WrittenMap, type WrittenModel } from "./written-model.ts";

export type Weighed = ReadonlyMap<string, { readonly count: number; readonly weight: number }>;

export interface Placed {
  readonly map: WrittenMap;
  readonly id: string;
  readonly object: PlainObject;
}

export interface Traits extends Placed {
  readonly own: Weighed;
  readonly refs: {
    /** To and from objects that both versions have. */
    readonly known: Weighed;
    /** Which part of all references these are. */
    readonly share: number;
  };
}

/** What does not change from one round to the next. */
export interface Surroundings {
  readonly base: Ties;
  readonly head: Ties;
  readonly counts: ReadonlyMap<string, number>;
  /** Ids that both versions have. */
  readonly shared: ReadonlySet<string>;
}

export function surroundingsOf({ base, head }: { readonly base: WrittenModel; readonly head: WrittenModel }): Surroundings {
  const [old, now] = [tiesOf(base), tiesOf(head)];
  const shared = new Set(writtenMaps.flatMap((map) => [...base.maps[map].keys()].filter((id) => head.maps[map].has(id))));
  return { base: old, head: now, counts: countsOf(head, now), shared };
}

export interface Round {
  readonly gone: readonly Placed[];
  readonly fresh: readonly Placed[];
  /** What was matched already, by its id in base. */
  readonly names: ReadonlyMap<string, string>;
}

export function traitsOf({ gone, fresh, names }: Round, { base, head, counts, shared }: Surroundings): { readonly gone: readonly Traits[]; readonly fresh: readonly Traits[] } {
  const matched = new Set(names.values());
  const isKnown = (id: string): boolean => matched.has(id) || shared.has(id);
  const weigh = (traits: readonly string[]): Weighed => new Map(traits.map((trait) => {
    const count = counts.get(trait) ?? 1;
    return [trait, { count, weight: 1 / (1 + Math.log2(count)) }];
  }));
  const describe = (ties: Ties, name: (id: string) => string) => (placed: Placed): Traits => {
    const all = ties.get(placed.id) ?? [];
    const known = all.filter(({ id }) => isKnown(name(id)));
    return { ...placed, own: weigh(ownTraits(placed)), refs: { known: weigh(known.map((tie) => traitOf(tie, name))), share: all.length === 0 ? 0 : known.length / all.length } };
  };
  return { gone: gone.map(describe(base, (id) => names.get(id) ?? id)), fresh: fresh.map(describe(head, (id) => id)) };
}

interface Tie {
  /** The field, and whether it leads there or comes from there. */
  readonly way: string;
  readonly id: string;
}

function traitOf({ way, id }: Tie, name: (id: string) => string): string {
  return `${way} ${name(id)}`;
}

type Ties = ReadonlyMap<string, readonly Tie[]>;

/** Of every object, both ways. */
function tiesOf(model: WrittenModel): Ties {
  const ties = new Map<string, Tie[]>();
  const put = (id: string, tie: Tie): void => {
    const list = ties.get(id);
    if (list) list.push(tie);
    else ties.set(id, [tie]);
  };
  for (const map of writtenMaps) {
    if (map === "decisions") continue;
    for (const [id, object] of model.maps[map]) {
      for (const { field, text } of findReferences(map as EntryMap, object)) {
        for (const named of idsIn(field.form, text)) {
          put(id, { way: `${field.path.join(".")} >`, id: named.id });
          put(named.id, { way: `${field.path.join(".")} <`, id });
        }
      }
    }
  }
  return ties;
}

function countsOf(model: WrittenModel, ties: Ties): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (trait: string): void => void counts.set(trait, (counts.get(trait) ?? 0) + 1);
  for (const map of writtenMaps) for (const [id, object] of model.maps[map]) for (const trait of ownTraits({ map, id, object })) count(trait);
  for (const list of ties.values()) for (const tie of list) count(traitOf(tie, (id) => id));
  return counts;
}

const told = new Set(["formerly", "kind"]);

/** What it says of itself, apart from words for people and what it refers to. */
function ownTraits({ map, object }: Placed): readonly string[] {
  const references = new Set(referenceFields[map as EntryMap].map(({ path }) => path[0]));
  return Object.entries(object).flatMap(([key, value]) => (told.has(key) || references.has(key) || (proseKeys.has(key) && key !== "sources") ? [] : valuesOf(value).map((text) => `${map} ${key} ${text}`)));
}

function valuesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (isObject(value)) return "value" in value ? valuesOf(value["value"]) : [canonicalJson(value)];
  return value === undefined || value === "unknown" ? [] : [typeof value === "boolean" ? (value ? "yes" : "no") : String(value)];
}
