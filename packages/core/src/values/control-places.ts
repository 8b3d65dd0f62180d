// Where a control acts: at an element and on the flows into it, on a flow, or at a boundary, on what crosses it or on what is inside.
import type { Characteristic } from "@merlon/schema";
import { directionsOver, pathOf } from "../model/crossing.ts";
import type { Model, ModelBoundary, ModelControl, ModelElement, ModelFlow } from "../model/model.ts";

export type Controllable = Pick<Model, "elements" | "flows" | "boundaries">;

export interface ControlPlace {
  readonly map: keyof Controllable;
  readonly object: ModelElement | ModelFlow | ModelBoundary;
  /** Of a flow: the element that it goes into and that has the value; the flow only takes it as a default. */
  readonly into?: string;
}

export type PlacesOf = (control: ModelControl, characteristic: Characteristic) => readonly ControlPlace[];

/** The neighbours of elements and boundaries are indexed when the first control asks for them, however many controls there are. */
export function controlPlaces(model: Controllable): PlacesOf {
  const inflows = once(() => flowsBy(model, ({ to }) => [to]));
  const touching = once(() => flowsBy(model, pathOf));
  const members = once(() => membersOf(model));
  return function placesOf(control, characteristic) {
    const applies = characteristic["applies-to"];
    const onFlows = (flows: readonly ModelFlow[]): readonly ControlPlace[] => (applies.includes("flow") ? flows.map((object) => ({ map: "flows", object })) : []);
    return control.at.flatMap((id): readonly ControlPlace[] => {
      const element = model.elements.get(id);
      if (element !== undefined) return atElement(element, applies, inflows().get(id) ?? []);
      const flow = model.flows.get(id);
      if (flow !== undefined) return onFlows([flow]);
      const boundary = model.boundaries.get(id);
      if (boundary === undefined) return [];
      const inside = members().get(id) ?? [];
      const own: readonly ControlPlace[] = applies.includes("boundary") ? [{ map: "boundaries", object: boundary }] : [];
      if (control.covers !== "inside") return [...own, ...onFlows(flowsAt(inside, touching(), "crossing"))];
      const all = applies.includes("element") ? inside.flatMap((member) => atElement(member, applies, inflows().get(member.id) ?? [])) : [];
      return [...own, ...onFlows(flowsAt(inside, touching(), "within")), ...all];
    });
  };
}

function atElement(element: ModelElement, applies: Characteristic["applies-to"], inflows: readonly ModelFlow[]): readonly ControlPlace[] {
  if (!applies.includes("element")) return applies.includes("flow") ? inflows.map((object) => ({ map: "flows", object })) : [];
  const own: ControlPlace = { map: "elements", object: element };
  return applies.includes("flow") ? [own, ...inflows.map((object): ControlPlace => ({ map: "flows", object, into: element.id }))] : [own];
}

type FlowsBy = ReadonlyMap<string, readonly ModelFlow[]>;

function flowsBy(model: Controllable, keysOf: (flow: ModelFlow) => readonly string[]): FlowsBy {
  const index = new Map<string, ModelFlow[]>();
  for (const flow of model.flows.values()) for (const key of keysOf(flow)) addTo(index, key, flow);
  return index;
}

/** Flows that cross between the elements and others, or that stay within them; each once, in a fixed order. */
function flowsAt(elements: readonly ModelElement[], touching: FlowsBy, which: "crossing" | "within"): readonly ModelFlow[] {
  const inside = new Set(elements.map(({ id }) => id));
  const flows = new Set<ModelFlow>();
  for (const { id } of elements) {
    for (const flow of touching.get(id) ?? []) {
      const isWithin = directionsOver(pathOf(flow), (element) => inside.has(element)).length === 0;
      if (isWithin === (which === "within")) flows.add(flow);
    }
  }
  return [...flows];
}

/** All elements inside each boundary, those of inner boundaries included. */
function membersOf(model: Controllable): ReadonlyMap<string, readonly ModelElement[]> {
  const members = new Map<string, ModelElement[]>();
  for (const element of model.elements.values()) {
    const around = new Set<string>();
    for (const innermost of element.in) {
      for (let id: string | undefined = innermost; id !== undefined && !around.has(id); id = model.boundaries.get(id)?.parent) around.add(id);
    }
    for (const id of around) addTo(members, id, element);
  }
  return members;
}

function addTo<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [item]);
  else list.push(item);
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
