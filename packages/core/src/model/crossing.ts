// Which way a flow goes over a boundary, and whether the boundary's policy allows it. The one place that says so.
import type { CrossingPolicy } from "@merlon/schema";
import { inherits } from "./library-index.ts";
import type { ModelFlow } from "./model.ts";

export type CrossingDirection = "in" | "out";

/** All elements that a flow goes along: its ends, and between them what it goes through. */
export function pathOf({ from, via, to }: Pick<ModelFlow, "from" | "via" | "to">): readonly string[] {
  return [from, ...via, to];
}

/** The directions in which a path goes over a boundary, none when it stays on one side. */
export function directionsOver<T>(path: readonly T[], isInside: (element: T) => boolean): readonly CrossingDirection[] {
  const found = new Set<CrossingDirection>();
  const inside = path.map(isInside);
  for (const [at, now] of inside.entries()) if (at > 0 && now !== inside[at - 1]) found.add(now ? "in" : "out");
  return [...found];
}

/** `unknown` where it depends on a protocol that nobody stated. */
export function allows(policy: CrossingPolicy | undefined, direction: CrossingDirection, flow: Pick<ModelFlow, "id" | "protocol">): "yes" | "no" | "unknown" {
  const rule = policy?.[direction] ?? "any";
  if (rule !== "listed") return rule === "none" ? "no" : "yes";
  if (policy?.flows?.includes(flow.id)) return "yes";
  const protocols = policy?.protocols ?? [];
  const { protocol } = flow;
  if (protocol === undefined) return protocols.length > 0 ? "unknown" : "no";
  return protocols.some((listed) => inherits(protocol, listed)) ? "yes" : "no";
}
