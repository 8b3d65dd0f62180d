// For tests: a model and a plausible analysis from a few short lines, so that diagrams can be tested without reading files
// and without the engine. Facts are worked out as simply as a picture needs them.
import type {
  ActorClass, Analysis, BoundaryType, DataPlacement, ElementFacts, ElementKind, FactSummary, FlowFacts, SensitivityClass, Severity, Threat,
} from "@merlon/schema";
import type { Model, ModelBoundary, ModelData, ModelElement, ModelFlow } from "@merlon/core";

export interface SampleData { title?: string; class?: SensitivityClass; personal?: "yes" | "special"; partOf?: string }
export interface SampleBoundary { title?: string; type?: BoundaryType; trust?: string; in?: string }
export interface SampleElement {
  title?: string; kind?: ElementKind; type?: string; in?: string | string[]; holds?: string[]; actor?: ActorClass; outOfScope?: string; partOf?: string;
}
export interface SampleFlow {
  title?: string; from: string; to: string; protocol?: string; carries?: string[]; response?: string[]; via?: string[];
  encrypted?: "yes" | "no"; outOfScope?: string;
}
export interface SampleSystem {
  id: string;
  title: string;
  data?: Record<string, SampleData>;
  boundaries?: Record<string, SampleBoundary>;
  elements: Record<string, SampleElement>;
  flows?: Record<string, SampleFlow>;
  /** `kind:id` of the target to the severities of its open threats. */
  threats?: Record<string, Severity[]>;
  /** `flow boundary` pairs that the boundary's policy forbids. */
  forbidden?: string[];
}

export interface Sample { readonly model: Model; readonly analysis: Analysis }

const trustLevels = ["untrusted", "partner", "edge", "internal", "restricted"];
const where = { file: "model.yaml", line: 1, column: 1 };
const classes: readonly SensitivityClass[] = ["none", "low", "moderate", "high"];

export function sampleSystem(system: SampleSystem): Sample {
  const model = modelOf(system);
  return { model, analysis: analysisOf(system, model) };
}

function modelOf(system: SampleSystem): Model {
  const none = new Map<string, never>();
  return {
    header: { merlon: 1, id: system.id, title: system.title, stage: "design", depth: "standard" },
    scales: none, trustLevels,
    data: mapOf(system.data, (id, data): ModelData => ({
      id, title: data.title ?? words(id), where, levels: {}, derivedFrom: [],
      ...(data.partOf === undefined ? {} : { "part-of": data.partOf }),
    })),
    boundaries: mapOf(system.boundaries, (id, boundary): ModelBoundary => ({
      id, title: boundary.title ?? words(id), where, type: boundary.type ?? "network", characteristics: none,
      ...(boundary.trust === undefined ? {} : { trust: boundary.trust }), ...(boundary.in === undefined ? {} : { parent: boundary.in }),
    })),
    elements: mapOf(system.elements, (id, element): ModelElement => ({
      id, title: element.title ?? words(id), where, kind: element.kind ?? "process", levels: {}, environments: [], characteristics: none,
      in: [element.in ?? []].flat(), ...defined({
        type: element.type, holds: element.holds, actor: element.actor, outOfScope: element.outOfScope, partOf: element.partOf,
      }),
    })),
    flows: mapOf(system.flows, (id, flow): ModelFlow => ({
      id, title: flow.title ?? words(id), where, from: flow.from, to: flow.to, via: flow.via ?? [], characteristics: none, ...defined({
        protocol: flow.protocol, carries: flow.carries, response: flow.response, outOfScope: flow.outOfScope,
      }),
    })),
    controls: none, assumptions: none, threats: none, risks: none, decisions: none, evidence: none, views: none,
    policy: {}, formerly: none, digest: "sha256:0",
  };
}

function analysisOf(system: SampleSystem, model: Model): Analysis {
  const flows = [...model.flows.values()].map((flow) => flowFacts(flow, system, model));
  const elements = [...model.elements.values()].map((element) => elementFacts(element, flows, system, model));
  const zero = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  return {
    schema: "merlon/analysis/1",
    model: { id: system.id, title: system.title, stage: "design", depth: "standard", digest: "sha256:0", owners: [] },
    packs: [], at: "2026-11-24",
    counts: {
      elements: elements.length, flows: flows.length, boundaries: model.boundaries.size, data: model.data.size, open: zero,
      threats: 0, planned: 0, accepted: 0, dismissed: 0, mitigated: 0, questions: 0, deeperQuestions: 0, rules: 0,
    },
    threats: Object.entries(system.threats ?? {}).flatMap(([target, severities]) => severities.map((severity, i) => threat(target, severity, i))),
    groups: [], mitigated: [], questions: [], questionGroups: [], elements, flows,
    boundaries: [...model.boundaries.values()].map((boundary) => ({
      id: boundary.id, title: boundary.title, type: boundary.type, trust: boundary.trust ?? "unknown",
      members: elements.filter((element) => element.boundaries.includes(boundary.id)).map((element) => element.id),
    })),
    crossings: flows.flatMap((flow) => flow.crosses.map((boundary) => ({
      boundary, flow: flow.id, direction: elements.find((element) => element.id === flow.to)?.boundaries.includes(boundary) ? "in" as const : "out" as const,
      forbidden: system.forbidden?.includes(`${flow.id} ${boundary}`) ?? false,
    }))),
    data: [...model.data.values()].map((data) => placement(data, elements, flows, system)),
    scales: [], controls: [], assumptions: [], decisions: [], rules: [], next: { enough: true, sentences: [] },
  };
}

function flowFacts(flow: ModelFlow, system: SampleSystem, model: Model): FlowFacts {
  const [from, to] = [flow.from, flow.to].map((end) => enclosingOf(end, model));
  const data = [...(flow.carries ?? []), ...(flow.response ?? [])];
  return {
    id: flow.id, title: flow.title, from: flow.from, to: flow.to,
    carries: flow.carries ?? "unknown", response: flow.response ?? "unknown",
    crosses: [...model.boundaries.keys()].filter((id) => from?.has(id) !== to?.has(id)),
    encrypted: system.flows?.[flow.id]?.encrypted ?? (flow.protocol === "https" ? "yes" : "unknown"),
    authenticated: "unknown",
    confidentiality: flow.carries === undefined ? { value: "unknown", worst: "high" } : highWater(data, system),
    personal: data.filter((id) => system.data?.[id]?.personal !== undefined).toSorted(),
  };
}

function elementFacts(element: ModelElement, flows: readonly FlowFacts[], system: SampleSystem, model: Model): ElementFacts {
  const received = flows.flatMap((flow) => [
    ...(flow.to === element.id && flow.carries !== "unknown" ? flow.carries : []),
    ...(flow.from === element.id && flow.response !== "unknown" ? flow.response : []),
  ]);
  const data = [...new Set([...(element.holds ?? []), ...received])].toSorted();
  const level = highWater(data, system);
  return {
    id: element.id, title: element.title, kind: element.kind, boundaries: [...enclosingOf(element.id, model)].toSorted(),
    trust: { value: "unknown", worst: "untrusted" }, reach: { value: "unknown", worst: "anonymous" },
    classes: { confidentiality: level, integrity: level, availability: level, privacy: level, safety: level },
    data, personal: data.filter((id) => system.data?.[id]?.personal !== undefined),
  };
}

function placement(data: ModelData, elements: readonly ElementFacts[], flows: readonly FlowFacts[], system: SampleSystem): DataPlacement {
  const level = highWater([data.id], system);
  const personal = system.data?.[data.id]?.personal;
  return {
    data: data.id, title: data.title, levels: {},
    classes: { confidentiality: level, integrity: level, availability: level, privacy: level, safety: level },
    personal: personal === undefined ? "no" : "yes", special: personal === "special" ? "yes" : "no", credential: false,
    heldBy: elements.filter((element) => system.elements[element.id]?.holds?.includes(data.id)).map((element) => element.id),
    handledBy: elements.filter((element) => element.data.includes(data.id)).map((element) => element.id),
    flows: flows.filter((flow) => [flow.carries, flow.response].flat().includes(data.id)).map((flow) => flow.id),
    recipients: [],
  };
}

function threat(target: string, severity: Severity, i: number): Threat {
  const [kind, id] = target.split(":") as ["element" | "flow" | "boundary" | "model" | "data", string];
  const score = { value: 2, reasons: [], assumed: false };
  return {
    id: `rule-${i}@${id}`, origin: "rule", target: { kind, id, title: id }, title: "Threat", statement: "", parts: {},
    stride: ["I"], linddun: [], cwe: [], capec: [], attack: [], severity, likelihood: score, impact: score, status: "open", why: "", fixes: [],
  };
}

function enclosingOf(element: string, model: Model): Set<string> {
  const found = new Set(model.elements.get(element)?.in ?? []);
  for (const id of found) {
    const parent = model.boundaries.get(id)?.parent;
    if (parent !== undefined) found.add(parent);
  }
  return found;
}

function highWater(data: readonly string[], system: SampleSystem): FactSummary<SensitivityClass> {
  const value = classes[Math.max(0, ...data.map((id) => classes.indexOf(system.data?.[id]?.class ?? "none")))] ?? "none";
  return { value, worst: value };
}

function words(id: string): string {
  return id.replaceAll("-", " ");
}

function mapOf<In, Out>(entries: Record<string, In> | undefined, make: (id: string, value: In) => Out): Map<string, Out> {
  return new Map(Object.entries(entries ?? {}).map(([id, value]) => [id, make(id, value)]));
}

/** Without the keys that are undefined. */
function defined<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}
