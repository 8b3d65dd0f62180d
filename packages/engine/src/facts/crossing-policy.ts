// Whether a boundary's policy forbids a flow that crosses it. A protocol nobody stated is unknown, not forbidden.
import { anyFactOf } from "./any-fact.ts";
import { flag, unknown } from "./fact.ts";
import type { BoundarySubject, Fact, FlowSubject } from "./subject.ts";

export function directionOf(boundary: BoundarySubject, flow: FlowSubject): "in" | "out" {
  return flow.to.boundaries.includes(boundary) ? "in" : "out";
}

export function forbids(boundary: BoundarySubject, flow: FlowSubject): Fact {
  const policy = boundary.source.policy;
  const rule = policy?.[directionOf(boundary, flow)] ?? "any";
  if (rule !== "listed") return flag(rule === "none");
  if (policy?.flows?.includes(flow.id)) return flag(false);
  const protocols = policy?.protocols ?? [];
  const { protocol } = flow.source;
  if (protocol === undefined && protocols.length > 0) return unknown([{ subject: flow, key: "protocol" }]);
  return flag(!protocols.some((p) => protocol === p || protocol?.startsWith(`${p}.`)));
}

/** Some boundary that the flow crosses forbids it. */
export function isForbidden(flow: FlowSubject): Fact {
  return anyFactOf(flow.crosses, (boundary) => forbids(boundary, flow));
}
