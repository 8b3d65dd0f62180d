// `merlon check --unused`: what a model states although no rule and no decision reads it, so that people stop where it is enough.
import type { Characteristics, Model } from "@merlon/core";
import { analyze } from "@merlon/engine";
import type { Condition, Library, Where } from "@merlon/schema";

export interface UnusedFact {
  readonly object: string;
  /** A characteristic; absent when the whole object is of no use. */
  readonly key?: string;
  readonly why: string;
  readonly where: Where;
}

export function unusedFacts(model: Model, library: Library, at: string): readonly UnusedFact[] {
  const read = readKeys(model, library, at);
  const described = [...model.elements.values(), ...model.flows.values(), ...model.boundaries.values()];
  const characteristics = described.flatMap(({ id, characteristics: stated, where }) =>
    [...stated].filter(([key, value]) => !read.has(key) && value.provenance !== "inferred" && value.provenance !== "inherited")
      .map(([key, value]): UnusedFact => ({ object: id, key, why: "No rule and no decision reads it.", where: value.where ?? where })));
  return [...characteristics, ...idleData(model), ...emptyBoundaries(model)].sort(byPlace);
}

/** Keys that conditions name, that decisions rely on, and that derived facts are computed from. */
function readKeys(model: Model, library: Library, at: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const rule of library.rules) for (const part of [rule.applies, rule.when, rule.unless]) if (part) addKeys(part, keys);
  for (const decision of model.decisions.values()) for (const fact of Object.keys(decision.facts ?? {})) keys.add(lastPart(fact));
  analyze(recording(model, keys), library, { at });
  return keys;
}

function addKeys(condition: Condition, keys: Set<string>): void {
  if ("fact" in condition) keys.add(lastPart(condition.fact));
  else if ("all" in condition) for (const part of condition.all) addKeys(part, keys);
  else if ("any" in condition) for (const part of condition.any) addKeys(part, keys);
  else if ("not" in condition) addKeys(condition.not, keys);
  else if ("where" in condition) addKeys(condition.where, keys);
}

/** `n.acme.tokenised` is the key `acme.tokenised` of the role `n`. */
function lastPart(fact: string): string {
  return fact.slice(fact.indexOf(".") + 1);
}

/** The model with characteristics that note what is asked of them. Controls go, because they would copy the maps. */
function recording(model: Model, keys: Set<string>): Model {
  const noting = <T extends { readonly characteristics: Characteristics }>(objects: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...objects].map(([id, object]) => [id, { ...object, characteristics: notingReads(object.characteristics, keys) }]));
  return { ...model, controls: new Map(), elements: noting(model.elements), flows: noting(model.flows), boundaries: noting(model.boundaries) };
}

function notingReads(stated: Characteristics, keys: Set<string>): Characteristics {
  const get = stated.get.bind(stated);
  return Object.assign(new Map(stated), {
    get(key: string) {
      keys.add(key);
      return get(key);
    },
  });
}

function idleData(model: Model): readonly UnusedFact[] {
  const elements = [...model.elements.values()].flatMap((element) => [...(element.holds ?? []), ...(element.handles ?? [])]);
  const flows = [...model.flows.values()].flatMap((flow) => [...(flow.carries ?? []), ...(flow.response ?? [])]);
  const related = [...model.data.values()].flatMap((data) => [...data.derivedFrom.map((from) => from.data), ...(data["part-of"] ? [data["part-of"]] : [])]);
  const named = new Set([...elements, ...flows, ...related]);
  return [...model.data.values()].filter(({ id }) => !named.has(id))
    .map(({ id, where }) => ({ object: id, why: "No element holds or handles it and no flow carries it.", where }));
}

function emptyBoundaries(model: Model): readonly UnusedFact[] {
  const filled = new Set([...model.elements.values()].flatMap((element) => element.in));
  const parents = new Set([...model.boundaries.values()].map((boundary) => boundary.parent));
  return [...model.boundaries.values()].filter(({ id }) => !filled.has(id) && !parents.has(id))
    .map(({ id, where }) => ({ object: id, why: "Nothing is inside of it.", where }));
}

function byPlace(a: UnusedFact, b: UnusedFact): number {
  const file = a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : 0;
  return file || a.where.line - b.where.line || a.where.column - b.where.column;
}
