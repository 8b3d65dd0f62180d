// Which data is at an element or on a flow: held, handled and carried in. It does not pass through by itself.
import type { FactBase } from "./fact-base.ts";
import type { DataSubject, ElementSubject, FlowSubject, Input } from "./subject.ts";

/** The known data and the unknown fields that could add to it. */
export interface DataSet {
  readonly data: readonly DataSubject[];
  readonly missing: readonly Input[];
}

export type Legs = "both" | "request" | "response";

const byElement = new WeakMap<ElementSubject, DataSet>();

/** Worked out once per element: several facts are taken over it. */
export function dataAt(element: ElementSubject, base: FactBase): DataSet {
  let found = byElement.get(element);
  if (!found) byElement.set(element, (found = gather(element, base)));
  return found;
}

function gather(element: ElementSubject, base: FactBase): DataSet {
  const { source } = element;
  const set = collector(base);
  // Nobody is asked about the insides of an external; what is stated of them counts.
  if (source.kind !== "external" || source.holds) set.add(source.holds, element, "holds");
  if (source.kind !== "external" || source.handles) set.add(source.handles, element, "handles");
  for (const flow of element.inflows) set.add(flow.source.carries, flow, "carries");
  for (const flow of element.outflows) set.add(flow.source.response, flow, "response");
  for (const flow of element.passing) {
    if (flow.characteristics.get("end-to-end-encryption")?.value === "yes") continue;
    set.add(flow.source.carries, flow, "carries");
    set.add(flow.source.response, flow, "response");
  }
  return set.done();
}

/** Data at rest here. */
export function dataStored(element: ElementSubject, base: FactBase): DataSet {
  const set = collector(base);
  if (element.source.kind !== "external" || element.source.holds) set.add(element.source.holds, element, "holds");
  return set.done();
}

export function dataOn(flow: FlowSubject, base: FactBase, legs: Legs = "both"): DataSet {
  const set = collector(base);
  if (legs !== "response") set.add(flow.source.carries, flow, "carries");
  if (legs !== "request") set.add(flow.source.response, flow, "response");
  return set.done();
}

/** Elements where the data is known to be: held, handled or carried in. */
export function placesOf(data: DataSubject): ReadonlySet<ElementSubject> {
  const places = new Set<ElementSubject>([...data.heldBy, ...data.handledBy]);
  for (const flow of data.carriedBy) {
    if (flow.source.carries?.includes(data.id)) places.add(flow.to);
    if (flow.source.response?.includes(data.id)) places.add(flow.from);
    if (flow.characteristics.get("end-to-end-encryption")?.value !== "yes") for (const element of flow.via) places.add(element);
  }
  return places;
}

function collector(base: FactBase) {
  const found = new Set<DataSubject>();
  const missing: Input[] = [];
  return {
    add(ids: readonly string[] | undefined, subject: Input["subject"], key: string): void {
      if (!ids) missing.push({ subject, key });
      else {
        for (const id of ids) {
          const data = base.subjects.data.get(id);
          if (data) found.add(data);
        }
      }
    },
    done: (): DataSet => ({ data: [...found], missing }),
  };
}
