// Subjects whose fields can change and that note who reads them. Getters, against the habit of the house: facts and rules read fields as they do of any subject,
// and what they read must be known without each of them saying it.
import type { Characteristics, StatedValue } from "@merlon/core";
import type { BoundarySubject, DataSubject, ElementSubject, FlowSubject, ModelSubject, PathSubject, Subjects } from "../facts/subject.ts";
import type { Tracked, TrackedSubject, Tracker } from "./tracker.ts";

type Own<T> = { -readonly [K in keyof T]: T[K] };
/** A subject and, under `own`, its fields to be changed. */
export type Changing<S> = S & Tracked & { readonly own: Own<S> };
export type ChangingElement = Changing<ElementSubject>;
export type ChangingFlow = Changing<FlowSubject>;
export type ChangingBoundary = Changing<BoundarySubject>;
export type ChangingData = Changing<DataSubject>;
export type ChangingModel = Changing<ModelSubject>;
export type ChangingPath = Changing<PathSubject>;

export interface SubjectMaker {
  element(own: ElementSubject): ChangingElement;
  flow(own: FlowSubject): ChangingFlow;
  boundary(own: BoundarySubject): ChangingBoundary;
  data(own: DataSubject): ChangingData;
  model(own: ModelSubject): ChangingModel;
  path(own: PathSubject): ChangingPath;
  /** A list of the model, noted when it is gone through and not when one is looked up: references always lead somewhere. */
  list<S>(root: ChangingModel, name: keyof Subjects, map: ReadonlyMap<string, S>): ReadonlyMap<string, S>;
  characteristicType(kind: string, key: string): number;
}

/** The type of a field that is noted. */
export function fieldType(tracker: Tracker, field: string): number {
  return tracker.typeOf(`field ${field}`);
}

export function subjectMaker(tracker: Tracker): SubjectMaker {
  const kinds = { element: elementFields(tracker), flow: flowFields(tracker), boundary: boundaryFields(tracker), data: dataFields(tracker), plain: plainFields() };
  const stated = statedValues(tracker);
  const made = (prototype: object, own: { readonly kind: string; readonly id: string; readonly characteristics: Characteristics }): unknown => {
    const subject = Object.create(prototype) as { stated: unknown };
    return Object.assign(subject, { kind: own.kind, id: own.id, own, readers: undefined, stale: undefined, tables: undefined, outcomes: undefined, isRemoved: false, stated: stated.of(subject as never, own) });
  };
  return {
    element: (own) => made(kinds.element, own) as ChangingElement, flow: (own) => made(kinds.flow, own) as ChangingFlow, boundary: (own) => made(kinds.boundary, own) as ChangingBoundary,
    data: (own) => made(kinds.data, own) as ChangingData, model: (own) => made(kinds.plain, own) as ChangingModel, path: (own) => made(kinds.plain, own) as ChangingPath,
    list: (root, name, map) => trackedMap(map, () => tracker.note(root, fieldType(tracker, `model.${name}`))),
    characteristicType: stated.typeOf,
  };
}

interface Holder<S> extends Tracked { readonly own: S; readonly stated: Characteristics }

/** Fields that never change, or from which nothing follows. */
function plainFields() {
  return {
    get title() { return (this as unknown as Holder<{ title: string }>).own.title; },
    get where() { return (this as unknown as Holder<{ where: unknown }>).own.where; },
    get index() { return (this as unknown as Holder<{ index: number }>).own.index; },
    get depth() { return (this as unknown as Holder<{ depth: number }>).own.depth; },
    get cache() { return (this as unknown as Holder<{ cache: unknown }>).own.cache; },
    get sets() { return (this as unknown as Holder<{ sets: unknown }>).own.sets; },
    get controls() { return (this as unknown as Holder<{ controls: unknown }>).own.controls; },
    get characteristics() { return (this as unknown as Holder<unknown>).stated; },
    get actor() { return (this as unknown as Holder<PathSubject>).own.actor; },
    get goal() { return (this as unknown as Holder<PathSubject>).own.goal; },
    get property() { return (this as unknown as Holder<PathSubject>).own.property; },
    get ends() { return (this as unknown as Holder<PathSubject>).own.ends; },
  };
}

function elementFields({ note, typeOf }: Tracker) {
  const [source, controls, flows, boundaries] = [typeOf("field element.source"), typeOf("field element.controls"), typeOf("field element.flows"), typeOf("field element.boundaries")];
  return extended(plainFields(), {
    get source() { const self = this as unknown as Holder<ElementSubject>; note(self, source); return self.own.source; },
    get isGone() { const self = this as unknown as Holder<ElementSubject>; note(self, source); return self.own.isGone; },
    get controls() { const self = this as unknown as Holder<ElementSubject>; note(self, controls); return self.own.controls; },
    get inflows() { const self = this as unknown as Holder<ElementSubject>; note(self, flows); return self.own.inflows; },
    get outflows() { const self = this as unknown as Holder<ElementSubject>; note(self, flows); return self.own.outflows; },
    get passing() { const self = this as unknown as Holder<ElementSubject>; note(self, flows); return self.own.passing; },
    get boundaries() { const self = this as unknown as Holder<ElementSubject>; note(self, boundaries); return self.own.boundaries; },
  });
}

function flowFields({ note, typeOf }: Tracker) {
  const [source, controls, ends] = [typeOf("field flow.source"), typeOf("field flow.controls"), typeOf("field flow.ends")];
  return extended(plainFields(), {
    get source() { const self = this as unknown as Holder<FlowSubject>; note(self, source); return self.own.source; },
    get isGone() { const self = this as unknown as Holder<FlowSubject>; note(self, ends); return self.own.isGone; },
    get controls() { const self = this as unknown as Holder<FlowSubject>; note(self, controls); return self.own.controls; },
    get from() { const self = this as unknown as Holder<FlowSubject>; note(self, ends); return self.own.from; },
    get to() { const self = this as unknown as Holder<FlowSubject>; note(self, ends); return self.own.to; },
    get via() { const self = this as unknown as Holder<FlowSubject>; note(self, ends); return self.own.via; },
    get crosses() { const self = this as unknown as Holder<FlowSubject>; note(self, ends); return self.own.crosses; },
  });
}

function boundaryFields({ note, typeOf }: Tracker) {
  const [source, controls, members, crossings] = [typeOf("field boundary.source"), typeOf("field boundary.controls"), typeOf("field boundary.members"), typeOf("field boundary.crossings")];
  return extended(plainFields(), {
    get source() { const self = this as unknown as Holder<BoundarySubject>; note(self, source); return self.own.source; },
    get parent() { const self = this as unknown as Holder<BoundarySubject>; note(self, source); return self.own.parent; },
    get controls() { const self = this as unknown as Holder<BoundarySubject>; note(self, controls); return self.own.controls; },
    get members() { const self = this as unknown as Holder<BoundarySubject>; note(self, members); return self.own.members; },
    get crossings() { const self = this as unknown as Holder<BoundarySubject>; note(self, crossings); return self.own.crossings; },
  });
}

function dataFields({ note, typeOf }: Tracker) {
  const [source, places] = [typeOf("field data.source"), typeOf("field data.places")];
  return extended(plainFields(), {
    get source() { const self = this as unknown as Holder<DataSubject>; note(self, source); return self.own.source; },
    get heldBy() { const self = this as unknown as Holder<DataSubject>; note(self, places); return self.own.heldBy; },
    get handledBy() { const self = this as unknown as Holder<DataSubject>; note(self, places); return self.own.handledBy; },
    get carriedBy() { const self = this as unknown as Holder<DataSubject>; note(self, places); return self.own.carriedBy; },
    get arrivesAt() { const self = this as unknown as Holder<DataSubject>; note(self, places); return self.own.arrivesAt; },
  });
}

function extended(base: object, more: object): object {
  return Object.defineProperties(base, Object.getOwnPropertyDescriptors(more));
}

/** The characteristics of a subject, each noted by its key. */
function statedValues({ note, typeOf }: Tracker) {
  const types = new Map<string, Map<string, number>>();
  const characteristicType = (kind: string, key: string): number => {
    let byKey = types.get(kind);
    if (!byKey) types.set(kind, (byKey = new Map<string, number>()));
    let type = byKey.get(key);
    if (type === undefined) byKey.set(key, (type = typeOf(`characteristic ${kind}.${key}`)));
    return type;
  };
  const of = (subject: TrackedSubject, own: { readonly kind: string; readonly characteristics: Characteristics }): Characteristics => {
    const read = (key: string): StatedValue | undefined => {
      note(subject, characteristicType(own.kind, key));
      return own.characteristics.get(key);
    };
    return { get: read, has: (key: string) => read(key) !== undefined } as unknown as Characteristics; // facts and rules read by key only
  };
  return { of, typeOf: characteristicType };
}

function trackedMap<S>(map: ReadonlyMap<string, S>, note: () => void): ReadonlyMap<string, S> {
  const noted = <T>(value: T): T => {
    note();
    return value;
  };
  return {
    get: (id) => map.get(id), has: (id) => map.has(id), get size() { return noted(map.size); }, keys: () => noted(map.keys()), values: () => noted(map.values()), entries: () => noted(map.entries()),
    forEach: (visit) => noted(map).forEach(visit), [Symbol.iterator]: () => noted(map)[Symbol.iterator](),
  };
}
