// Whether a boundary's policy forbids a flow that crosses it. A protocol nobody stated is unknown, not forbidden.
import { anyFactOf } from "./any-fact.ts";
import { flag, unknown } from "./fact.ts";
import type { BoundarySubject, ElementSubject, Fact, FlowSubject } from "./subject.ts";

/** `out` for a flow that starts inside; what comes from outside goes in, even when it passes on. */
export function directionOf(boundary: BoundarySubject, flow: FlowSubject): "in" | "out" {
  return flow.from.boundaries.includes(boundary) ? "out" : "in";
}

/** The elements inside a boundary at which a flow enters or leaves it. */
export function endsInside(boundary: BoundarySubject, flow: FlowSubject): readonly ElementSubject[] {
  const path = [flow.from, ...flow.via, flow.to];
  const isInside = path.map((element) => element.boundaries.includes(boundary));
  return path.filter((_, i) => isInside[i] && ((i > 0 && !isInside[i - 1]) || (i < path.length - 1 && !isInside[i + 1])));
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
