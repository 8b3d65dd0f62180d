// The graph of subjects as build-subjects.ts makes it, changed in place by a delta of the model. Says which fields of which subjects it changed.
import type { Model, ModelBoundary, ModelControl, ModelData, ModelElement, ModelFlow } from "@merlon/core";
import { buildSubjects, crossedBy, isRetired, isSealed } from "../facts/build-subjects.ts";
import type { BoundarySubject, DataSubject, ElementSubject, Subjects } from "../facts/subject.ts";
import { isSame, type ModelDelta } from "./model-delta.ts";
import { fieldType, subjectMaker, type ChangingBoundary, type ChangingData, type ChangingElement, type ChangingFlow, type ChangingModel, type SubjectMaker } from "./tracked-subjects.ts";
import type { Tracked, Tracker } from "./tracker.ts";

export interface SubjectGraph {
  readonly subjects: Subjects;
  readonly elements: ReadonlyMap<string, ChangingElement>;
  readonly flows: ReadonlyMap<string, ChangingFlow>;
  readonly boundaries: ReadonlyMap<string, ChangingBoundary>;
  readonly data: ReadonlyMap<string, ChangingData>;
  readonly root: ChangingModel;
  readonly maker: SubjectMaker;
  /** One more than the highest index of an element. */
  size(): number;
  apply(delta: ModelDelta, heard: Heard): void;
}

/** Told while a delta is applied. */
export interface Heard {
  changed(subject: Tracked, type: number): void;
  /** Comes or goes, or leads elsewhere. */
  unlinked(flow: ChangingFlow): void;
  linked(flow: ChangingFlow): void;
  added(subject: ChangingElement | ChangingFlow | ChangingBoundary | ChangingData): void;
  removed(subject: ChangingElement | ChangingFlow | ChangingBoundary | ChangingData): void;
}

/** The maps are changed together with the subjects. */
export interface ChangingMaps {
  readonly elements: Map<string, ModelElement>;
  readonly flows: Map<string, ModelFlow>;
  readonly boundaries: Map<string, ModelBoundary>;
  readonly data: Map<string, ModelData>;
  readonly controls: Map<string, ModelControl>;
}

interface Graph {
  readonly maps: ChangingMaps;
  readonly model: Model;
  readonly tracker: Tracker;
  readonly maker: SubjectMaker;
  readonly root: ChangingModel;
  readonly elements: Map<string, ChangingElement>;
  readonly flows: Map<string, ChangingFlow>;
  readonly boundaries: Map<string, ChangingBoundary>;
  readonly data: Map<string, ChangingData>;
  /** Indexes of elements that went. */
  readonly free: number[];
  /** Flows that are retired, or that have an end that is. */
  readonly gone: Set<ChangingFlow>;
  size: number;
  /** Set while a delta is applied. */
  heard: Heard;
}

const DEAF: Heard = { changed: () => undefined, unlinked: () => undefined, linked: () => undefined, added: () => undefined, removed: () => undefined };

/** `model` is read through `maps`, which hold the same objects and may be changed. */
export function createSubjectGraph(model: Model, maps: ChangingMaps, tracker: Tracker): SubjectGraph {
  const maker = subjectMaker(tracker);
  const built = buildSubjects(model);
  const root = maker.model(built.root);
  const graph: Graph = { maps, model, tracker, maker, root, elements: new Map(), flows: new Map(), boundaries: new Map(), data: new Map(), free: [], gone: new Set(), size: built.elements.size, heard: DEAF };
  copyInto(graph, built);
  const subjects: Subjects = {
    model, root, elements: maker.list(root, "elements", graph.elements), flows: maker.list(root, "flows", graph.flows),
    boundaries: maker.list(root, "boundaries", graph.boundaries), data: maker.list(root, "data", graph.data),
  };
  return { ...graph, subjects, size: () => graph.size, apply: (delta, heard) => apply(delta, heard, graph) };
}

/** The same graph with subjects that can change. */
function copyInto({ maker, elements, flows, boundaries, data, gone }: Graph, built: Subjects): void {
  for (const one of built.boundaries.values()) boundaries.set(one.id, maker.boundary({ ...one }));
  for (const one of built.elements.values()) elements.set(one.id, maker.element({ ...one }));
  for (const one of built.flows.values()) flows.set(one.id, maker.flow({ ...one }));
  for (const one of built.data.values()) data.set(one.id, maker.data({ ...one }));
  const placesOf = (list: readonly ElementSubject[]): ElementSubject[] => list.map(({ id }) => elements.get(id)!);
  const flowsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => flows.get(id)!);
  const around = (list: readonly BoundarySubject[]): readonly BoundarySubject[] => list.map(({ id }) => boundaries.get(id)!);
  for (const { own } of boundaries.values()) {
    if (own.parent) own.parent = boundaries.get(own.parent.id);
    Object.assign(own, { members: placesOf(own.members), crossings: flowsOf(own.crossings) });
  }
  for (const { own } of elements.values()) Object.assign(own, { inflows: flowsOf(own.inflows), outflows: flowsOf(own.outflows), passing: flowsOf(own.passing), boundaries: around(own.boundaries) });
  for (const { own } of flows.values()) Object.assign(own, { from: elements.get(own.from.id), to: elements.get(own.to.id), via: placesOf(own.via), crosses: around(own.crosses) });
  for (const flow of flows.values()) if (flow.own.isGone) gone.add(flow);
  for (const { own } of data.values()) Object.assign(own, { heldBy: placesOf(own.heldBy), handledBy: placesOf(own.handledBy), carriedBy: flowsOf(own.carriedBy), arrivesAt: placesOf(own.arrivesAt) });
}

function apply(delta: ModelDelta, heard: Heard, graph: Graph): void {
  graph.heard = heard;
  const moved = movedElements(delta, graph);
  const loosened = looseFlows(delta, moved, graph);
  for (const flow of loosened) disconnect(flow, graph);
  for (const element of moved) unplace(element, graph);
  changeData(delta, graph);
  changeBoundaries(delta, graph);
  changeElements(delta, graph);
  for (const element of moved) if (!element.isRemoved) place(element, graph);
  for (const [id, source] of delta.elements) if (source && !graph.elements.has(id)) addElement(source, graph);
  changeFlows(delta, graph);
  for (const flow of loosened) if (!flow.isRemoved) reconnect(flow, graph);
  for (const [id, source] of delta.flows) if (source && !graph.flows.has(id)) addFlow(source, graph);
  changeControls(delta, graph);
  graph.heard = DEAF;
}

/** Elements that are to be put elsewhere, or hold something else, or go. */
function movedElements({ elements, boundaries }: ModelDelta, graph: Graph): ReadonlySet<ChangingElement> {
  const moved = new Set<ChangingElement>();
  for (const [id, now] of elements) {
    const subject = graph.elements.get(id);
    if (!subject) continue;
    const was = subject.own.source;
    if (!now || !isSame([was.in, was.holds, was.handles, was.lifecycle], [now.in, now.holds, now.handles, now.lifecycle])) moved.add(subject);
  }
  for (const [id, now] of boundaries) {
    const subject = graph.boundaries.get(id);
    if (!subject || (now && now.parent === subject.own.source.parent)) continue;
    for (const element of graph.elements.values()) if (element.own.boundaries.includes(subject)) moved.add(element);
  }
  return moved;
}

/** Flows that lead elsewhere, bring something else or go, and those of elements that are moved. */
function looseFlows({ flows }: ModelDelta, moved: ReadonlySet<ChangingElement>, graph: Graph): ReadonlySet<ChangingFlow> {
  const loose = new Set<ChangingFlow>();
  for (const [id, now] of flows) {
    const subject = graph.flows.get(id);
    if (!subject) continue;
    const was = subject.own.source;
    const [sealed, seals] = [was, now].map((one) => one && isSealed(one));
    if (!now || sealed !== seals || !isSame([was.from, was.to, was.via, was.carries, was.response, was.lifecycle], [now.from, now.to, now.via, now.carries, now.response, now.lifecycle])) loose.add(subject);
  }
  for (const element of moved) {
    const { inflows, outflows, passing, isGone } = element.own;
    for (const flow of [...inflows, ...outflows, ...passing]) loose.add(flow as ChangingFlow);
    // What is retired is in no list: neither a flow nor one through an element that is.
    for (const flow of isGone ? graph.flows.values() : graph.gone) if (flow.own.from === element || flow.own.to === element || flow.own.source.via.includes(element.id)) loose.add(flow);
  }
  return loose;
}

function tell(subject: Tracked, field: string, graph: Graph): void {
  graph.heard.changed(subject, fieldType(graph.tracker, field));
}

function drop<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}

function disconnect(flow: ChangingFlow, graph: Graph): void {
  const { from, to, via, crosses, source, isGone } = flow.own;
  if (isGone) return;
  graph.heard.unlinked(flow);
  drop(elementOwn(from).outflows, flow);
  drop(elementOwn(to).inflows, flow);
  for (const element of via) drop(elementOwn(element).passing, flow);
  for (const element of [from, to, ...via]) tell(element as ChangingElement, "element.flows", graph);
  for (const boundary of crosses) {
    drop((boundary as ChangingBoundary).own.crossings, flow);
    tell(boundary as ChangingBoundary, "boundary.crossings", graph);
  }
  const between = isSealed(flow.own) ? [] : via;
  const { carries = [], response = [] } = source;
  eachData(new Set([...carries, ...response]), graph, (own) => drop(own.carriedBy, flow));
  eachData(carries, graph, (own) => [to, ...between].forEach((element) => drop(own.arrivesAt, element)));
  eachData(response, graph, (own) => [from, ...between].forEach((element) => drop(own.arrivesAt, element)));
}

function reconnect(flow: ChangingFlow, graph: Graph): void {
  const { own } = flow;
  const { source } = own;
  own.from = graph.elements.get(source.from)!;
  own.to = graph.elements.get(source.to)!;
  own.via = source.via.map((id) => graph.elements.get(id)).filter((e) => e !== undefined).filter((e) => !e.own.isGone);
  own.isGone = isRetired(source) || elementOwn(own.from).isGone || elementOwn(own.to).isGone;
  own.crosses = crossedBy([own.from, ...own.via, own.to]);
  tell(flow, "flow.ends", graph);
  graph.gone.delete(flow);
  if (own.isGone) return void graph.gone.add(flow);
  elementOwn(own.from).outflows.push(flow);
  elementOwn(own.to).inflows.push(flow);
  for (const element of own.via) elementOwn(element).passing.push(flow);
  for (const element of [own.from, own.to, ...own.via]) tell(element as ChangingElement, "element.flows", graph);
  for (const boundary of own.crosses) {
    (boundary as ChangingBoundary).own.crossings.push(flow);
    tell(boundary as ChangingBoundary, "boundary.crossings", graph);
  }
  const between = isSealed(own) ? [] : own.via;
  const { carries = [], response = [] } = source;
  eachData(new Set([...carries, ...response]), graph, (data) => data.carriedBy.push(flow));
  eachData(carries, graph, (data) => data.arrivesAt.push(own.to, ...between));
  eachData(response, graph, (data) => data.arrivesAt.push(own.from, ...between));
  graph.heard.linked(flow);
}

function elementOwn(element: ElementSubject): ChangingElement["own"] {
  return (element as ChangingElement).own;
}

function eachData(ids: Iterable<string>, graph: Graph, visit: (own: { -readonly [K in keyof DataSubject]: DataSubject[K] }) => void): void {
  for (const id of ids) {
    const data = graph.data.get(id);
    if (!data) continue;
    visit(data.own);
    tell(data, "data.places", graph);
  }
}

function unplace(element: ChangingElement, graph: Graph): void {
  const { own } = element;
  if (own.isGone) return;
  for (const boundary of own.boundaries) {
    drop((boundary as ChangingBoundary).own.members, element);
    tell(boundary as ChangingBoundary, "boundary.members", graph);
  }
  eachData(own.source.holds ?? [], graph, ({ heldBy }) => drop(heldBy, element));
  eachData(own.source.handles ?? [], graph, ({ handledBy }) => drop(handledBy, element));
}

function place(element: ChangingElement, graph: Graph): void {
  const { own } = element;
  const enclosing = new Set<ChangingBoundary>();
  for (const id of own.source.in) for (let b = graph.boundaries.get(id); b; b = b.own.parent as ChangingBoundary | undefined) enclosing.add(b);
  own.boundaries = [...enclosing].sort((a, b) => b.own.depth - a.own.depth);
  own.isGone = isRetired(own.source);
  tell(element, "element.boundaries", graph);
  if (own.isGone) return;
  for (const boundary of enclosing) {
    boundary.own.members.push(element);
    tell(boundary, "boundary.members", graph);
  }
  eachData(own.source.holds ?? [], graph, ({ heldBy }) => heldBy.push(element));
  eachData(own.source.handles ?? [], graph, ({ handledBy }) => handledBy.push(element));
}

function changeElements({ elements }: ModelDelta, graph: Graph): void {
  for (const [id, source] of elements) {
    const subject = graph.elements.get(id);
    if (!subject) continue;
    if (source) changeSource(subject, source, "element", graph);
    else {
      graph.free.push(subject.own.index);
      remove(subject, graph.elements, graph.maps.elements, "model.elements", graph);
    }
  }
}

function addElement(source: ModelElement, graph: Graph): void {
  const subject = graph.maker.element({
    kind: "element", ...fresh(source), index: graph.free.pop() ?? graph.size++, source, isGone: false, sets: {}, inflows: [], outflows: [], passing: [], boundaries: [],
  });
  add(subject, graph.elements, graph.maps.elements, "model.elements", graph);
  place(subject, graph);
}

function changeFlows({ flows }: ModelDelta, graph: Graph): void {
  for (const [id, source] of flows) {
    const subject = graph.flows.get(id);
    if (!subject) continue;
    if (source) changeSource(subject, source, "flow", graph);
    else {
      graph.gone.delete(subject);
      remove(subject, graph.flows, graph.maps.flows, "model.flows", graph);
    }
  }
}

function addFlow(source: ModelFlow, graph: Graph): void {
  const [from, to] = [graph.elements.get(source.from)!, graph.elements.get(source.to)!];
  const subject = graph.maker.flow({ kind: "flow", ...fresh(source), index: 0, source, from, to, via: [], sets: {}, isGone: true, crosses: [] });
  add(subject, graph.flows, graph.maps.flows, "model.flows", graph);
  reconnect(subject, graph);
}

function changeData({ data }: ModelDelta, graph: Graph): void {
  for (const [id, source] of data) {
    const subject = graph.data.get(id);
    if (subject && source) changeSource(subject, source, "data", graph);
    else if (subject) remove(subject, graph.data, graph.maps.data, "model.data", graph);
    else if (source) {
      const made = graph.maker.data({ kind: "data", ...fresh({ ...source, characteristics: new Map() }), source, heldBy: [], handledBy: [], carriedBy: [], arrivesAt: [] });
      add(made, graph.data, graph.maps.data, "model.data", graph);
    }
  }
}

/** Parents are set once all boundaries are there. */
function changeBoundaries({ boundaries }: ModelDelta, graph: Graph): void {
  if (boundaries.size === 0) return;
  for (const [id, source] of boundaries) {
    const subject = graph.boundaries.get(id);
    if (subject && source) changeSource(subject, source, "boundary", graph);
    else if (subject) remove(subject, graph.boundaries, graph.maps.boundaries, "model.boundaries", graph);
    else if (source) {
      const made = graph.maker.boundary({ kind: "boundary", ...fresh(source), source, parent: undefined, depth: 0, members: [], crossings: [] });
      add(made, graph.boundaries, graph.maps.boundaries, "model.boundaries", graph);
    }
  }
  for (const subject of graph.boundaries.values()) {
    const { own } = subject;
    const parent = own.source.parent === undefined ? undefined : graph.boundaries.get(own.source.parent);
    if (parent === own.parent) continue;
    own.parent = parent;
    tell(subject, "boundary.source", graph);
  }
  for (const { own } of graph.boundaries.values()) own.depth = depthOf(own);
}

function depthOf(boundary: BoundarySubject): number {
  let depth = 0;
  for (let at = boundary.parent; at; at = (at as ChangingBoundary).own.parent) depth++;
  return depth;
}

type AnySource = ModelElement | ModelFlow | ModelBoundary | ModelData;
type AnyChanging = ChangingElement | ChangingFlow | ChangingBoundary | ChangingData;

function changeSource(subject: AnyChanging, source: AnySource, kind: "element" | "flow" | "boundary" | "data", graph: Graph): void {
  const own = subject.own as { source: AnySource; characteristics: ModelElement["characteristics"]; title: string; where: unknown };
  const was = own.source;
  (graph.maps as unknown as Record<string, Map<string, AnySource>>)[MAPS[kind]]!.set(subject.id, source);
  Object.assign(own, { source, title: source.title, where: source.where });
  if (kind !== "data") own.characteristics = (source as ModelFlow).characteristics;
  if (!isSame(withoutValues(was), withoutValues(source))) tell(subject, `${kind}.source`, graph);
  if (kind === "data") return;
  const [before, after] = [(was as ModelFlow).characteristics, own.characteristics];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (!isSame(before.get(key), after.get(key))) graph.heard.changed(subject, graph.maker.characteristicType(kind, key));
  }
}

const MAPS = { element: "elements", flow: "flows", boundary: "boundaries", data: "data" } as const;

function withoutValues(source: AnySource): unknown {
  return { ...source, characteristics: undefined };
}

function add<S extends AnyChanging, M extends AnySource>(subject: S, into: Map<string, S>, map: Map<string, M>, list: string, graph: Graph): void {
  into.set(subject.id, subject);
  map.set(subject.id, subject.own.source as unknown as M); // of the same kind
  (subject.own as { controls: ModelControl[] }).controls = controlsAt(subject.id, graph);
  tell(graph.root, list, graph);
  graph.heard.added(subject);
}

function remove<S extends AnyChanging>(subject: S, from: Map<string, S>, map: Map<string, unknown>, list: string, graph: Graph): void {
  subject.isRemoved = true;
  from.delete(subject.id);
  map.delete(subject.id);
  tell(graph.root, list, graph);
  graph.heard.removed(subject);
}

function changeControls({ controls }: ModelDelta, graph: Graph): void {
  const places = new Set<string>();
  for (const [id, now] of controls) {
    for (const at of [...graph.maps.controls.get(id)?.at ?? [], ...now?.at ?? []]) places.add(at);
    if (now) graph.maps.controls.set(id, now);
    else graph.maps.controls.delete(id);
  }
  for (const id of places) {
    const subject = graph.elements.get(id) ?? graph.flows.get(id) ?? graph.boundaries.get(id);
    if (!subject) continue;
    (subject.own as { controls: ModelControl[] }).controls = controlsAt(id, graph);
    tell(subject, `${subject.kind}.controls`, graph);
  }
}

function controlsAt(id: string, { maps }: Graph): ModelControl[] {
  return [...maps.controls.values()].filter(({ state, at }) => state !== "retired" && at.includes(id));
}

function fresh({ id, title, where, characteristics }: Pick<ModelElement, "id" | "title" | "where" | "characteristics">) {
  return { id, title, where, characteristics, cache: [], controls: [] };
}
