// Whether a boundary's policy forbids a flow that crosses it.
import type { BoundarySubject, FlowSubject } from "./subjects.ts";

export function directionOf(boundary: BoundarySubject, flow: FlowSubject): "in" | "out" {
  return flow.to.boundaries.includes(boundary) ? "in" : "out";
}

export function forbids(boundary: BoundarySubject, flow: FlowSubject): boolean {
  const policy = boundary.source.policy;
  const rule = policy?.[directionOf(boundary, flow)] ?? "any";
  if (rule === "any") return false;
  if (rule === "none") return true;
  const protocol = flow.source.protocol;
  const listed = policy?.flows?.includes(flow.id) ?? false;
  const spoken = protocol !== undefined && (policy?.protocols ?? []).some((p) => protocol === p || protocol.startsWith(`${p}.`));
  return !listed && !spoken;
}
