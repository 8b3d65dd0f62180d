// Facts about a trust boundary: its own, and the high-water marks of what is inside and what crosses.
import { anyFactOf } from "./any-fact.ts";
import { classFacts } from "./data-at.ts";
import { forbids } from "./crossing-policy.ts";
import { highWater } from "./data-class.ts";
import type { FactBase, FactTable } from "./fact-base.ts";
import { between, ends, known } from "./fact.ts";
import type { BoundarySubject, Fact } from "./subject.ts";
import { REACHES } from "./orders.ts";
import { isLeast, trustOfBoundary, trustOfElement } from "./trust.ts";

type B = BoundarySubject;

export const boundaryFacts: FactTable<B> = {
  type: { title: "type", values: "text", derive: (b) => known(b.source.type) },
  trust: { title: "trust", values: "text", derive: trustOfBoundary },
  "least-trusted": { title: "is of the least trusted level", values: "flag", derive: (b, base) => isLeast(trustOfBoundary(b, base), base) },
  reach: { title: "reach", values: "order", order: REACHES, derive: reachOfBoundary },
  "member-count": { title: "number of elements inside", values: "number", derive: (b) => known(b.members.length) },
  "crossing-count": { title: "number of crossings", values: "number", derive: (b) => known(b.crossings.length) },
  "forbidden-crossing": { title: "a crossing is forbidden by its policy", values: "flag", derive: (b) => anyFactOf(b.crossings, (f) => forbids(b, f)) },
  "policy-in": { title: "policy for what comes in", values: "text", derive: (b) => known(b.source.policy?.in ?? "any") },
  "policy-out": { title: "policy for what goes out", values: "text", derive: (b) => known(b.source.policy?.out ?? "any") },
  "crossed-from-least-trusted": {
    title: "something comes in from the least trusted level", values: "flag",
    derive: (b, base) => anyFactOf(b.crossings.filter((f) => f.to.boundaries.includes(b)), (f) => isLeast(trustOfElement(f.from, base), base)),
  },
  ...classFacts<B>((b, property, base) => highWater(ours(b).map((e) => base.fact(e, property)), [])),
  "personal-data": { title: "personal data inside", values: "flag", derive: (b, base) => anyFactOf(ours(b), (e) => base.fact(e, "personal-data")) },
  "special-category": { title: "special categories of personal data inside", values: "flag", derive: (b, base) => anyFactOf(ours(b), (e) => base.fact(e, "special-category")) },
  credentials: { title: "credentials inside", values: "flag", derive: (b, base) => anyFactOf(ours(b), (e) => base.fact(e, "credentials")) },
};

function ours(b: B) {
  return b.members.filter((e) => e.source.kind !== "external");
}

function reachOfBoundary(b: B, base: FactBase): Fact {
  const facts = ours(b).map((e) => base.fact(e, "reach"));
  let low = 0;
  let high = 0;
  for (const fact of facts) {
    const end = ends(REACHES, fact);
    low = Math.max(low, end.low);
    high = Math.max(high, end.high);
  }
  return between(REACHES, low, high, low === high ? [] : facts.flatMap((f) => f.inputs));
}
