// Which data is at an element or on a flow: held, handled and carried in. It does not pass through by itself.
import { CLASSES, PROPERTIES } from "./orders.ts";
import { highWater, classOfLevels, hasScale } from "./data-class.ts";
import type { FactBase, FactTable, Support } from "./fact-base.ts";
import { assumed, ends, flag, known, unknown } from "./fact.ts";
import type { DataSubject, ElementSubject, Fact, FlowSubject, Input, Subject } from "./subject.ts";
import type { ProtectedProperty } from "@merlon/schema";

/** The known data and the unknown fields that could add to it. */
export interface DataSet {
  readonly data: readonly DataSubject[];
  readonly missing: readonly Input[];
}

const byElement = new WeakMap<ElementSubject, DataSet>();

export function dataAt(element: ElementSubject, base: FactBase): DataSet {
  const done = byElement.get(element);
  if (done) return done;
  const found = new Set<DataSubject>();
  const missing: Input[] = [];
  const add = (ids: readonly string[] | undefined, input: () => Input) => {
    if (!ids) missing.push(input());
    else for (const id of ids) addData(id, base, found);
  };
  if (element.source.kind !== "external") {
    add(element.source.holds, () => ({ subject: element, key: "holds" }));
    add(element.source.handles, () => ({ subject: element, key: "handles" }));
  } else for (const id of [...(element.source.holds ?? []), ...(element.source.handles ?? [])]) addData(id, base, found);
  for (const flow of element.inflows) add(flow.source.carries, () => ({ subject: flow, key: "carries" }));
  for (const flow of element.outflows) add(flow.source.response, () => ({ subject: flow, key: "response" }));
  for (const flow of element.passing) {
    if (flow.characteristics.get("end-to-end-encryption")?.value === "yes") continue;
    for (const id of [...(flow.source.carries ?? []), ...(flow.source.response ?? [])]) addData(id, base, found);
  }
  const result = { data: [...found], missing };
  byElement.set(element, result);
  return result;
}

/** Data at rest here. */
export function dataStored(element: ElementSubject, base: FactBase): DataSet {
  if (!element.source.holds) {
    return { data: [], missing: element.source.kind === "external" ? [] : [{ subject: element, key: "holds" }] };
  }
  const found = new Set<DataSubject>();
  for (const id of element.source.holds) addData(id, base, found);
  return { data: [...found], missing: [] };
}

export function dataOn(flow: FlowSubject, base: FactBase, legs: "both" | "request" | "response" = "both"): DataSet {
  const found = new Set<DataSubject>();
  const missing: Input[] = [];
  if (legs !== "response") {
    if (flow.source.carries) for (const id of flow.source.carries) addData(id, base, found);
    else missing.push({ subject: flow, key: "carries" });
  }
  if (legs !== "request") {
    if (flow.source.response) for (const id of flow.source.response) addData(id, base, found);
    else missing.push({ subject: flow, key: "response" });
  }
  return { data: [...found], missing };
}

/** High-water class of a set for a property. */
export function classOfSet(set: DataSet, property: ProtectedProperty, base: FactBase): Fact {
  const missing = property === "confidentiality" || property === "privacy" || hasScale(property, base) ? set.missing : [];
  return highWater(set.data.map((d) => base.fact(d, property)), missing);
}

/** Class of an element: its data and the levels stated for the element itself. */
export function classOfElement(element: ElementSubject, property: ProtectedProperty, base: FactBase): Fact {
  const own = classOfLevels(element.source.levels, property, base);
  if (property === "availability" || property === "safety") {
    return own ?? (hasScale(property, base) ? unknown([{ subject: element, key: "levels" }]) : assumed("low"));
  }
  const data = classOfSet(dataAt(element, base), property, base);
  if (!own) return data;
  return highWater([own, data], []);
}

/** yes when any member says yes, no when all say no and nothing is missing. */
export function anyOf(set: DataSet, key: string, base: FactBase): Fact {
  const inputs: Input[] = [...set.missing];
  for (const data of set.data) {
    const fact = base.fact(data, key);
    if (fact.value === "yes") return known("yes");
    if (fact.value === undefined) inputs.push(...fact.inputs);
  }
  return inputs.length === 0 ? flag(false) : unknown(inputs);
}

/** The high-water facts of a subject, one per protected property. `setOf`: the data they are taken over, for proofs. */
export function classFacts<S extends Subject>(
  classOf: (subject: S, property: ProtectedProperty, base: FactBase) => Fact, setOf?: (subject: S, base: FactBase) => DataSet,
): FactTable<S> {
  return Object.fromEntries(PROPERTIES.map((property) => [property, {
    title: `highest ${property} class`, values: "order" as const, order: CLASSES,
    derive: (subject: S, base: FactBase) => classOf(subject, property, base),
    ...(setOf ? { because: (subject: S, base: FactBase) => classSupports(setOf(subject, base), property, base) } : {}),
  }]));
}

/** The data that make a high-water mark, highest first, each with its class. */
export function classSupports(set: DataSet, property: ProtectedProperty, base: FactBase): readonly Support[] {
  const found = set.data.map((data) => ({ data, ...ends(CLASSES, base.fact(data, property)) }));
  found.sort((a, b) => b.high - a.high || (a.data.id < b.data.id ? -1 : 1));
  return found.slice(0, 8).map(({ data, low, high }) => ({
    text: `${data.title}: ${property} ${low === high ? CLASSES[low]! : "unknown"}`, where: data.where, provenance: "declared" as const,
  }));
}

function addData(id: string, base: FactBase, into: Set<DataSubject>): void {
  const data = base.subjects.data.get(id);
  if (data) into.add(data);
}
