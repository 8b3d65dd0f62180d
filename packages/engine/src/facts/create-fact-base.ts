// Builds the fact base of a model: the subject graph, reach, and a cached look-up over the definition tables.
import { indexLibrary, type Model } from "@merlon/core";
import type { Library } from "@merlon/schema";
import { boundaryFacts } from "./boundary-facts.ts";
import { readCharacteristic } from "./characteristic-fact.ts";
import { dataFacts } from "./data-facts.ts";
import { elementFacts } from "./element-facts.ts";
import type { Fact, Subject } from "./subject.ts";
import type { FactBase, FactDefinition, FactTable, SubjectKind } from "./fact-base.ts";
import { flowFacts } from "./flow-facts.ts";
import { modelFacts } from "./model-facts.ts";
import { PROPERTIES } from "./orders.ts";
import { pathFacts } from "./path-facts.ts";
import { originsFirst } from "./origins-first.ts";
import { computeReach } from "./reach.ts";
import { buildSubjects } from "./build-subjects.ts";

const tables = { element: elementFacts, flow: flowFacts, boundary: boundaryFacts, data: dataFacts, model: modelFacts, path: pathFacts, end: {} } as const;

/** Slot numbers are fixed per kind, so that the cache of a subject is an array. */
const slots: Readonly<Record<SubjectKind, ReadonlyMap<string, number>>> = {
  element: slotsOf(elementFacts), flow: slotsOf(flowFacts), boundary: slotsOf(boundaryFacts),
  data: slotsOf(dataFacts), model: slotsOf(modelFacts), path: slotsOf(pathFacts), end: new Map(),
};

const definitions: Readonly<Record<SubjectKind, readonly FactDefinition<Subject>[]>> = {
  element: definitionsOf(elementFacts), flow: definitionsOf(flowFacts), boundary: definitionsOf(boundaryFacts),
  data: definitionsOf(dataFacts), model: definitionsOf(modelFacts), path: definitionsOf(pathFacts), end: [],
};

/** Facts that derived data has from what it is derived from. */
export const fromOrigins = ["personal-data", "special-category", ...PROPERTIES];

export function createFactBase(model: Model, library: Library): FactBase {
  const subjects = buildSubjects(model);
  const index = indexLibrary(library);
  const base: FactBase = {
    subjects, model, library, index, reach: computeReach(subjects),
    fact(subject: Subject, key: string): Fact {
      const slot = slots[subject.kind].get(key);
      return slot === undefined ? readCharacteristic(index.characteristics.get(key), subject, key) : base.derived(subject, slot);
    },
    derived(subject: Subject, slot: number): Fact {
      return (subject.cache[slot] ??= definitions[subject.kind][slot]!.derive(subject, base));
    },
  };
  for (const data of originsFirst(subjects)) for (const key of fromOrigins) base.fact(data, key);
  return base;
}

/** The definition of a derived or structural fact, if `key` is one of this kind of subject. */
export function definitionOf(kind: SubjectKind, key: string): FactDefinition<Subject> | undefined {
  return (tables[kind] as FactTable<never>)[key] as FactDefinition<Subject> | undefined;
}

/** The slot of a derived fact, for readers that ask many times; undefined for a characteristic. */
export function slotOf(kind: SubjectKind, key: string): number | undefined {
  return slots[kind].get(key);
}

/** All derived and structural fact keys of a kind of subject, for checks and docs. */
export function factKeys(kind: SubjectKind): readonly string[] {
  return Object.keys(tables[kind]);
}

function slotsOf(table: object): ReadonlyMap<string, number> {
  return new Map(Object.keys(table).map((key, slot) => [key, slot]));
}

function definitionsOf(table: object): readonly FactDefinition<Subject>[] {
  return Object.values(table) as readonly FactDefinition<Subject>[];
}
