// Which credentials open which elements, and where those credentials are; indexed once per model, since every element asks.
import type { Opens } from "@merlon/schema";
import { placesOf } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { ends } from "./fact.ts";
import type { DataSubject, ElementSubject, Input } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";

/** What a credential opens; undefined when it is (or may be) a credential and nobody said. */
export function opensOf(data: DataSubject, base: FactBase): readonly Opens[] | undefined {
  const { credential } = data.source;
  if (base.fact(data, "credential").value === "no") return [];
  return typeof credential === "object" && typeof credential.opens === "object" ? credential.opens : undefined;
}

export interface Opener {
  readonly data: DataSubject;
  /** Place in PRIVILEGES. */
  readonly privilege: number;
}

export interface Openers {
  /** By the id of the element that they open. */
  readonly byElement: ReadonlyMap<string, readonly Opener[]>;
  /** Credentials of which nobody said what they open. */
  readonly unsaid: readonly DataSubject[];
}

const indexes = new WeakMap<FactBase, Openers>();

export function openersOf(base: FactBase): Openers {
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

/** The elements (ours) of one trust, of those at which something is. */
export interface Holders {
  /** Least and greatest place in the trust levels. */
  readonly low: number;
  readonly high: number;
  /** The first of them, and whether there are more. */
  readonly first: ElementSubject;
  readonly isSeveral: boolean;
  /** What would tell the trust of the first. */
  readonly inputs: readonly Input[];
}

const holders = new WeakMap<DataSubject, readonly Holders[]>();

export function holdersOf(data: DataSubject, base: FactBase): readonly Holders[] {
  let found = holders.get(data);
  if (!found) holders.set(data, (found = groupByTrust(placesOf(data), base)));
  return found;
}

/** A few groups to look at instead of every element. */
export function groupByTrust(elements: Iterable<ElementSubject>, base: FactBase): readonly Holders[] {
  const groups = new Map<string, Holders>();
  for (const element of elements) {
    if (element.source.kind === "external") continue;
    const trust = base.fact(element, "trust");
    const { low, high } = ends(base.model.trustLevels, trust);
    const key = `${low} ${high}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { low, high, first: element, isSeveral: false, inputs: trust.inputs });
    else if (!group.isSeveral) groups.set(key, { ...group, isSeveral: true });
  }
  return [...groups.values()];
}
