// Whether a boundary's policy forbids a flow that crosses it. A protocol nobody stated is unknown, not forbidden.
import { allows, directionsOver } from "@merlon/core";
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

/** A flow that passes through must be allowed in and out. */
export function forbids(boundary: BoundarySubject, flow: FlowSubject): Fact {
  if (!boundary.source.policy) return flag(false);
  const path = [flow.from, ...flow.via, flow.to];
  const verdicts = directionsOver(path, (element) => element.boundaries.includes(boundary)).map((direction) => allows(boundary.source.policy, direction, flow.source));
  if (verdicts.includes("no")) return flag(true);
  return verdicts.includes("unknown") ? unknown([{ subject: flow, key: "protocol" }]) : flag(false);
}

/** Some boundary that the flow crosses forbids it. */
export function isForbidden(flow: FlowSubject): Fact {
  return anyFactOf(flow.crosses, (boundary) => forbids(boundary, flow));
}
