// Facts about a kind of data: its classes, whether it is personal, where it gets to.
import { anyFactOf } from "./any-fact.ts";
import { classFacts } from "./data-at.ts";
import { classOfData } from "./data-class.ts";
import type { FactBase, FactTable } from "./fact-base.ts";
import { flag, known, unknown } from "./fact.ts";
import type { DataSubject, ElementSubject, Fact } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";
import { opensOf } from "./privilege.ts";
import { isLeast, trustOfElement } from "./trust.ts";
import type { PersonalData } from "@merlon/schema";

type D = DataSubject;

export const dataFacts: FactTable<D> = {
  kind: { title: "kind of data", values: "dotted", derive: (d) => stated(d, "kind", d.source.kind) },
  ...classFacts<D>(classOfData),
  "personal-data": { title: "is personal data", values: "flag", derive: personal },
  "special-category": { title: "is a special category of personal data", values: "flag", derive: special },
  credential: { title: "is a credential", values: "flag", derive: credential },
  derived: { title: "is derived from other data", values: "flag", derive: (d) => flag(d.source.derivedFrom.length > 0) },
  identifiability: { title: "identifiability", values: "text", derive: (d, base) => (personal(d, base).value === "no" ? known("anonymous") : stated(d, "identifiability", details(d)?.identifiability)) },
  "legal-basis": { title: "legal basis", values: "text", derive: (d) => stated(d, "legal-basis", details(d)?.["legal-basis"]) },
  "purpose-stated": { title: "its purpose is stated", values: "flag", derive: (d) => flag(details(d)?.purpose !== undefined) },
  "retention-stated": { title: "how long it is kept is stated", values: "flag", derive: (d) => flag(details(d)?.retention !== undefined) },
  recipients: { title: "recipients", values: "set", derive: (d) => known(details(d)?.recipients ?? []) },
  transfers: { title: "countries it is sent to", values: "set", derive: (d) => known(details(d)?.transfers ?? []) },
  "subjects-count": { title: "number of people it is about", values: "number", derive: (d) => stated(d, "subjects-count", d.source["subjects-count"]) },
  lifetime: { title: "lifetime of the credential", values: "text", derive: (d) => stated(d, "lifetime", credentialDetails(d)?.lifetime) },
  rotation: { title: "rotation of the credential", values: "text", derive: (d) => stated(d, "rotation", credentialDetails(d)?.rotation) },
  opens: { title: "privilege it gives", values: "order", order: PRIVILEGES, derive: opens },
  "at-external": { title: "gets to an external", values: "flag", derive: (d) => flag(places(d).some((e) => e.source.kind === "external")) },
  "at-least-trusted": { title: "gets to the least trusted level", values: "flag", derive: (d, base) => anyFactOf(places(d), (e) => isLeast(trustOfElement(e, base), base)) },
};

/** Elements where the data is known to be: held, handled or carried in. */
export function places(d: D): readonly ElementSubject[] {
  const found = new Set<ElementSubject>([...d.heldBy, ...d.handledBy]);
  for (const flow of d.carriedBy) {
    if (flow.source.carries?.includes(d.id)) found.add(flow.to);
    if (flow.source.response?.includes(d.id)) found.add(flow.from);
  }
  return [...found];
}

function stated(subject: D, key: string, value: string | number | undefined): Fact {
  return value === undefined || value === "unknown" ? unknown([{ subject, key }]) : known(value);
}

function details(d: D): PersonalData | undefined {
  return typeof d.source.personal === "object" ? d.source.personal : undefined;
}

function credentialDetails(d: D) {
  return typeof d.source.credential === "object" ? d.source.credential : undefined;
}

function personal(d: D, base: FactBase): Fact {
  const said = d.source.personal;
  if (typeof said === "object" || said === "yes" || said === true) return known("yes");
  if (said === "no" || said === false) return known("no");
  const origins = d.source.derivedFrom;
  if (origins.length > 0) {
    const kept = origins.filter((o) => o.by !== "aggregated" && o.by !== "anonymised").map((o) => base.subjects.data.get(o.data)).filter((o) => o !== undefined);
    return anyFactOf(kept, (origin) => personal(origin, base));
  }
  return byKind(d, base, "personal");
}

function special(d: D, base: FactBase): Fact {
  const said = details(d)?.["special-category"];
  if (said === "yes" || said === true) return known("yes");
  if (said === "no" || said === false) return known("no");
  const isPersonal = personal(d, base);
  if (isPersonal.value === "no") return known("no");
  return byKind(d, base, "special");
}

function credential(d: D, base: FactBase): Fact {
  const said = d.source.credential;
  if (said === "no" || said === false) return known("no");
  if (said !== undefined) return known("yes");
  return known(byKind(d, base, "credential").value === "yes" ? "yes" : "no");
}

/** What the kind's taxonomy says, nearest ancestor first; without a kind nobody knows. */
function byKind(d: D, base: FactBase, key: "personal" | "special" | "credential"): Fact {
  if (d.source.kind === undefined) return unknown([{ subject: d, key: key === "personal" ? "personal" : "kind" }]);
  for (let k: string | undefined = d.source.kind; k; k = k.includes(".") ? k.slice(0, k.lastIndexOf(".")) : undefined) {
    const said = base.dataKinds.get(k)?.[key];
    if (said !== undefined) return flag(said);
  }
  return flag(false);
}

function opens(d: D): Fact {
  const list = opensOf(d);
  if (!list) return unknown([{ subject: d, key: "opens" }], PRIVILEGES);
  return known(PRIVILEGES[Math.max(0, ...list.map((o) => PRIVILEGES.indexOf(o.as)))]!);
}
