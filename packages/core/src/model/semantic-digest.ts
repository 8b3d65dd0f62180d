// The digest of what a model means: layout, order, prose, comments, decisions and where things are written do not count.
// Hot at ten thousand elements, hence lists of fields in a fixed order, which JSON.stringify writes natively, instead of sorted objects.
import { canonicalJson } from "../canonical/canonical-json.ts";
import { sha256 } from "../canonical/sha256.ts";
import { isObject } from "./maps.ts";
import type { Characteristics, Model, ModelAssumption, ModelBoundary, ModelControl, ModelData, ModelElement, ModelFlow } from "./model.ts";

/** Part of the digested text: raised when the form below changes. */
const form = "merlon-model/1";

export function semanticDigest(model: Omit<Model, "digest">): string {
  const { header } = model;
  const parts: string[] = [
    form,
    JSON.stringify([header.stage, header.depth, sorted(header.adversaries), header["attack-version"] ?? null, sorted(header.packs)]),
    canonicalJson(header.imports ?? {}),
    lines(model.scales, ({ id, protects, levels, classes }) => [id, protects, levels, levels.map((level) => classes[level])]),
    lines(model.data, dataFields), lines(model.boundaries, boundaryFields), lines(model.elements, elementFields), lines(model.flows, flowFields),
    lines(model.controls, controlFields), lines(model.assumptions, assumptionFields),
    JSON.stringify([...model.threats.keys()].sort()), JSON.stringify([...model.risks.keys()].sort()),
  ];
  return `sha256:${sha256(parts.join("\n"))}`;
}

function lines<T>(map: ReadonlyMap<string, T>, fields: (value: T) => readonly unknown[]): string {
  const all: string[] = [];
  for (const value of map.values()) all.push(JSON.stringify(fields(value)));
  return all.join("\n");
}

function sorted(values: readonly string[] | undefined): readonly string[] | null {
  return values === undefined ? null : [...values].sort();
}

function stated(characteristics: Characteristics): readonly unknown[] {
  const all: unknown[] = [];
  if (characteristics.size === 0) return all;
  for (const key of characteristics.size === 1 ? characteristics.keys() : [...characteristics.keys()].sort()) {
    const value = characteristics.get(key);
    all.push(key, value?.value, value?.provenance);
  }
  return all;
}

function dataFields(data: ModelData): readonly unknown[] {
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

function pairs(record: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.keys(record).sort().flatMap((key) => [key, record[key]]);
}

function boundaryFields(boundary: ModelBoundary): readonly unknown[] {
  const { policy } = boundary;
  return [
    boundary.id, boundary.type, boundary.trust, boundary.parent, policy && [policy.in, policy.out, sorted(policy.flows), sorted(policy.protocols)],
    stated(boundary.characteristics), boundary.lifecycle?.state,
  ];
}

function elementFields(element: ModelElement): readonly unknown[] {
  return [
    element.id, element.kind, element.type, element.in, element.technology, element.holds, element.handles, pairs(element.levels), element.actor,
    element.environments, element.outOfScope !== undefined, element.partOf, stated(element.characteristics), element.lifecycle?.state,
  ];
}

function flowFields(flow: ModelFlow): readonly unknown[] {
  return [
    flow.id, flow.from, flow.to, flow.protocol, flow.port, flow.carries, flow.response, flow.via, flow.outOfScope !== undefined,
    stated(flow.characteristics), flow.lifecycle?.state,
  ];
}

function controlFields(control: ModelControl): readonly unknown[] {
  return [control.id, control.type, control.at, control.covers, control.state, control.strength, sorted(control.mitigates), sorted(control.introduces)];
}

function assumptionFields(assumption: ModelAssumption): readonly unknown[] {
  return [assumption.id, assumption.until, canonicalJson(assumption.facts ?? {}), sorted(assumption.about)];
}
