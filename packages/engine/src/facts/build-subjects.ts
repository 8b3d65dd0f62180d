// Builds the graph of subjects that rules range over. Structure only, in linear time.
// What is retired is listed and judged no more: nothing is in it, goes through it or is reached by it.
import type { Characteristics, Model, ModelBoundary } from "@merlon/core";
import type { Described, Where } from "@merlon/schema";
import type { Base, BoundarySubject, DataSubject, ElementSubject, FlowSubject, ModelSubject, Subjects } from "./subject.ts";

const NONE: Characteristics = new Map();

export function buildSubjects(model: Model): Subjects {
  const boundaries = buildBoundaries(model);
  const elements = buildElements(model, boundaries);
  const flows = buildFlows(model, elements);
  const data = buildData(model, elements, flows);
  const root: ModelSubject = {
    kind: "model", id: "model", title: model.header.title, where: undefined, characteristics: NONE, cache: [], controls: [],
  };
  const subjects = { model, root, elements, flows, boundaries, data };
  placeControls(subjects);
  return subjects;
}

function buildBoundaries(model: Model): Map<string, BoundarySubject> {
  const built = new Map<string, BoundarySubject>();
  for (const source of model.boundaries.values()) {
    // Outermost first, without recursion: nothing says how deep boundaries may be nested.
    const chain: ModelBoundary[] = [];
    for (let at: ModelBoundary | undefined = source; at && !built.has(at.id); at = parentOf(at, model)) chain.push(at);
    for (const inner of chain.reverse()) {
      const parent = inner.parent === undefined ? undefined : built.get(inner.parent);
      built.set(inner.id, {
        kind: "boundary", ...base(inner), source: inner, parent, depth: parent ? parent.depth + 1 : 0, members: [], crossings: [],
      });
    }
  }
  return new Map([...model.boundaries.keys()].map((id) => [id, built.get(id)!]));
}

function parentOf({ parent }: ModelBoundary, model: Model): ModelBoundary | undefined {
  return parent === undefined ? undefined : model.boundaries.get(parent);
}

function buildElements(model: Model, boundaries: ReadonlyMap<string, BoundarySubject>): Map<string, ElementSubject> {
  const elements = new Map<string, ElementSubject>();
  for (const source of model.elements.values()) {
    const enclosing = new Set<BoundarySubject>();
    for (const id of source.in) for (let b = boundaries.get(id); b; b = b.parent) enclosing.add(b);
    const subject: ElementSubject = {
      kind: "element", ...base(source), index: elements.size, source, isGone: isRetired(source), sets: {},
      inflows: [], outflows: [], passing: [], boundaries: [...enclosing].sort((a, b) => b.depth - a.depth),
    };
    if (!subject.isGone) for (const b of enclosing) b.members.push(subject);
    elements.set(source.id, subject);
  }
  return elements;
}

function buildFlows(model: Model, elements: ReadonlyMap<string, ElementSubject>): Map<string, FlowSubject> {
  const flows = new Map<string, FlowSubject>();
  for (const source of model.flows.values()) {
    const from = elements.get(source.from);
    const to = elements.get(source.to);
    if (!from || !to) continue;
    const via = source.via.map((id) => elements.get(id)).filter((e) => e !== undefined).filter((e) => !e.isGone);
    const subject: FlowSubject = {
      kind: "flow", ...base(source), index: flows.size, source, from, to, via, sets: {},
      isGone: isRetired(source) || from.isGone || to.isGone, crosses: crossedBy([from, ...via, to]),
    };
    flows.set(source.id, subject);
    if (!subject.isGone) connect(subject);
  }
  return flows;
}

function connect(flow: FlowSubject): void {
  flow.from.outflows.push(flow);
  flow.to.inflows.push(flow);
  for (const element of flow.via) element.passing.push(flow);
  for (const boundary of flow.crosses) boundary.crossings.push(flow);
}

export function isRetired(source: Described): boolean {
  return source.lifecycle?.state === "retired";
}

/** Every boundary with exactly one end of a stretch inside; a flow has one stretch, and one more for each element it goes through. */
export function crossedBy(path: readonly ElementSubject[]): readonly BoundarySubject[] {
  if (path.length === 2) return onlyOneSide(path[0]!.boundaries, path[1]!.boundaries);
  return [...new Set(path.slice(1).flatMap((end, i) => onlyOneSide(path[i]!.boundaries, end.boundaries)))];
}

function onlyOneSide(a: readonly BoundarySubject[], b: readonly BoundarySubject[]): readonly BoundarySubject[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...a.filter((x) => !b.includes(x)), ...b.filter((x) => !a.includes(x))];
}

function buildData(model: Model, elements: ReadonlyMap<string, ElementSubject>, flows: ReadonlyMap<string, FlowSubject>): Map<string, DataSubject> {
  const data = new Map<string, DataSubject>();
  for (const source of model.data.values()) {
    data.set(source.id, { kind: "data", ...base({ ...source, characteristics: NONE }), source, heldBy: [], handledBy: [], carriedBy: [], arrivesAt: [] });
  }
  for (const element of elements.values()) {
    if (element.isGone) continue;
    for (const id of element.source.holds ?? []) data.get(id)?.heldBy.push(element);
    for (const id of element.source.handles ?? []) data.get(id)?.handledBy.push(element);
  }
  for (const flow of flows.values()) if (!flow.isGone) bring(data, flow);
  return data;
}

function bring(data: ReadonlyMap<string, DataSubject>, flow: FlowSubject): void {
  const { carries = [], response = [] } = flow.source;
  const between = isSealed(flow) ? [] : flow.via;
  for (const id of new Set([...carries, ...response])) data.get(id)?.carriedBy.push(flow);
  for (const id of carries) data.get(id)?.arrivesAt.push(flow.to, ...between);
  for (const id of response) data.get(id)?.arrivesAt.push(flow.from, ...between);
}

/** What it passes through sees nothing: only where end-to-end encryption is stated (SPEC: FCT-8). */
export function isSealed(flow: Pick<FlowSubject, "characteristics">): boolean {
  return flow.characteristics.get("end-to-end-encryption")?.value === "yes";
}

function placeControls(subjects: Subjects): void {
  for (const control of subjects.model.controls.values()) {
    if (control.state === "retired") continue;
    for (const id of control.at) {
      const place = subjects.elements.get(id) ?? subjects.flows.get(id) ?? subjects.boundaries.get(id);
      place?.controls.push(control);
    }
  }
}

function base({ id, title, where, characteristics }: { readonly id: string; readonly title: string; readonly where: Where; readonly characteristics: Characteristics }): Base {
  return { id, title, where, characteristics, cache: [], controls: [] };
}
