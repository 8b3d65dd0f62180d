// Builds the graph of subjects that rules range over. Structure only, in linear time.
import type { Characteristics, Model, ModelBoundary } from "@merlon/core";
import type { Where } from "@merlon/schema";
import type { BoundarySubject, DataSubject, ElementSubject, FlowSubject, ModelSubject, Subjects } from "./subject.ts";

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
  const build = (source: ModelBoundary): BoundarySubject => {
    const done = built.get(source.id);
    if (done) return done;
    const above = source.parent === undefined ? undefined : model.boundaries.get(source.parent);
    const parent = above && build(above);
    const subject: BoundarySubject = {
      kind: "boundary", ...base(source), characteristics: source.characteristics, source, parent,
      depth: parent ? parent.depth + 1 : 0, members: [], crossings: [],
    };
    built.set(source.id, subject);
    return subject;
  };
  for (const source of model.boundaries.values()) build(source);
  return built;
}

function buildElements(model: Model, boundaries: ReadonlyMap<string, BoundarySubject>): Map<string, ElementSubject> {
  const elements = new Map<string, ElementSubject>();
  for (const source of model.elements.values()) {
    const enclosing = new Set<BoundarySubject>();
    for (const id of source.in) for (let b = boundaries.get(id); b; b = b.parent) enclosing.add(b);
    const subject: ElementSubject = {
      kind: "element", ...base(source), characteristics: source.characteristics, index: elements.size, source,
      inflows: [], outflows: [], passing: [], boundaries: [...enclosing].sort((a, b) => b.depth - a.depth),
    };
    for (const b of enclosing) b.members.push(subject);
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
    const via = source.via.map((id) => elements.get(id)).filter((e) => e !== undefined);
    const subject: FlowSubject = {
      kind: "flow", ...base(source), characteristics: source.characteristics, index: flows.size, source, from, to, via,
      crosses: onlyOneSide(from.boundaries, to.boundaries),
    };
    from.outflows.push(subject);
    to.inflows.push(subject);
    for (const element of via) element.passing.push(subject);
    for (const boundary of subject.crosses) boundary.crossings.push(subject);
    flows.set(source.id, subject);
  }
  return flows;
}

function onlyOneSide(a: readonly BoundarySubject[], b: readonly BoundarySubject[]): readonly BoundarySubject[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...a.filter((x) => !b.includes(x)), ...b.filter((x) => !a.includes(x))];
}

function buildData(model: Model, elements: ReadonlyMap<string, ElementSubject>, flows: ReadonlyMap<string, FlowSubject>): Map<string, DataSubject> {
  const data = new Map<string, DataSubject>();
  for (const source of model.data.values()) {
    data.set(source.id, { kind: "data", ...base(source), characteristics: NONE, source, heldBy: [], handledBy: [], carriedBy: [] });
  }
  for (const element of elements.values()) {
    for (const id of element.source.holds ?? []) data.get(id)?.heldBy.push(element);
    for (const id of element.source.handles ?? []) data.get(id)?.handledBy.push(element);
  }
  for (const flow of flows.values()) {
    const ids = new Set([...(flow.source.carries ?? []), ...(flow.source.response ?? [])]);
    for (const id of ids) data.get(id)?.carriedBy.push(flow);
  }
  return data;
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

function base(source: { readonly id: string; readonly title: string; readonly where: Where }) {
  return { id: source.id, title: source.title, where: source.where as Where | undefined, cache: [], controls: [] };
}
