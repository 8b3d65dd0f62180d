// Privilege reach: what the credentials at an element open, and what opens an element (data `credential.opens`).
import { dataAt } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { between, ends, known } from "./fact.ts";
import type { DataSubject, ElementSubject, Fact, Input } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";
import { trustOfElement } from "./trust.ts";
import type { Opens } from "@merlon/schema";

/** What a credential opens; undefined when it is a credential and nobody said. */
export function opensOf(data: DataSubject): readonly Opens[] | undefined {
  const credential = data.source.credential;
  if (credential === undefined || credential === "no" || credential === false) return [];
  if (typeof credential !== "object" || credential.opens === undefined || credential.opens === "unknown") return undefined;
  return credential.opens;
}

/** The highest privilege anywhere that credentials present here give. */
export function heldPrivilege(element: ElementSubject, base: FactBase): Fact {
  const here = dataAt(element, base);
  let low = 0;
  const inputs: Input[] = [...here.missing];
  for (const data of here.data) {
    const opens = opensOf(data);
    if (!opens) inputs.push({ subject: data, key: "opens" });
    else for (const one of opens) low = Math.max(low, PRIVILEGES.indexOf(one.as));
  }
  return between(PRIVILEGES, low, inputs.length > 0 ? PRIVILEGES.length - 1 : low, inputs);
}

/** The highest privilege that some credential of the model gives at this element. */
export function openedPrivilege(element: ElementSubject, base: FactBase): Fact {
  let best = 0;
  for (const data of openersOf(element, base)) {
    for (const one of opensOf(data) ?? []) if (one.at === element.id) best = Math.max(best, PRIVILEGES.indexOf(one.as));
  }
  return known(PRIVILEGES[best]!);
}

/** The highest privilege that credentials give here which are present at an element (ours) of lower trust. */
export function openedByLowerTrust(element: ElementSubject, base: FactBase): Fact {
  const openers = openersOf(element, base);
  if (openers.length === 0) return known(PRIVILEGES[0]!);
  const order = base.model.trustLevels;
  const trust = trustOfElement(element, base);
  const here = ends(order, trust);
  let low = 0;
  let high = 0;
  const inputs: Input[] = [];
  for (const data of openers) {
    const given = Math.max(...(opensOf(data) ?? []).filter((one) => one.at === element.id).map((one) => PRIVILEGES.indexOf(one.as)));
    for (const place of placesOf(data)) {
      if (place === element) continue;
      const placeTrust = trustOfElement(place, base);
      const there = ends(order, placeTrust);
      if (there.high < here.low) low = Math.max(low, given);
      else if (there.low < here.high) {
        high = Math.max(high, given);
        inputs.push(...placeTrust.inputs, ...trust.inputs);
      }
    }
  }
  return between(PRIVILEGES, low, Math.max(low, high), inputs);
}

const openers = new WeakMap<FactBase, ReadonlyMap<string, readonly DataSubject[]>>();

/** The credentials that open an element; indexed once per model. */
function openersOf(element: ElementSubject, base: FactBase): readonly DataSubject[] {
  let index = openers.get(base);
  if (!index) {
    const built = new Map<string, DataSubject[]>();
    for (const data of base.subjects.data.values()) {
      for (const { at } of opensOf(data) ?? []) built.set(at, [...(built.get(at) ?? []), data]);
    }
    openers.set(base, (index = built));
  }
  return index.get(element.id) ?? [];
}

function placesOf(data: DataSubject): ReadonlySet<ElementSubject> {
  const places = new Set<ElementSubject>([...data.heldBy, ...data.handledBy]);
  for (const flow of data.carriedBy) {
    if (flow.source.carries?.includes(data.id)) places.add(flow.to);
    if (flow.source.response?.includes(data.id)) places.add(flow.from);
  }
  return new Set([...places].filter((e) => e.source.kind !== "external"));
}
