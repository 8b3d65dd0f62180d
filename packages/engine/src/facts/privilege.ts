// Privilege reach: what the credentials at an element open, and what opens an element (data `credential.opens`).
import type { Opens } from "@merlon/schema";
import { dataAt, placesOf } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { between, ends } from "./fact.ts";
import { openPlaces } from "./open-places.ts";
import type { DataSubject, ElementSubject, Fact, Input } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";
import { trustOfElement } from "./trust.ts";

const NONE = 0;
const ALL = PRIVILEGES.length - 1;

/** What a credential opens; undefined when it is (or may be) a credential and nobody said. */
export function opensOf(data: DataSubject, base: FactBase): readonly Opens[] | undefined {
  const { credential } = data.source;
  if (base.fact(data, "credential").value === "no") return [];
  return typeof credential === "object" && typeof credential.opens === "object" ? credential.opens : undefined;
}

/** The highest privilege anywhere that credentials present here give. */
export function heldPrivilege(element: ElementSubject, base: FactBase): Fact {
  const here = dataAt(element, base);
  let low = NONE;
  const inputs: Input[] = [...here.missing];
  for (const data of here.data) {
    const opens = opensOf(data, base);
    if (!opens) inputs.push({ subject: data, key: "opens" });
    else for (const one of opens) low = Math.max(low, PRIVILEGES.indexOf(one.as));
  }
  return between(PRIVILEGES, low, inputs.length > 0 ? ALL : low, inputs);
}

/** The highest privilege that some credential of the model gives at this element. */
export function openedPrivilege(element: ElementSubject, base: FactBase): Fact {
  const { byElement, unsaid } = openersOf(base);
  const low = Math.max(NONE, ...(byElement.get(element.id) ?? []).map(({ privilege }) => privilege));
  return between(PRIVILEGES, low, unsaid.length > 0 ? ALL : low, unsaid.map((data) => ({ subject: data, key: "opens" })));
}

/** The highest privilege that credentials give here which are present at an element (ours) of lower trust. */
export function openedByLowerTrust(element: ElementSubject, base: FactBase): Fact {
  const { byElement, unsaid } = openersOf(base);
  const all = [...(byElement.get(element.id) ?? []).map((opener) => ({ ...opener, inputs: [] })), ...unsaid.map((data) => ({ data, privilege: ALL, inputs: [{ subject: data, key: "opens" }] }))];
  let low = NONE;
  let high = NONE;
  const inputs: Input[] = [];
  for (const { data, privilege, inputs: open } of all) {
    const where = atLowerTrust(data, element, base);
    if (where.is === "no") continue;
    high = Math.max(high, privilege);
    if (where.is === "yes" && open.length === 0) low = Math.max(low, privilege);
    else inputs.push(...open, ...where.inputs);
  }
  return between(PRIVILEGES, low, high, inputs);
}

interface Lower { readonly is: "yes" | "no" | "unknown"; readonly inputs: readonly Input[] }

function atLowerTrust(data: DataSubject, element: ElementSubject, base: FactBase): Lower {
  const trust = trustOfElement(element, base);
  const order = base.model.trustLevels;
  const here = ends(order, trust);
  const inputs: Input[] = [];
  for (const place of placesOf(data)) {
    if (place === element || place.source.kind === "external") continue;
    const fact = trustOfElement(place, base);
    const there = ends(order, fact);
    if (there.high < here.low) return { is: "yes", inputs: [] };
    if (there.low < here.high) inputs.push(...fact.inputs, ...trust.inputs);
  }
  for (const open of openPlaces(base)) if (!open.isExternal && open.low < here.high) inputs.push(...open.inputs);
  return { is: inputs.length > 0 ? "unknown" : "no", inputs };
}

interface Opener { readonly data: DataSubject; readonly privilege: number }
interface Openers {
  readonly byElement: ReadonlyMap<string, readonly Opener[]>;
  /** Credentials of which nobody said what they open. */
  readonly unsaid: readonly DataSubject[];
}

const indexes = new WeakMap<FactBase, Openers>();

/** Indexed once per model: every element asks. */
function openersOf(base: FactBase): Openers {
  let index = indexes.get(base);
  if (!index) indexes.set(base, (index = indexOpeners(base)));
  return index;
}

function indexOpeners(base: FactBase): Openers {
  const byElement = new Map<string, Opener[]>();
  const unsaid: DataSubject[] = [];
  for (const data of base.subjects.data.values()) {
    const opens = opensOf(data, base);
    if (!opens) unsaid.push(data);
    for (const { at, as } of opens ?? []) {
      const opener = { data, privilege: PRIVILEGES.indexOf(as) };
      const list = byElement.get(at);
      if (list) list.push(opener);
      else byElement.set(at, [opener]);
    }
  }
  return { byElement, unsaid };
}
