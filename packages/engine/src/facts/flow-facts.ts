// Facts about a flow, structural and derived. Classes and data flags are over both legs unless the name says otherwise.
import { anyOf } from "./any-fact.ts";
import { dataOn } from "./data-at.ts";
import type { FactBase, FactTable, Support } from "./fact-base.ts";
import { between, ends, flag, known, unknown } from "./fact.ts";
import { classFacts, classOfSet, classSupports, MOST_SUPPORTS } from "./high-water.ts";
import type { ElementSubject, Fact, FlowSubject, Input } from "./subject.ts";
import { CLASSES, REACHES, TRUST_CHANGES } from "./orders.ts";
import { isForbidden } from "./crossing-policy.ts";
import { exposedInTransit, weakIntermediary } from "./transit.ts";
import { unlistedRecipient } from "./unlisted-recipient.ts";

type F = FlowSubject;

export const flowFacts: FactTable<F> = {
  protocol: { title: "protocol", values: "dotted", derive: (f) => (f.source.protocol === undefined ? unknown([{ subject: f, key: "protocol" }]) : known(f.source.protocol)), because: self("protocol") },
  port: { title: "port", values: "number", derive: (f) => (f.source.port === undefined ? unknown([{ subject: f, key: "port" }]) : known(f.source.port)) },
  "out-of-scope": { title: "out of scope", values: "flag", derive: (f) => flag(f.source.outOfScope !== undefined) },
  crosses: { title: "crosses a boundary", values: "flag", derive: (f) => flag(f.crosses.length > 0), because: crossBecause },
  "crosses-type": { title: "types of boundary it crosses", values: "set", derive: (f) => known([...new Set(f.crosses.map((b) => b.source.type))].sort()), because: crossBecause },
  "forbidden-crossing": { title: "crosses a boundary whose policy forbids it", values: "flag", derive: isForbidden, because: crossBecause },
  "trust-change": { title: "direction of trust", values: "text", among: TRUST_CHANGES, derive: trustChange, because: endsBecause },
  "from-least-trusted": { title: "comes from the least trusted level", values: "flag", derive: (f, base) => base.fact(f.from, "least-trusted"), because: endsBecause },
  "to-least-trusted": { title: "goes to the least trusted level", values: "flag", derive: (f, base) => base.fact(f.to, "least-trusted"), because: endsBecause },
  reach: { title: "reach", values: "order", order: REACHES, derive: reachOfFlow, because: endsBecause },
  ...classFacts<F>((f, property, base) => classOfSet(dataOn(f, base), property, base), (f, base) => dataOn(f, base)),
  "request-confidentiality": legClass("request", "confidentiality"),
  "response-confidentiality": legClass("response", "confidentiality"),
  "personal-data": { title: "personal data on it", values: "flag", derive: (f, base) => anyOf(dataOn(f, base), "personal-data", base), because: dataBecause },
  "special-category": { title: "special categories of personal data on it", values: "flag", derive: (f, base) => anyOf(dataOn(f, base), "special-category", base), because: dataBecause },
  credentials: { title: "credentials on it", values: "flag", derive: (f, base) => anyOf(dataOn(f, base), "credential", base), because: dataBecause },
  responds: { title: "something comes back", values: "flag", derive: (f) => (f.source.response === undefined ? unknown([{ subject: f, key: "response" }]) : flag(f.source.response.length > 0)) },
  "via-count": { title: "number of intermediaries", values: "number", derive: (f) => known(f.via.length) },
  "via-type": { title: "types of what it goes through", values: "set", derive: viaType, because: viaBecause },
  "via-least-trusted": { title: "goes through an intermediary that is external or least trusted", values: "flag", derive: weakIntermediary, because: viaBecause },
  "exposed-in-transit": { title: "readable on its way", values: "flag", derive: exposedInTransit, because: viaBecause },
  "unlisted-recipient": { title: "brings personal data to a party that is not among its recipients", values: "flag", derive: unlistedRecipient, because: dataBecause },
  "derived-only": { title: "carries derived data only", values: "flag", derive: derivedOnly, because: dataBecause },
};

function legClass(leg: "request" | "response", property: "confidentiality") {
  return {
    title: `highest ${property} class of the ${leg}`, values: "order" as const, order: CLASSES,
    derive: (f: F, base: FactBase) => classOfSet(dataOn(f, base, leg), property, base),
    because: (f: F, base: FactBase) => classSupports(dataOn(f, base, leg), property, base),
  };
}

function trustChange(f: F, base: FactBase): Fact {
  const order = base.model.trustLevels;
  const from = base.fact(f.from, "trust");
  const to = base.fact(f.to, "trust");
  const a = ends(order, from);
  const b = ends(order, to);
  if (a.high < b.low) return known("up");
  if (a.low > b.high) return known("down");
  if (from.value !== undefined && from.value === to.value) return known("same");
  const possible = TRUST_CHANGES.filter((c) => (c === "up" ? a.low < b.high : c === "down" ? a.high > b.low : true));
  return unknown([...from.inputs, ...to.inputs], possible);
}

/** The target; of a flow to an external the source, since the insides of others are not ours to judge. */
export function ownEnd({ from, to }: F): ElementSubject {
  return to.source.kind === "external" ? from : to;
}

/** Anonymous when an end or an intermediary is in the least trusted level; else the reach of the end that is ours. */
function reachOfFlow(f: F, base: FactBase): Fact {
  const inputs: Input[] = [];
  for (const element of [f.from, f.to, ...f.via]) {
    if (element.boundaries.length === 0) continue;
    const least = base.fact(element, "least-trusted");
    if (least.value === "yes") return known("anonymous");
    inputs.push(...least.inputs);
  }
  const own = base.fact(ownEnd(f), "reach");
  return inputs.length === 0 ? own : between(REACHES, ends(REACHES, own).low, REACHES.length - 1, [...inputs, ...own.inputs]);
}

function viaType(f: F): Fact {
  const untyped = f.via.filter((e) => e.source.type === undefined);
  if (untyped.length > 0) return unknown(untyped.map((subject) => ({ subject, key: "type" })));
  return known([...new Set(f.via.map((e) => e.source.type!))].sort());
}

function derivedOnly(f: F, base: FactBase): Fact {
  const set = dataOn(f, base);
  if (set.data.some((d) => d.source.derivedFrom.length === 0)) return flag(false);
  if (set.missing.length > 0) return unknown(set.missing);
  return flag(set.data.length > 0);
}

function self(key: string) {
  return (f: F): readonly Support[] => [{ text: `${key} of ${f.title}`, where: f.where, provenance: "declared" }];
}

function crossBecause(f: F): readonly Support[] {
  return f.crosses.map((b) => ({ text: `${f.title} crosses ${b.title}`, where: b.where, provenance: "structure" }));
}

function endsBecause(f: F, base: FactBase): readonly Support[] {
  return [f.from, f.to].map((e) => ({
    text: `${e.title}: trust ${String(base.fact(e, "trust").value ?? "unknown")}`, where: e.where, provenance: "derived",
  }));
}

function dataBecause(f: F, base: FactBase): readonly Support[] {
  return dataOn(f, base).data.slice(0, MOST_SUPPORTS).map((d) => ({ text: `${f.title} carries ${d.title}`, where: d.where, provenance: "declared" }));
}

function viaBecause(f: F): readonly Support[] {
  return [
    { text: `encryption-in-transit of ${f.title}: ${String(f.characteristics.get("encryption-in-transit")?.value ?? "unknown")}`, where: f.characteristics.get("encryption-in-transit")?.where ?? f.where },
    ...f.via.map((e) => ({ text: `${f.title} goes via ${e.title}`, where: f.where })),
  ];
}
