// Flows that cross a boundary against its policy. Only a note here: the crossing is a threat, and the rules say so.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { allows, directionsOver, pathOf } from "../model/crossing.ts";
import { describePath } from "../model/maps.ts";
import { whereEntry } from "../model/merge.ts";
import type { ModelBoundary, ModelFlow } from "../model/model.ts";
import type { CheckContext } from "./check-context.ts";

export function checkCrossings(context: CheckContext): readonly Diagnostic[] {
  const guarded = [...context.model.boundaries.values()].filter(({ policy }) => policy?.in !== undefined || policy?.out !== undefined);
  if (guarded.length === 0) return [];
  return [...context.model.flows.values()].flatMap((flow) => guarded.flatMap((boundary) => judge(context, boundary, flow)));
}

function judge({ structure, maps }: CheckContext, { id, policy }: ModelBoundary, flow: ModelFlow): readonly Diagnostic[] {
  const forbidden = directionsOver(pathOf(flow), (element) => structure.around(element).has(id)).filter((direction) => allows(policy, direction, flow) === "no");
  const entry = maps.flows.get(flow.id);
  return forbidden.map((direction) => diagnose("C1044", entry === undefined ? flow.where : whereEntry(entry), {
    object: describePath(["flows", flow.id]), boundary: describePath(["boundaries", id]), direction: direction === "in" ? "into" : "out of",
    allowed: policy?.[direction] === "none" ? "no crossing in that direction" : "only listed flows and protocols",
  }));
}
