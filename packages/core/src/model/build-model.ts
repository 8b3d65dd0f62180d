// Builds the model in memory from merged, valid documents. Whatever refers to nothing is left out, so that every reference in a model leads somewhere.
import type { ActorClass, Boundary, Data, Described, Diagnostic, Element, ElementKind, Flow, Where } from "@merlon/schema";
import { resolveValues } from "../values/resolve-values.ts";
import type { ResolvedValues } from "../values/resolve-values.ts";
import { isInForce, withControls } from "../values/with-controls.ts";
import type { Context } from "./context.ts";
import { circularData } from "./derivations.ts";
import { whereEntry } from "./merge.ts";
import type { Entry, EntryMap } from "./merge.ts";
import type {
  Model, ModelAssumption, ModelBoundary, ModelControl, ModelData, ModelDecision, ModelElement, ModelEvidence, ModelFlow, ModelRisk, ModelThreat,
} from "./model.ts";
import { once } from "../once.ts";
import { semanticDigest } from "./semantic-digest.ts";
import { asList, partsOf, resolveStructure } from "./structure.ts";
import type { Structure } from "./structure.ts";
import { mapValues, put, set, titleOf, usableLevels, withoutAbsent } from "./build-fields.ts";
import type { Mutable } from "./build-fields.ts";

export function buildModel(context: Context): { readonly model: Model; readonly structure: Structure; readonly diagnostics: readonly Diagnostic[] } {
  const structure = resolveStructure(context.maps);
  const values = resolveValues(context, structure);
  const { maps, header } = context;
  const flows = mapValues(maps.flows, (entry) => buildFlow(context, values, entry));
  const build: Build = { context, structure, values, flows, partOfElements: partsOf(maps.elements), partOfData: partsOf(maps.data), circularData: circularData(maps.data) };
  const uncontrolled: Omit<Model, "digest"> = {
    header: { ...header, title: header.title ?? titleOf(header.id.slice(header.id.indexOf("/") + 1)), stage: header.stage ?? "design", depth: header.depth ?? "standard" },
    scales: context.scales, trustLevels: context.trustLevels,
    data: mapValues(maps.data, (entry) => buildData(build, entry)),
    boundaries: mapValues(maps.boundaries, (entry) => buildBoundary(build, entry)),
    elements: mapValues(maps.elements, (entry) => buildElement(build, entry)),
    flows,
    controls: mapValues(maps.controls, (entry): ModelControl => ({ ...entry.value, ...base(entry), at: placed(build, asList(entry.value.at)) })),
    assumptions: mapValues(maps.assumptions, (entry): ModelAssumption => ({ ...entry.value, ...base(entry) })),
    threats: mapValues(maps.threats, (entry): ModelThreat => ({ ...entry.value, ...base(entry), at: placed(build, asList(entry.value.at)) })),
    risks: mapValues(maps.risks, (entry): ModelRisk => ({ ...entry.value, ...base(entry) })),
    decisions: mapValues(maps.decisions, (entry): ModelDecision => ({ ...entry.value, key: entry.id, where: whereEntry(entry) })),
    evidence: mapValues(maps.evidence, (entry): ModelEvidence => ({ ...entry.value, ...base(entry) })),
    views: mapValues(maps.views, (entry) => entry.value),
    policy: context.policy,
    formerly: formerIds(context),
  };
  const { model, diagnostics } = withControls(uncontrolled, [...uncontrolled.controls.values()].filter(isInForce), context.index.library);
  const digest = once(() => semanticDigest(model));
  return { model: { ...model, get digest() { return digest(); } }, structure, diagnostics: [...values.diagnostics, ...diagnostics] };
}

interface Build {
  readonly context: Context;
  readonly structure: Structure;
  readonly values: ResolvedValues;
  /** Only those with both ends. */
  readonly flows: ReadonlyMap<string, ModelFlow>;
  readonly partOfElements: ReadonlyMap<string, string>;
  readonly partOfData: ReadonlyMap<string, string>;
  readonly circularData: ReadonlySet<string>;
}

interface Base extends Described {
  readonly id: string;
  readonly title: string;
  readonly where: Where;
}

const describedKeys = ["description", "links", "tags", "lifecycle", "sources", "visibility", "formerly"] as const;

function base(entry: Entry<Described>): Mutable<Base> {
  const { value } = entry;
  const made: Mutable<Base> = { id: entry.id, title: value.title ?? titleOf(entry.id), where: whereEntry(entry) };
  for (const key of describedKeys) put(made, key, value[key]);
  return made;
}

function buildBoundary({ context, structure, values, flows: live }: Build, entry: Entry<Boundary>): ModelBoundary {
  const { type, trust, policy } = entry.value;
  const made: Mutable<ModelBoundary> = Object.assign(base(entry), { type, characteristics: values.boundaries.get(entry.id) ?? new Map() });
  if (trust !== undefined && context.trustLevels.includes(trust)) made.trust = trust;
  put(made, "parent", structure.parents.get(entry.id));
  if (policy !== undefined) {
    const flows = policy.flows?.filter((id) => live.has(id));
    made.policy = withoutAbsent({ in: policy.in, out: policy.out, flows: set(flows), protocols: set(policy.protocols) });
  }
  return made;
}

function buildElement({ context, structure, values, partOfElements }: Build, entry: Entry<Element>): ModelElement {
  const { id, value } = entry;
  const nature = values.natures.get(id);
  const made: Mutable<ModelElement> = Object.assign(base(entry), {
    kind: value.kind, in: structure.inside.get(id) ?? [], levels: usableLevels(value.levels, context.scales),
    environments: set(value.environments) ?? [], characteristics: values.elements.get(id) ?? new Map(),
  });
  put(made, "type", nature?.type);
  put(made, "technology", nature?.technology);
  put(made, "holds", known(context, "data", value.holds));
  put(made, "handles", known(context, "data", value.handles));
  put(made, "actor", value.actor ?? defaultActor(value.kind, nature?.type, context));
  put(made, "outOfScope", value["out-of-scope"]);
  put(made, "partOf", partOfElements.get(id));
  put(made, "splitFrom", value["split-from"]);
  put(made, "mergedInto", value["merged-into"]);
  return made;
}

function defaultActor(kind: ElementKind, type: string | undefined, { index }: Context): ActorClass | undefined {
  return kind === "external" && type !== undefined ? index.actorOf(type) : undefined;
}

/** A flow whose ends are not both there is no flow. */
function buildFlow(context: Context, values: ResolvedValues, entry: Entry<Flow>): ModelFlow | undefined {
  const { from, to, protocol, port, carries, response, via } = entry.value;
  const { elements } = context.maps;
  if (!elements.has(from) || !elements.has(to)) return undefined;
  const made: Mutable<ModelFlow> = Object.assign(base(entry), {
    from, to, via: via === undefined ? [] : via.filter((id) => elements.has(id)), characteristics: values.flows.get(entry.id) ?? new Map(),
  });
  put(made, "protocol", protocol);
  put(made, "port", port);
  put(made, "carries", known(context, "data", carries));
  put(made, "response", known(context, "data", response));
  put(made, "outOfScope", entry.value["out-of-scope"]);
  return made;
}

function buildData({ context, partOfData, circularData }: Build, entry: Entry<Data>): ModelData {
  const { levels, "derived-from": derivedFrom, "part-of": _partOf, personal, credential, title: _title, ...rest } = entry.value;
  const data = context.maps.data;
  return withoutAbsent({
    ...rest, ...base(entry),
    personal: yesNo(personal), credential: yesNo(withOpens(context, credential)),
    "part-of": partOfData.get(entry.id),
    levels: usableLevels(levels, context.scales),
    derivedFrom: (derivedFrom ?? []).filter((from) => data.has(from.data) && !(circularData.has(entry.id) && circularData.has(from.data))),
  });
}

function withOpens({ maps }: Context, credential: Data["credential"]): Data["credential"] {
  if (typeof credential !== "object" || typeof credential.opens !== "object") return credential;
  return { ...credential, opens: credential.opens.filter(({ at }) => maps.elements.has(at)) };
}

function yesNo<T>(value: T): Exclude<T, boolean> | "yes" | "no" {
  return typeof value === "boolean" ? (value ? "yes" : "no") : value as Exclude<T, boolean>; // booleans are gone
}

/** undefined = unknown. */
function known({ maps }: Context, map: EntryMap, ids: readonly string[] | "unknown" | undefined): readonly string[] | undefined {
  return typeof ids === "object" ? set(ids.filter((id) => maps[map].has(id))) : undefined;
}

function placed({ context: { maps }, flows }: Build, ids: readonly string[]): readonly string[] {
  return set(ids.filter((id) => maps.elements.has(id) || flows.has(id) || maps.boundaries.has(id)));
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
