// Facts about a trust boundary: its own, and the high-water marks of what is inside and what crosses.
import type { BoundaryType, CrossingRule } from "@merlon/schema";
import { anyFactOf } from "./any-fact.ts";
import { forbids } from "./crossing-policy.ts";
import { classFacts, highWater } from "./high-water.ts";
import type { FactTable } from "./fact-base.ts";
import { known, unknown } from "./fact.ts";
import { MOST_INPUTS } from "./open-places.ts";
import type { BoundarySubject, ElementSubject, Fact } from "./subject.ts";
import { REACHES } from "./orders.ts";
import { isLeast, trustOfBoundary } from "./trust.ts";

type B = BoundarySubject;

const POLICIES: readonly CrossingRule[] = ["any", "listed", "none"];
const TYPES: Readonly<Record<BoundaryType, true>> = {
  network: true, host: true, process: true, container: true, account: true, tenant: true, organisation: true, physical: true, jurisdiction: true, device: true, user: true,
};

export const boundaryFacts: FactTable<B> = {
  type: { title: "type", values: "text", among: Object.keys(TYPES), derive: (b) => known(b.source.type) },
  trust: { title: "trust", values: "text", derive: trustOfBoundary },
  "least-trusted": { title: "is of the least trusted level", values: "flag", derive: (b, base) => isLeast(base.fact(b, "trust"), base) },
  reach: { title: "reach", values: "order", order: REACHES, derive: (b, base) => highWater(ours(b).map((e) => base.fact(e, "reach")), [], REACHES) },
  "member-count": { title: "number of elements inside", values: "number", derive: (b) => known(b.members.length) },
  "member-types": { title: "types of what of ours is inside", values: "set", derive: memberTypes },
  "crossing-count": { title: "number of crossings", values: "number", derive: (b) => known(b.crossings.length) },
  "forbidden-crossing": { title: "a crossing is forbidden by its policy", values: "flag", derive: (b) => anyFactOf(b.crossings, (f) => forbids(b, f)) },
  "policy-in": { title: "policy for what comes in", values: "text", among: POLICIES, derive: (b) => known(b.source.policy?.in ?? "any") },
  "policy-out": { title: "policy for what goes out", values: "text", among: POLICIES, derive: (b) => known(b.source.policy?.out ?? "any") },
  "crossed-from-least-trusted": {
    title: "something comes in from the least trusted level", values: "flag",
    derive: (b, base) => anyFactOf(b.crossings.filter((f) => f.to.boundaries.includes(b)), (f) => base.fact(f.from, "least-trusted")),
  },
  ...classFacts<B>((b, property, base) => highWater(ours(b).map((e) => base.fact(e, property)))),
  "personal-data": { title: "personal data inside", values: "flag", derive: (b, base) => anyFactOf(ours(b), (e) => base.fact(e, "personal-data")) },
  "special-category": { title: "special categories of personal data inside", values: "flag", derive: (b, base) => anyFactOf(ours(b), (e) => base.fact(e, "special-category")) },
  credentials: { title: "credentials inside", values: "flag", derive: (b, base) => anyFactOf(ours(b), (e) => base.fact(e, "credentials")) },
};

function memberTypes(b: B): Fact {
  const untyped = ours(b).filter((e) => e.source.type === undefined);
  if (untyped.length > 0) return unknown(untyped.slice(0, MOST_INPUTS).map((subject) => ({ subject, key: "type" })));
  return known([...new Set(ours(b).map((e) => e.source.type!))].sort());
}

function ours(b: B): readonly ElementSubject[] {
  return b.members.filter((e) => e.source.kind !== "external");
}
