// One graph of all that is known about a system: what the model says, what the engine found, what people decided.
import type { Model, ModelElement } from "@merlon/core";
import type { Analysis, AttackedProperty, AttackPaths, LandscapeObject, LandscapeType, Target, Threat } from "@merlon/schema";
import { currentKeys, parseKey, printKey } from "../ledger/threat-key.ts";
import { createCollector, type Collector, type LandscapeGraph } from "./collector.ts";
import { own, useTechnique, useWeakness, type NameOf } from "./named-things.ts";
import { objectNamed } from "./object-named.ts";
import { addTickets } from "./tickets/add-tickets.ts";
import type { TicketSource } from "./tickets/ticket-source.ts";

export interface LandscapeSource extends TicketSource {
  readonly paths: AttackPaths;
}

const ATTACKED: readonly AttackedProperty[] = ["confidentiality", "integrity", "availability"];

export function buildLandscape(source: LandscapeSource): LandscapeGraph {
  const collector = createCollector();
  addModel(source, collector);
  addFound(source, collector);
  addPaths(source, collector);
  addDecided(source, collector);
  addTickets(source, collector);
  return collector.done();
}

type Written = Pick<ModelElement, "id" | "title" | "tags" | "where">;

function written(type: LandscapeType, { id, title, tags, where }: Written, more: Partial<LandscapeObject> = {}): LandscapeObject {
  return { id: `${type}:${id}`, type, title, ...more, ...(tags && tags.length > 0 ? { tags } : {}), where };
}

function addModel({ model }: LandscapeSource, { put, relate }: Collector): void {
  const { header } = model;
  const whole = `model:${header.id}`;
  put({ id: whole, type: "model", title: header.title });
  for (const owner of header.owners ?? []) own(owner, whole, { put, relate });
  for (const boundary of model.boundaries.values()) {
    put(written("boundary", boundary, { kind: boundary.type }));
    relate(`boundary:${boundary.id}`, "inside", boundary.parent === undefined ? whole : `boundary:${boundary.parent}`);
  }
  for (const data of model.data.values()) put(written("data", data, data.kind === undefined ? {} : { kind: data.kind }));
  for (const element of model.elements.values()) addElement(element, whole, { put, relate });
  addFlows(model, { put, relate });
  for (const control of model.controls.values()) {
    put(written("control", control, { kind: control.type, state: control.state }));
    for (const at of control.at) relateTo(`control:${control.id}`, "protects", at, model, relate);
  }
}

function addElement(element: ModelElement, whole: string, { put, relate }: Pick<Collector, "put" | "relate">): void {
  const id = `element:${element.id}`;
  put(written("element", element, { kind: element.type ?? element.kind }));
  for (const boundary of element.in) relate(id, "inside", `boundary:${boundary}`);
  if (element.in.length === 0) relate(id, "inside", whole);
  if (element.partOf !== undefined) relate(id, "part-of", `element:${element.partOf}`);
  for (const data of [...element.holds ?? [], ...element.handles ?? []]) relate(id, "holds", `data:${data}`);
}

function addFlows({ flows }: Model, { put, relate }: Pick<Collector, "put" | "relate">): void {
  for (const flow of flows.values()) {
    const id = `flow:${flow.id}`;
    put(written("flow", flow, flow.protocol === undefined ? {} : { kind: flow.protocol }));
    relate(`element:${flow.from}`, "sends", id);
    relate(id, "arrives-at", `element:${flow.to}`);
    for (const via of flow.via) relate(id, "passes", `element:${via}`);
    for (const data of [...flow.carries ?? [], ...flow.response ?? []]) relate(id, "carries", `data:${data}`);
  }
}

function relateTo(from: string, type: "protects" | "shows" | "endangers", id: string, model: Model, relate: Collector["relate"]): void {
  const to = objectNamed(id, model);
  if (to !== undefined) relate(from, type, to);
}

/** A threat to the model as a whole is at the model. */
function placeOf({ kind, id }: Target, model: Model): string {
  return kind === "model" ? `model:${model.header.id}` : `${kind}:${id}`;
}

function addFound({ model, analysis, nameOf }: LandscapeSource, collector: Collector): void {
  const { put, relate } = collector;
  for (const threat of analysis.threats) addThreat(threat, model, nameOf, collector);
  for (const { id, target, text, depth } of analysis.questions) {
    put({ id: `question:${id}`, type: "question", title: text, kind: depth });
    relate(`question:${id}`, "asks-about", placeOf(target, model));
  }
}

function addThreat(threat: Threat, model: Model, nameOf: NameOf, { put, relate }: Collector): void {
  const id = `threat:${threat.id}`;
  put({ id, type: "threat", title: threat.title, kind: threat.rule?.id ?? "person", state: threat.status, severity: threat.severity, ...(threat.where ? { where: threat.where } : {}) });
  for (const target of threat.targets ?? [threat.target]) relate(id, "threatens", placeOf(target, model));
  for (const property of ATTACKED) relate(id, "threatens", `path:${threat.target.id}+${property}`);
  const goal = threat.target.kind === "path" ? threat.target.id.split("..")[1] : undefined;
  for (const one of [goal, threat.about]) {
    const about = one === undefined ? undefined : objectNamed(one, model);
    if (about !== undefined) relate(id, "concerns", about);
  }
  for (const technique of threat.attack) useTechnique(id, "uses", technique.id, nameOf, { put, relate });
  for (const cwe of threat.cwe) useWeakness(id, cwe, nameOf, { put, relate });
  if (threat.plannedBy !== undefined) relate(`control:${threat.plannedBy}`, "would-stop", id);
}

/** Only the cheapest of each attacker to each goal. */
function addPaths({ paths, model, nameOf }: LandscapeSource, { put, relate }: Collector): void {
  for (const path of paths.paths) {
    if (path.rank > 1) continue;
    const attacker = paths.attackers.find(({ id }) => id === path.entry)?.title ?? path.entry;
    const goal = objectNamed(path.goal, model);
    const id = `path:${path.id}`;
    put({ id, type: "path", title: `${attacker} to ${paths.jewels.find((jewel) => jewel.id === path.goal)?.title ?? path.goal}`, kind: path.property, state: path.effort });
    if (goal !== undefined) relate(id, "ends-at", goal);
    for (const hop of path.hops) {
      for (const at of [hop.at.kind === "data" ? undefined : placeOf(hop.at, model), hop.flow === undefined ? undefined : `flow:${hop.flow}`]) if (at !== undefined) relate(id, "passes-through", at);
      for (const technique of hop.techniques) useTechnique(id, "goes-by", technique.id, nameOf, { put, relate });
    }
  }
}

function addDecided({ model, analysis }: LandscapeSource, collector: Collector): void {
  addDecisions(analysis, model, collector);
  const { put, relate } = collector;
  for (const evidence of model.evidence.values()) {
    const id = `evidence:${evidence.id}`;
    put(written("evidence", evidence, { kind: evidence.kind, url: evidence.ref.uri, ...(evidence.ref.date === undefined ? {} : { day: evidence.ref.date }) }));
    for (const about of evidence.about ?? []) showOf(id, about, model, relate);
  }
  for (const control of model.controls.values()) for (const evidence of control.evidence ?? []) relate(`evidence:${evidence}`, "shows", `control:${control.id}`);
  for (const risk of model.risks.values()) {
    const id = `risk:${risk.id}`;
    put(written("risk", risk, risk.level === undefined ? {} : { severity: risk.level }));
    if (risk.owner !== undefined) own(risk.owner, id, collector);
    for (const at of risk.at ?? []) relateTo(id, "endangers", at, model, relate);
    for (const from of risk.from ?? []) for (const one of model.evidence.has(from) ? [`evidence:${from}`] : threatsNamed(from, model)) relate(one, "feeds", id);
    for (const next of risk["leads-to"] ?? []) relate(id, "leads-to", `risk:${next}`);
  }
}

function addDecisions({ decisions }: Analysis, model: Model, collector: Collector): void {
  const { put, relate } = collector;
  for (const { key, alias, decision, state, where } of decisions) {
    const id = `decision:${alias ?? key}`;
    const day = decision.until ?? decision.due;
    put({ id, type: "decision", title: decision.reason ?? `${decision.state} ${key}`, kind: decision.state, state, ...(day === undefined ? {} : { day }), ...(where ? { where } : {}) });
    const cell = /^[STRIDE]@([^+]+)/.exec(key)?.[1];
    const what = cell === undefined ? `threat:${key}` : objectNamed(cell, model);
    if (what !== undefined) relate(id, "decides", what);
    if (decision.owner !== undefined) own(decision.owner, id, collector);
    if (decision.by !== undefined) {
      put({ id: `person:${decision.by}`, type: "person", title: decision.by });
      relate(`person:${decision.by}`, "made", id);
    }
  }
}

function showOf(evidence: string, about: string, model: Model, relate: Collector["relate"]): void {
  for (const threat of threatsNamed(about, model)) relate(evidence, "shows", threat);
  relate(evidence, "shows", `decision:${about}`);
  relateTo(evidence, "shows", about, model, relate);
}

/** What it is called today, where its object was renamed. */
function threatsNamed(id: string, { formerly }: Model): readonly string[] {
  return currentKeys(parseKey(id), { formerly, successors: (rule) => [rule] }).map((key) => `threat:${printKey(key)}`);
}
