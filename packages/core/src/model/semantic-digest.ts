// The digest of what a model means: layout, order, prose, comments, decisions and where things are written do not count.
// Hot at ten thousand elements, hence one line per object with its fields in a fixed order, hashed as it is made, instead of sorted JSON.
import { canonicalJson } from "../canonical/canonical-json.ts";
import { createSha256 } from "../canonical/sha256.ts";
import type { Hash } from "../canonical/sha256.ts";
import type { CharacteristicValue } from "../values/characteristic-value.ts";
import { isObject } from "./maps.ts";
import type { Characteristics, Model, ModelAssumption, ModelBoundary, ModelControl, ModelData, ModelElement, ModelFlow, ModelScale } from "./model.ts";

/** Part of the digested text: raised when the form below changes. */
const form = "merlon-model/1";

export function semanticDigest(model: Omit<Model, "digest">): string {
  const { header } = model;
  const hash = createSha256();
  hash.add(`${form}\n`);
  hash.add(JSON.stringify([header.stage, header.depth, sorted(header.adversaries), header["attack-version"], sorted(header.packs)]));
  hash.add(canonicalJson(header.imports ?? {}));
  addAll(hash, model.scales, scaleFields);
  addAll(hash, model.data, dataFields);
  addAll(hash, model.boundaries, boundaryFields);
  addAll(hash, model.elements, elementFields);
  addAll(hash, model.flows, flowFields);
  addAll(hash, model.controls, controlFields);
  addAll(hash, model.assumptions, assumptionFields);
  hash.add(JSON.stringify([[...model.threats.keys()].sort(), [...model.risks.keys()].sort()]));
  return `sha256:${hash.digest()}`;
}

/** A line of its own begins each map, so that an object never counts as one of the map before. */
function addAll<T>(hash: Hash, map: ReadonlyMap<string, T>, fields: (value: T) => readonly Field[]): void {
  hash.add("=\n");
  for (const value of map.values()) {
    for (const field of fields(value)) {
      addField(hash, field);
      hash.add("\t");
    }
    hash.add("\n");
  }
}

type Field = string | number | boolean | undefined | readonly Field[];

/** Ids and catalogue words are written as they are: their schemas leave them no tab, comma or bracket. Free text is quoted where it comes in. */
function addField(hash: Hash, field: Field): void {
  if (typeof field === "string") hash.add(field);
  else if (field === undefined) hash.add("-");
  else if (typeof field !== "object") hash.add(String(field));
  else {
    hash.add("[");
    for (const item of field) {
      addField(hash, item);
      hash.add(",");
    }
    hash.add("]");
  }
}

function sorted(values: readonly string[] | undefined): readonly string[] | undefined {
  return values === undefined ? undefined : [...values].sort();
}

function stated(characteristics: Characteristics): readonly Field[] {
  const all: Field[] = [];
  if (characteristics.size === 0) return all;
  for (const key of characteristics.size === 1 ? characteristics.keys() : [...characteristics.keys()].sort()) {
    const value = characteristics.get(key);
    all.push(key, quoted(value?.value), value?.provenance);
  }
  return all;
}

function scaleFields({ id, protects, levels, classes }: ModelScale): readonly Field[] {
  return [id, protects, levels.map((level) => JSON.stringify(level)), levels.map((level) => classes[level])];
}

/** Values of packs that are not loaded may be any text. */
function quoted(value: CharacteristicValue | undefined): Field {
  if (Array.isArray(value)) return value.map((member) => JSON.stringify(member));
  return typeof value === "string" && value !== "yes" && value !== "no" ? JSON.stringify(value) : value;
}

function dataFields(data: ModelData): readonly Field[] {
  const from = data.derivedFrom.map(({ data: original, by }) => [original, by]).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  return [
    data.id, data.kind, pairs(data.levels), data["part-of"], from, data["subjects-count"], data.lifecycle?.state,
    canonicalJson(unordered(data.personal)), canonicalJson(unordered(data.credential)),
  ];
}

/** Lists inside personal data and credentials are sets too. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => canonicalJson(item)).sort();
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "purpose").map(([key, inner]) => [key, unordered(inner)]));
}

function pairs(record: Readonly<Record<string, string>>): readonly Field[] {
  return Object.keys(record).sort().flatMap((key) => [key, JSON.stringify(record[key])]);
}

function boundaryFields(boundary: ModelBoundary): readonly Field[] {
  const { policy } = boundary;
  return [
    boundary.id, boundary.type, boundary.trust === undefined ? undefined : JSON.stringify(boundary.trust), boundary.parent, policy && [policy.in, policy.out, sorted(policy.flows), sorted(policy.protocols)],
    stated(boundary.characteristics), boundary.lifecycle?.state,
  ];
}

function elementFields(element: ModelElement): readonly Field[] {
  return [
    element.id, element.kind, element.type, element.in, element.technology, element.holds, element.handles, pairs(element.levels), element.actor,
    element.environments.map((name) => JSON.stringify(name)), element.outOfScope !== undefined, element.partOf, stated(element.characteristics), element.lifecycle?.state,
  ];
}

function flowFields(flow: ModelFlow): readonly Field[] {
  return [
    flow.id, flow.from, flow.to, flow.protocol, flow.port, flow.carries, flow.response, flow.via, flow.outOfScope !== undefined,
    stated(flow.characteristics), flow.lifecycle?.state,
  ];
}

function controlFields(control: ModelControl): readonly Field[] {
  return [control.id, control.type, control.at, control.covers, control.state, control.strength, sorted(control.mitigates), sorted(control.introduces)];
}

function assumptionFields(assumption: ModelAssumption): readonly Field[] {
  return [assumption.id, assumption.until, canonicalJson(assumption.facts ?? {}), sorted(assumption.about)];
}
