// What is said about being internet-facing should agree with the flows that are drawn.
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { describePath } from "../model/maps.ts";
import type { ModelElement, ModelFlow } from "../model/model.ts";
import type { CheckContext } from "./check-context.ts";

const key = "internet-facing";

export function checkExposure(context: CheckContext): readonly Diagnostic[] {
  const { model } = context;
  const stated = new Set([...model.elements.values()].filter(({ characteristics }) => characteristics.has(key)).map(({ id }) => id));
  if (stated.size === 0) return [];
  const inflows = new Map<string, ModelFlow[]>([...stated].map((id) => [id, []]));
  for (const flow of model.flows.values()) inflows.get(flow.to)?.push(flow);
  return [...stated].flatMap(function judge(id) {
    const element = model.elements.get(id);
    return element === undefined ? [] : judgeElement(context, element, inflows.get(id) ?? []);
  });
}

function judgeElement(context: CheckContext, element: ModelElement, inflows: readonly ModelFlow[]): readonly Diagnostic[] {
  const stated = element.characteristics.get(key);
  const object = describePath(["elements", element.id]);
  const where = stated?.where ?? element.where;
  const fromOutside = inflows.find(({ from }) => openBoundary(context, from) !== undefined);
  if (stated?.value === "no" && fromOutside !== undefined) {
    return [diagnose("C1071", where, { object, flow: fromOutside.id, source: describePath(["elements", fromOutside.from]), boundary: openBoundary(context, fromOutside.from) ?? "" })];
  }
  const drawn = fromOutside !== undefined || inflows.some(({ from }) => context.model.elements.get(from)?.kind === "external");
  return stated?.value === "yes" && !drawn ? [diagnose("C1070", where, { object })] : [];
}

/** A network boundary of the lowest trust that the element is directly in, or that its boundary takes its trust from. */
function openBoundary({ model, structure }: CheckContext, element: string): string | undefined {
  for (const innermost of structure.inside.get(element) ?? []) {
    const decisive = structure.enclosing(innermost).find((id) => model.boundaries.get(id)?.trust !== undefined);
    const boundary = decisive === undefined ? undefined : model.boundaries.get(decisive);
    if (boundary?.type === "network" && boundary.trust === model.trustLevels[0]) return boundary.id;
  }
  return undefined;
}
