// Which credentials open which elements, and where those credentials are; indexed once per model, since every element asks.
import type { Opens } from "@merlon/schema";
import { placesOf } from "./data-at.ts";
import type { FactBase } from "./fact-base.ts";
import { ends } from "./fact.ts";
import type { DataSubject, ElementSubject, Input } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";
import { ofModel, ofSubject, partOfTable, sameList, sharedTable } from "./shared-table.ts";

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

const openers = sharedTable<Openers>("openers", (a, b) => sameList(a.unsaid, b.unsaid) && sameList([...a.byElement], [...b.byElement], ([one, some], [other, more]) => one === other && sameList(some, more, sameOpener)));
const opened = sharedTable<readonly Opens[] | null>("opens", (a, b) => a === b || (a !== null && b !== null && sameList(a, b, (one, other) => one.at === other.at && one.as === other.as)));

export function openersOf(base: FactBase): Openers {
  return ofModel(openers, base, () => indexOpeners(base));
}

function sameOpener(one: Opener, other: Opener): boolean {
  return one.data === other.data && one.privilege === other.privilege;
}

function indexOpeners(base: FactBase): Openers {
  const byElement = new Map<string, Opener[]>();
  const unsaid: DataSubject[] = [];
  for (const data of base.subjects.data.values()) {
    const opens = partOfTable(opened, data, base, () => opensOf(data, base) ?? null);
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

const holders = sharedTable("holders", sameHolders);

export function holdersOf(data: DataSubject, base: FactBase): readonly Holders[] {
  return ofSubject(holders, data, base, () => groupByTrust(placesOf(data), base));
}

export function sameHolders(one: readonly Holders[], other: readonly Holders[]): boolean {
  return sameList(one, other, (a, b) => a.low === b.low && a.high === b.high && a.first === b.first && a.isSeveral === b.isSeveral);
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
