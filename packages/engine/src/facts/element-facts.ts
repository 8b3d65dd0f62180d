// Facts about an element, structural and derived. Each is a pure function; see SPEC.md, FCT.
import type { ProtectedProperty } from "@merlon/schema";
import { anyOf } from "./any-fact.ts";
import { copiedConfidentiality } from "./copies.ts";
import { dataAt, dataStored } from "./data-at.ts";
import { classOfLevels, hasScale } from "./data-class.ts";
import type { FactBase, FactTable, Support } from "./fact-base.ts";
import { assumed, between, flag, known, unknown } from "./fact.ts";
import { classFacts, classOfSet, classSupports, highWater, MOST_SUPPORTS } from "./high-water.ts";
import type { ElementSubject, Fact, Input } from "./subject.ts";
import { exposedNeighbour } from "./neighbours.ts";
import { ACTORS, CLASSES, PRIVILEGES, REACHES } from "./orders.ts";
import { heldPrivilege, openedByLowerTrust, openedPrivilege } from "./privilege.ts";
import { reachedBy } from "./reached-by.ts";
import { innermostPerType, isLeast, statedTrust, trustOfElement } from "./trust.ts";
import { senderReach } from "./senders.ts";
import { plaintextHolder } from "./transit.ts";

type E = ElementSubject;

export const elementFacts: FactTable<E> = {
  id: { title: "id, which tells it from all others", values: "text", derive: (e) => ({ value: e.id, inputs: [] }) },
  kind: { title: "kind", values: "text", among: ["process", "store", "external"], derive: (e) => known(e.source.kind), because: own("kind") },
  type: { title: "type", values: "dotted", derive: (e) => field(e, "type", e.source.type), because: own("type") },
  technology: { title: "technology", values: "set", derive: (e) => field(e, "technology", e.source.technology), because: own("technology") },
  actor: { title: "actor class", values: "text", among: ACTORS, derive: (e) => field(e, "actor", e.source.actor), because: own("actor") },
  "out-of-scope": { title: "out of scope", values: "flag", derive: (e) => flag(e.source.outOfScope !== undefined) },
  trust: { title: "trust", values: "text", derive: trustOfElement, because: trustBecause },
  "least-trusted": { title: "is in the least trusted level", values: "flag", derive: (e, base) => isLeast(base.fact(e, "trust"), base), because: trustBecause },
  reach: { title: "reach", values: "order", order: REACHES, derive: reachOf, because: reachBecause },
  "reached-by": { title: "who gets here", values: "set", derive: reachedBy, because: reachBecause },
  "sender-reach": { title: "highest reach of what sends data here", values: "order", order: REACHES, derive: senderReach, because: reachBecause },
  "exposed-neighbour": { title: "a process beside it in its network is called from the least trusted level", values: "flag", derive: exposedNeighbour, because: trustBecause },
  ...classFacts(classOfElement, dataAt),
  ...storedClasses(),
  "copied-confidentiality": { title: "highest confidentiality class of what also rests where trust is higher", values: "order", order: CLASSES, derive: copiedConfidentiality, because: own("holds") },
  "personal-data": { title: "personal data here", values: "flag", derive: (e, base) => anyOf(dataAt(e, base), "personal-data", base), because: dataBecause },
  "special-category": { title: "special categories of personal data here", values: "flag", derive: (e, base) => anyOf(dataAt(e, base), "special-category", base), because: dataBecause },
  credentials: { title: "credentials here", values: "flag", derive: (e, base) => anyOf(dataAt(e, base), "credential", base), because: dataBecause },
  "stored-personal-data": { title: "stores personal data", values: "flag", derive: (e, base) => anyOf(dataStored(e, base), "personal-data", base), because: own("holds") },
  "stored-special-category": { title: "stores special categories of personal data", values: "flag", derive: (e, base) => anyOf(dataStored(e, base), "special-category", base), because: own("holds") },
  "stored-credentials": { title: "stores credentials", values: "flag", derive: (e, base) => anyOf(dataStored(e, base), "credential", base), because: own("holds") },
  "derived-data": { title: "stores derived data", values: "flag", derive: (e, base) => anyOf(dataStored(e, base), "derived", base), because: own("holds") },
  "reversible-with": { title: "has derived data together with its origin", values: "flag", derive: reversible, because: dataBecause },
  opens: { title: "privilege that credentials here give", values: "order", order: PRIVILEGES, derive: heldPrivilege, because: dataBecause },
  opened: { title: "privilege that credentials give here", values: "order", order: PRIVILEGES, derive: openedPrivilege },
  "opened-by-lower-trust": { title: "privilege that credentials where trust is lower give here", values: "order", order: PRIVILEGES, derive: openedByLowerTrust },
  "plaintext-holder": { title: "sees sensitive data in clear", values: "flag", derive: plaintextHolder, because: dataBecause },
  "boundary-count": { title: "number of boundaries around it", values: "number", derive: (e) => known(e.boundaries.length) },
  "inflow-count": { title: "number of incoming flows", values: "number", derive: (e) => known(e.inflows.length) },
  "outflow-count": { title: "number of outgoing flows", values: "number", derive: (e) => known(e.outflows.length) },
};

function field(subject: E, key: string, value: string | readonly string[] | undefined): Fact {
  return value === undefined ? unknown([{ subject, key }]) : known(value);
}

/** The data here, and the levels stated for the element itself. Availability and safety are the element's own. */
function classOfElement(element: E, property: ProtectedProperty, base: FactBase): Fact {
  const own = classOfLevels(element.source.levels, property, base);
  if (property === "availability" || property === "safety") {
    return own ?? (hasScale(property, base) ? unknown([{ subject: element, key: "levels" }], CLASSES) : assumed("low"));
  }
  const data = classOfSet(dataAt(element, base), property, base);
  return own ? highWater([own, data]) : data;
}

function storedClasses(): FactTable<E> {
  return Object.fromEntries((["confidentiality", "integrity", "privacy"] as const).map((property) => [`stored-${property}`, {
    title: `highest ${property} class at rest`, values: "order" as const, order: CLASSES,
    derive: (e: E, base: FactBase) => classOfSet(dataStored(e, base), property, base),
    because: (e: E, base: FactBase) => classSupports(dataStored(e, base), property, base),
  }]));
}

function reachOf(e: E, base: FactBase): Fact {
  const { low, high, inputs } = base.reach;
  if (low[e.index] === high[e.index]) return known(REACHES[low[e.index]!]!);
  return between(REACHES, low[e.index]!, high[e.index]!, base.track ? [] : reachInputs(e, base, inputs));
}

/** The unknown inputs next to the element, or next to the one from which the reach comes. */
function reachInputs(e: E, base: FactBase, inputs: ReadonlyMap<number, readonly Input[]>): readonly Input[] {
  for (let at: E | undefined = e, steps = 0; at && steps < 100; steps++) {
    const here = inputs.get(at.index);
    if (here) return here;
    at = base.reach.through.get(at.index)?.from;
  }
  return [];
}

function reversible(e: E, base: FactBase): Fact {
  const here = dataAt(e, base);
  const ids = new Set(here.data.map((d) => d.id));
  const found = here.data.some((d) => d.source.derivedFrom.some((origin) => ids.has(origin.data)));
  if (found) return flag(true);
  return here.missing.length === 0 ? flag(false) : unknown(here.missing);
}

function own(key: string) {
  return (e: E): readonly Support[] => [{ text: `${key} of ${e.title}`, where: e.where, provenance: "declared" }];
}

function trustBecause(e: E): readonly Support[] {
  return innermostPerType(e).map((b) => {
    const trust = statedTrust(b);
    return { text: `${e.title} is in ${b.title}, trust ${trust?.level ?? "unknown"}`, where: (trust?.at ?? b).where, provenance: "declared" };
  });
}

/** The chain of flows by which the element is reached, nearest first. */
function reachBecause(e: E, base: FactBase): readonly Support[] {
  const chain: Support[] = [];
  if (e.characteristics.get("internet-facing")?.value === "yes") {
    chain.push({ text: `${e.title} is stated to be internet-facing`, where: e.characteristics.get("internet-facing")!.where, provenance: "declared" });
  }
  const seen = new Set<number>();
  for (let at: E | undefined = e; at && !seen.has(at.index) && chain.length < 12;) {
    seen.add(at.index);
    const flow = base.reach.through.get(at.index);
    if (!flow) break;
    const door = flow.characteristics.get("authentication")?.value ?? "unknown";
    chain.push({ text: `${flow.from.title} → ${at.title} by ${flow.title}, authentication ${String(door)}`, where: flow.where, provenance: "structure" });
    at = flow.from;
  }
  return chain;
}

function dataBecause(e: E, base: FactBase): readonly Support[] {
  return dataAt(e, base).data.slice(0, MOST_SUPPORTS).map((d) => ({ text: `${d.title} is at ${e.title}`, where: d.where, provenance: "derived" }));
}
