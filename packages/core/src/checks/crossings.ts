// Flows that cross a boundary against its policy. Only a note here: the crossing is a threat, and the rules say so.
import type { Boundary, Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { inherits } from "../model/library-index.ts";
import { describePath } from "../model/maps.ts";
import { whereEntry } from "../model/merge.ts";
import type { Entry } from "../model/merge.ts";
import type { ModelFlow } from "../model/model.ts";
import type { CheckContext } from "./check-context.ts";

export function checkCrossings(context: CheckContext): readonly Diagnostic[] {
  const guarded = [...context.maps.boundaries.values()].filter(({ value }) => value.policy?.in !== undefined || value.policy?.out !== undefined);
  if (guarded.length === 0) return [];
  return [...context.model.flows.values()].flatMap((flow) => guarded.flatMap((boundary) => judge(context, boundary, flow)));
}

function judge({ structure, maps }: CheckContext, boundary: Entry<Boundary>, flow: ModelFlow): readonly Diagnostic[] {
  const fromInside = structure.around(flow.from).has(boundary.id);
  const toInside = structure.around(flow.to).has(boundary.id);
  const { policy } = boundary.value;
  const rule = fromInside === toInside ? undefined : toInside ? policy?.in : policy?.out;
  if (rule === undefined || rule === "any") return [];
  const listed = policy?.flows?.includes(flow.id) === true
    || policy?.protocols?.some((protocol) => flow.protocol !== undefined && inherits(flow.protocol, protocol)) === true;
  if (rule === "listed" && listed) return [];
  const entry = maps.flows.get(flow.id);
  return [diagnose("C1044", entry === undefined ? flow.where : whereEntry(entry), {
    object: describePath(["flows", flow.id]), boundary: describePath(["boundaries", boundary.id]), direction: toInside ? "into" : "out of",
    allowed: rule === "none" ? "no crossing in that direction" : "only listed flows and protocols",
  })];
}
