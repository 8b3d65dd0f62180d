// Facts about a kind of data: its classes, whether it is personal, where it gets to.
import { lineage } from "@merlon/core";
import type { Credential, PersonalData } from "@merlon/schema";
import { anyFactOf } from "./any-fact.ts";
import { placesOf } from "./data-at.ts";
import { classOfData } from "./data-class.ts";
import type { FactBase, FactTable } from "./fact-base.ts";
import { assumed, flag, known, unknown } from "./fact.ts";
import { classFacts } from "./high-water.ts";
import { openPlaces } from "./open-places.ts";
import type { DataSubject, Fact } from "./subject.ts";
import { PRIVILEGES } from "./orders.ts";
import { opensOf } from "./openers.ts";

type D = DataSubject;

export const dataFacts: FactTable<D> = {
  kind: { title: "kind of data", values: "dotted", derive: (d) => stated(d, "kind", d.source.kind) },
  ...classFacts<D>(classOfData),
  "personal-data": { title: "is personal data", values: "flag", derive: personal },
  "special-category": { title: "is a special category of personal data", values: "flag", derive: special },
  credential: { title: "is a credential", values: "flag", derive: credential },
  derived: { title: "is derived from other data", values: "flag", derive: (d) => flag(d.source.derivedFrom.length > 0) },
  identifiability: { title: "identifiability", values: "text", derive: identifiability },
  "legal-basis": { title: "legal basis", values: "text", derive: (d) => stated(d, "legal-basis", details(d)?.["legal-basis"]) },
  "purpose-stated": { title: "its purpose is stated", values: "flag", derive: (d) => flag(details(d)?.purpose !== undefined) },
  "retention-stated": { title: "how long it is kept is stated", values: "flag", derive: (d) => flag(details(d)?.retention !== undefined) },
  recipients: { title: "recipients", values: "set", derive: (d) => known(details(d)?.recipients ?? []) },
  transfers: { title: "countries it is sent to", values: "set", derive: (d) => known(details(d)?.transfers ?? []) },
  "subjects-count": { title: "number of people it is about", values: "number", derive: (d) => stated(d, "subjects-count", d.source["subjects-count"]) },
  lifetime: { title: "lifetime of the credential", values: "text", derive: (d) => stated(d, "lifetime", credentialDetails(d)?.lifetime) },
  rotation: { title: "rotation of the credential", values: "text", derive: (d) => stated(d, "rotation", credentialDetails(d)?.rotation) },
  opens: { title: "privilege it gives", values: "order", order: PRIVILEGES, derive: opens },
  // Known where the data is known to be; open where a place that would count does not say what is there.
  "at-external": { title: "gets to an external", values: "flag", derive: (d, base) => anyFactOf(placesOf(d), (e) => flag(e.source.kind === "external"), openPlaces(base).filter((p) => p.isExternal).flatMap((p) => p.inputs)) },
  "at-least-trusted": { title: "gets to the least trusted level", values: "flag", derive: (d, base) => anyFactOf(placesOf(d), (e) => base.fact(e, "least-trusted"), openPlaces(base).filter((p) => p.low === 0).flatMap((p) => p.inputs)) },
};

function stated(subject: D, key: string, value: string | number | undefined): Fact {
  return value === undefined || value === "unknown" ? unknown([{ subject, key }]) : known(value);
}

function details(d: D): PersonalData | undefined {
  return typeof d.source.personal === "object" ? d.source.personal : undefined;
}

function credentialDetails(d: D): Credential | undefined {
  return typeof d.source.credential === "object" ? d.source.credential : undefined;
}

function identifiability(d: D, base: FactBase): Fact {
  return base.fact(d, "personal-data").value === "no" ? known("anonymous") : stated(d, "identifiability", details(d)?.identifiability);
}

function personal(d: D, base: FactBase): Fact {
  const said = d.source.personal;
  if (typeof said === "object" || said === "yes") return known("yes");
  if (said === "no") return known("no");
  return d.source.derivedFrom.length > 0 ? ofOrigins(d, base, "personal-data") : byKind(d, base, "personal");
}

function special(d: D, base: FactBase): Fact {
  const said = details(d)?.["special-category"];
  if (said === "yes" || said === true) return known("yes");
  if (said === "no" || said === false) return known("no");
  const isPersonal = base.fact(d, "personal-data");
  if (isPersonal.value === "no") return known("no");
  return d.source.kind === undefined && d.source.derivedFrom.length > 0 ? ofOrigins(d, base, "special-category") : byKind(d, base, "special");
}

/** What is only aggregated or anonymised is about nobody any more; everything else keeps what its origin is. */
function ofOrigins(d: D, base: FactBase, key: string): Fact {
  const kept = d.source.derivedFrom.filter(({ by }) => by !== "aggregated" && by !== "anonymised").map(({ data }) => base.subjects.data.get(data)).filter((o) => o !== undefined);
  return anyFactOf(kept, (origin) => base.fact(origin, key));
}

function credential(d: D, base: FactBase): Fact {
  const said = d.source.credential;
  if (said === "no") return known("no");
  if (said !== undefined) return known("yes");
  return d.source.kind === undefined ? assumed("no") : byKind(d, base, "credential");
}

/** What the kind's taxonomy says, nearest ancestor first; without a kind nobody knows. */
function byKind(d: D, base: FactBase, key: "personal" | "special" | "credential"): Fact {
  if (d.source.kind === undefined) return unknown([{ subject: d, key: key === "personal" ? "personal" : "kind" }]);
  const said = lineage(d.source.kind).map((kind) => base.index.dataKinds.get(kind)?.[key]).find((found) => found !== undefined);
  return flag(said ?? false);
}

function opens(d: D, base: FactBase): Fact {
  const list = opensOf(d, base);
  if (!list) return unknown([{ subject: d, key: "opens" }], PRIVILEGES);
  return known(PRIVILEGES[Math.max(0, ...list.map((o) => PRIVILEGES.indexOf(o.as)))]!);
}
