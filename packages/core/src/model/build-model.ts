// Builds the model in memory from merged, valid documents. Whatever refers to nothing is left out, so that every reference in a model leads somewhere.
import type { Control, Data, Described, Diagnostic, Element, Flow } from "@merlon/schema";
import { resolveValues } from "../values/resolve-values.ts";
import type { ResolvedValues } from "../values/resolve-values.ts";
import type { Context } from "./context.ts";
import { cutCycles } from "./cycles.ts";
import { whereEntry } from "./merge.ts";
import type { Entry, EntryMap } from "./merge.ts";
import type {
  Model, ModelAssumption, ModelBoundary, ModelControl, ModelData, ModelDecision, ModelElement, ModelEvidence, ModelFlow, ModelRisk, ModelThreat,
} from "./model.ts";
import { semanticDigest } from "./semantic-digest.ts";
import { asList, resolveStructure } from "./structure.ts";
import type { Structure } from "./structure.ts";
import { mapValues, set, titleOf, usableLevels, withoutAbsent } from "./build-fields.ts";

export function buildModel(context: Context): { readonly model: Model; readonly diagnostics: readonly Diagnostic[] } {
  const structure = resolveStructure(context.maps);
  const values = resolveValues(context, structure);
  const { maps, header } = context;
  const build: Build = { context, structure, values, partOfElements: partOf(maps.elements), partOfData: partOf(maps.data) };
  const model: Omit<Model, "digest"> = {
    header: { ...header, title: header.title ?? titleOf(header.id.slice(header.id.indexOf("/") + 1)), stage: header.stage ?? "design", depth: header.depth ?? "standard" },
    scales: context.scales, trustLevels: context.trustLevels,
    data: mapValues(maps.data, (entry) => buildData(build, entry)),
    boundaries: mapValues(maps.boundaries, (entry) => buildBoundary(build, entry)),
    elements: mapValues(maps.elements, (entry) => buildElement(build, entry)),
    flows: mapValues(maps.flows, (entry) => buildFlow(build, entry)),
    controls: mapValues(maps.controls, (entry) => buildControl(context, entry)),
    assumptions: mapValues(maps.assumptions, (entry): ModelAssumption => ({ ...entry.value, ...base(entry) })),
    threats: mapValues(maps.threats, (entry): ModelThreat => ({ ...entry.value, ...base(entry), at: placed(context, asList(entry.value.at)) })),
    risks: mapValues(maps.risks, (entry): ModelRisk => ({ ...entry.value, ...base(entry) })),
    decisions: mapValues(maps.decisions, (entry): ModelDecision => ({ ...entry.value, key: entry.id, where: whereEntry(entry) })),
    evidence: mapValues(maps.evidence, (entry): ModelEvidence => ({ ...entry.value, ...base(entry) })),
    views: mapValues(maps.views, (entry) => entry.value),
    policy: context.policy,
    formerly: formerIds(context),
  };
  return { model: { ...model, digest: semanticDigest(model) }, diagnostics: values.diagnostics };
}

interface Build {
  readonly context: Context;
  readonly structure: Structure;
  readonly values: ResolvedValues;
  readonly partOfElements: ReadonlyMap<string, string>;
  readonly partOfData: ReadonlyMap<string, string>;
}

function base(entry: Entry<Described>): { readonly id: string; readonly title: string; readonly where: ReturnType<typeof whereEntry> } {
  return { id: entry.id, title: entry.value.title ?? titleOf(entry.id), where: whereEntry(entry) };
}

function buildBoundary({ context, structure, values }: Build, entry: Entry<Context["maps"]["boundaries"] extends ReadonlyMap<string, Entry<infer T>> ? T : never>): ModelBoundary {
  const { type, trust, policy } = entry.value;
  const flows = policy?.flows?.filter((id) => context.maps.flows.has(id));
  return withoutAbsent({
    ...described(entry), ...base(entry), type,
    trust: trust !== undefined && context.trustLevels.includes(trust) ? trust : undefined,
    parent: structure.parents.get(entry.id),
    policy: policy === undefined ? undefined : withoutAbsent({ ...policy, flows: flows === undefined ? undefined : set(flows), protocols: set(policy.protocols) }),
    characteristics: values.boundaries.get(entry.id) ?? new Map(),
  });
}

function buildElement({ context, structure, values, partOfElements }: Build, entry: Entry<Element>): ModelElement {
  const { value } = entry;
  const nature = values.natures.get(entry.id);
  return withoutAbsent({
    ...described(entry), ...base(entry), kind: value.kind,
    type: nature?.type,
    in: structure.inside.get(entry.id) ?? [],
    technology: nature?.technology,
    holds: known(context, "data", value.holds),
    handles: known(context, "data", value.handles),
    levels: usableLevels(value.levels, context.scales),
    actor: value.actor ?? (value.kind === "external" && nature?.type !== undefined ? context.index.actorOf(nature.type) : undefined),
    environments: set(value.environments) ?? [],
    outOfScope: value["out-of-scope"],
    partOf: partOfElements.get(entry.id),
    characteristics: values.elements.get(entry.id) ?? new Map(),
  });
}

/** A flow whose ends are not both there is no flow. */
function buildFlow({ context, values }: Build, entry: Entry<Flow>): ModelFlow | undefined {
  const { value } = entry;
  const { elements } = context.maps;
  if (!elements.has(value.from) || !elements.has(value.to)) return undefined;
  return withoutAbsent({
    ...described(entry), ...base(entry), from: value.from, to: value.to,
    protocol: value.protocol, port: value.port,
    carries: known(context, "data", value.carries),
    response: known(context, "data", value.response),
    via: (value.via ?? []).filter((id) => elements.has(id)),
    outOfScope: value["out-of-scope"],
    characteristics: values.flows.get(entry.id) ?? new Map(),
  });
}

function buildData({ context, partOfData }: Build, entry: Entry<Data>): ModelData {
  const { levels, "derived-from": derivedFrom, "part-of": _partOf, personal, credential, title: _title, ...rest } = entry.value;
  const data = context.maps.data;
  return withoutAbsent({
    ...rest, ...base(entry),
    personal: yesNo(personal), credential: yesNo(withOpens(context, credential)),
    "part-of": partOfData.get(entry.id),
    levels: usableLevels(levels, context.scales),
    derivedFrom: (derivedFrom ?? []).filter((from) => data.has(from.data) && from.data !== entry.id),
  });
}

function withOpens({ maps }: Context, credential: Data["credential"]): Data["credential"] {
  if (typeof credential !== "object" || typeof credential.opens !== "object") return credential;
  return { ...credential, opens: credential.opens.filter(({ at }) => maps.elements.has(at)) };
}

function yesNo<T>(value: T): Exclude<T, boolean> | "yes" | "no" {
  return typeof value === "boolean" ? (value ? "yes" : "no") : value as Exclude<T, boolean>; // booleans are gone
}

function buildControl(context: Context, entry: Entry<Control>): ModelControl {
  return { ...entry.value, ...base(entry), at: placed(context, asList(entry.value.at)) };
}

function described({ value }: Entry<Described>): Described {
  const { description, links, tags, lifecycle, sources, visibility, formerly } = value;
  return withoutAbsent({ description, links, tags, lifecycle, sources, visibility, formerly });
}

/** undefined = unknown. */
function known({ maps }: Context, map: EntryMap, ids: readonly string[] | "unknown" | undefined): readonly string[] | undefined {
  return typeof ids === "object" ? set(ids.filter((id) => maps[map].has(id))) : undefined;
}

function placed({ maps }: Context, ids: readonly string[]): readonly string[] {
  return set(ids.filter((id) => maps.elements.has(id) || maps.flows.has(id) || maps.boundaries.has(id))) ?? [];
}

function partOf(entries: ReadonlyMap<string, Entry<{ readonly "part-of"?: string }>>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const [id, { value }] of entries) {
    const parent = value["part-of"];
    if (parent !== undefined && entries.has(parent)) parents.set(id, parent);
  }
  return cutCycles(parents);
}

/** A live id is never an old one, whatever `formerly` says. */
function formerIds({ maps, owners }: Context): ReadonlyMap<string, string> {
  const former = new Map<string, string>();
  for (const map of [maps.elements, maps.flows, maps.boundaries, maps.data, maps.controls, maps.risks, maps.assumptions, maps.threats]) {
    for (const [id, { value }] of map) {
      for (const old of value.formerly ?? []) if (!owners.has(old) && !former.has(old)) former.set(old, id);
    }
  }
  return new Map([...former].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
