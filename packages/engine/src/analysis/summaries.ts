// The facts of each object in the form that reports show.
import type { Analysis, Crossing, DataPlacement, ElementFacts, FactSummary, FlowFacts, ProtectedProperty, Reach, SensitivityClass } from "@merlon/schema";
import { dataAt, dataOn, placesOf } from "../facts/data-at.ts";
import { directionOf, forbids } from "../facts/crossing-policy.ts";
import type { FactBase } from "../facts/fact-base.ts";
import { ends } from "../facts/fact.ts";
import type { DataSubject, ElementSubject, Fact, FlowSubject, Subject } from "../facts/subject.ts";
import { CLASSES, PROPERTIES, REACHES } from "../facts/orders.ts";

function summarise<T extends string>(fact: Fact, order: readonly string[], worstIs: "first" | "last" = "last"): FactSummary<T> {
  const { low, high } = ends(order, fact);
  const worst = order[worstIs === "last" ? high : low] as T;
  return { value: fact.value === undefined ? "unknown" : (String(fact.value) as T), worst };
}

function classesOf(subject: Subject, base: FactBase): Readonly<Record<ProtectedProperty, FactSummary<SensitivityClass>>> {
  return Object.fromEntries(PROPERTIES.map((p) => [p, summarise(base.fact(subject, p), CLASSES)])) as Record<ProtectedProperty, FactSummary<SensitivityClass>>;
}

function isPersonal(data: DataSubject, base: FactBase): boolean {
  return base.fact(data, "personal-data").value === "yes";
}

export function elementSummary(e: ElementSubject, base: FactBase): ElementFacts {
  const here = dataAt(e, base).data;
  return {
    id: e.id, title: e.title, kind: e.source.kind, ...(e.source.type ? { type: e.source.type } : {}), ...(e.source.actor ? { actor: e.source.actor } : {}),
    boundaries: e.boundaries.map((b) => b.id),
    trust: summarise(base.fact(e, "trust"), base.model.trustLevels, "first"), reach: summarise<Reach>(base.fact(e, "reach"), REACHES),
    classes: classesOf(e, base), data: here.map((d) => d.id).sort(), personal: here.filter((d) => isPersonal(d, base)).map((d) => d.id).sort(),
    ...(e.source.outOfScope === undefined ? {} : { outOfScope: e.source.outOfScope }),
  };
}

export function flowSummary(f: FlowSubject, base: FactBase): FlowFacts {
  const authentication = f.characteristics.get("authentication")?.value;
  const encrypted = f.characteristics.get("encryption-in-transit")?.value;
  return {
    id: f.id, title: f.title, from: f.from.id, to: f.to.id, ...(f.source.protocol ? { protocol: f.source.protocol } : {}),
    carries: f.source.carries ?? "unknown", response: f.source.response ?? "unknown", crosses: f.crosses.map((b) => b.id),
    encrypted: encrypted === "yes" || encrypted === "no" ? encrypted : "unknown",
    authenticated: authentication === undefined ? "unknown" : authentication === "no" ? "no" : "yes",
    confidentiality: summarise(base.fact(f, "confidentiality"), CLASSES),
    personal: dataOn(f, base).data.filter((d) => isPersonal(d, base)).map((d) => d.id).sort(),
    ...(f.source.outOfScope === undefined ? {} : { outOfScope: f.source.outOfScope }),
  };
}

export function boundarySummaries(base: FactBase): Analysis["boundaries"] {
  return [...base.subjects.boundaries.values()].sort(byId).map((b) => ({
    id: b.id, title: b.title, type: b.source.type, trust: String(base.fact(b, "trust").value ?? "unknown"),
    ...(b.parent ? { parent: b.parent.id } : {}), members: b.members.map((e) => e.id).sort(),
  }));
}

export function crossingsOf(base: FactBase): readonly Crossing[] {
  return [...base.subjects.boundaries.values()].sort(byId).flatMap((b) =>
    [...b.crossings].sort(byId).map((f) => ({ boundary: b.id, flow: f.id, direction: directionOf(b, f), forbidden: forbids(b, f).value === "yes" })));
}

export function placementOf(d: DataSubject, base: FactBase): DataPlacement {
  const at = [...placesOf(d)];
  const order = base.model.trustLevels;
  const trusts = at.map((e) => base.fact(e, "trust").value).filter((t) => t !== undefined).map((t) => order.indexOf(String(t)));
  const word = (key: string) => (base.fact(d, key).value ?? "unknown") as "yes" | "no" | "unknown";
  return {
    data: d.id, title: d.title, ...(d.source.kind ? { kind: d.source.kind } : {}), levels: d.source.levels, classes: classesOf(d, base),
    personal: word("personal-data"), special: word("special-category"), credential: word("credential") === "yes",
    heldBy: d.heldBy.map((e) => e.id).sort(), handledBy: at.filter((e) => !d.heldBy.includes(e)).map((e) => e.id).sort(),
    flows: d.carriedBy.map((f) => f.id).sort(), ...(trusts.length > 0 ? { leastTrust: order[Math.min(...trusts)]! } : {}),
    recipients: at.filter((e) => e.source.kind === "external").map((e) => e.id).sort(),
    ...(typeof d.source.personal === "object" ? { personalDetails: d.source.personal } : {}),
    ...(d.source.derivedFrom.length > 0 ? { derivedFrom: d.source.derivedFrom } : {}),
  };
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
