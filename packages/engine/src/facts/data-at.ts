// Which data is at an element or on a flow: held, handled and carried in. It does not pass through by itself.
// Worked out once for each element and flow: most facts are taken over it.
import { isSealed } from "./build-subjects.ts";
import type { FactBase, SharedTable } from "./fact-base.ts";
import { sameList, sharedTable } from "./shared-table.ts";
import type { DataSet, DataSubject, ElementSubject, FlowSubject, Input } from "./subject.ts";

export type Legs = "both" | "request" | "response";

const HERE = sharedTable("here", sameSet);
const STORED = sharedTable("stored", sameSet);
const ON: Readonly<Record<Legs, SharedTable<DataSet>>> = { both: sharedTable("on both", sameSet), request: sharedTable("on request", sameSet), response: sharedTable("on response", sameSet) };

function sameSet(one: DataSet, other: DataSet): boolean {
  return (one.missing.length === 0) === (other.missing.length === 0) && sameList(one.data, other.data);
}

export function dataAt(element: ElementSubject, base: FactBase): DataSet {
  return base.track ? base.track(HERE, element, () => gather(element, base)) : (element.sets.here ??= gather(element, base));
}

function gather(element: ElementSubject, base: FactBase): DataSet {
  const { holds, handles, kind } = element.source;
  const all = gathering(base);
  // Nobody is asked about the insides of an external; what is stated of them counts.
  if (kind !== "external" || holds) add(all, holds, { subject: element, key: "holds" });
  if (kind !== "external" || handles) add(all, handles, { subject: element, key: "handles" });
  for (const flow of element.inflows) addLeg(all, flow, "carries");
  for (const flow of element.outflows) addLeg(all, flow, "response");
  for (const flow of element.passing) {
    if (isSealed(flow)) continue;
    addLeg(all, flow, "carries");
    addLeg(all, flow, "response");
  }
  return setOf(all);
}

/** Data at rest here. */
export function dataStored(element: ElementSubject, base: FactBase): DataSet {
  return base.track ? base.track(STORED, element, () => store(element, base)) : (element.sets.stored ??= store(element, base));
}

function store(element: ElementSubject, base: FactBase): DataSet {
  const all = gathering(base);
  if (element.source.kind !== "external" || element.source.holds) add(all, element.source.holds, { subject: element, key: "holds" });
  return setOf(all);
}

export function dataOn(flow: FlowSubject, base: FactBase, legs: Legs = "both"): DataSet {
  return base.track ? base.track(ON[legs], flow, () => travel(flow, base, legs)) : (flow.sets[legs] ??= travel(flow, base, legs));
}

function travel(flow: FlowSubject, base: FactBase, legs: Legs): DataSet {
  const all = gathering(base);
  if (legs !== "response") addLeg(all, flow, "carries");
  if (legs !== "request") addLeg(all, flow, "response");
  return setOf(all);
}

/** Elements where the data is known to be: held, handled, carried in or passing through. */
export function placesOf({ heldBy, handledBy, arrivesAt }: DataSubject): ReadonlySet<ElementSubject> {
  return new Set([...heldBy, ...handledBy, ...arrivesAt]);
}

interface Gathering { readonly base: FactBase; readonly data: DataSubject[]; readonly missing: Input[] }

function gathering(base: FactBase): Gathering {
  return { base, data: [], missing: [] };
}

function addLeg(all: Gathering, flow: FlowSubject, key: "carries" | "response"): void {
  add(all, flow.source[key], { subject: flow, key });
}

function add({ base, data, missing }: Gathering, ids: readonly string[] | undefined, input: Input): void {
  if (!ids) missing.push(input);
  else {
    for (const id of ids) {
      const found = base.subjects.data.get(id);
      if (found) data.push(found);
    }
  }
}

/** Each once, in the order in which they were found. */
function setOf({ data, missing }: Gathering): DataSet {
  return { data: data.length < 2 ? data : [...new Set(data)], missing };
}
