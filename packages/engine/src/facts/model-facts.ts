// Facts about the model as a whole.
import { STAGES } from "@merlon/core";
import { anyFactOf } from "./any-fact.ts";
import { classFacts, highWater } from "./high-water.ts";
import type { FactBase, FactTable } from "./fact-base.ts";
import { flag, known } from "./fact.ts";
import type { ElementSubject, ModelSubject } from "./subject.ts";
import { REACHES } from "./orders.ts";

type M = ModelSubject;
const DEPTHS = ["sketch", "standard", "full"] as const;

export const modelFacts: FactTable<M> = {
  stage: { title: "stage", values: "order", order: STAGES, derive: (_, base) => known(base.model.header.stage) },
  depth: { title: "depth", values: "order", order: DEPTHS, derive: (_, base) => known(base.model.header.depth) },
  reach: { title: "reach", values: "order", order: REACHES, derive: (_, base) => highWater(ours(base).map((e) => base.fact(e, "reach")), [], REACHES) },
  ...classFacts<M>((_, property, base) => highWater([...base.subjects.data.values()].map((d) => base.fact(d, property)))),
  "personal-data": { title: "personal data in the model", values: "flag", derive: (_, base) => anyFactOf(base.subjects.data.values(), (d) => base.fact(d, "personal-data")) },
  "special-category": { title: "special categories of personal data in the model", values: "flag", derive: (_, base) => anyFactOf(base.subjects.data.values(), (d) => base.fact(d, "special-category")) },
  credentials: { title: "credentials in the model", values: "flag", derive: (_, base) => anyFactOf(base.subjects.data.values(), (d) => base.fact(d, "credential")) },
  "element-count": { title: "number of elements", values: "number", derive: (_, base) => known(base.subjects.elements.size) },
  "flow-count": { title: "number of flows", values: "number", derive: (_, base) => known(base.subjects.flows.size) },
  "boundary-count": { title: "number of boundaries", values: "number", derive: (_, base) => known(base.subjects.boundaries.size) },
  "least-trusted-boundary": { title: "has a boundary of the least trusted level", values: "flag", derive: (_, base) => anyFactOf(base.subjects.boundaries.values(), (b) => base.fact(b, "least-trusted")) },
  "out-of-scope-count": { title: "number of elements out of scope", values: "number", derive: (_, base) => known([...base.subjects.elements.values()].filter((e) => e.source.outOfScope !== undefined).length) },
  "owners-stated": { title: "owners are stated", values: "flag", derive: (_, base) => flag((base.model.header.owners ?? []).length > 0) },
};

function ours(base: FactBase): readonly ElementSubject[] {
  return [...base.subjects.elements.values()].filter((e) => e.source.kind !== "external");
}
