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
  const reached = reachedFromOutside(context);
  return [...stated].flatMap(function judge(id) {
    const element = model.elements.get(id);
    return element === undefined ? [] : judgeElement(context, element, { inflows: inflows.get(id) ?? [], isReached: reached.has(id) });
  });
}

/** Elements that a path of flows leads to from an external or from the open network, through whatever forwards. */
function reachedFromOutside(context: CheckContext): ReadonlySet<string> {
  const { model } = context;
  const next = new Map<string, string[]>();
  for (const { from, to, via } of model.flows.values()) addAll(next, from, [to, ...via]);
  const open = [...model.elements.values()].filter(({ id, kind }) => kind === "external" || openBoundary(context, id) !== undefined).map(({ id }) => id);
  const reached = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const target of next.get(id) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}

function addAll(lists: Map<string, string[]>, key: string, values: readonly string[]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [...values]);
  else list.push(...values);
}

interface Drawn {
  readonly inflows: readonly ModelFlow[];
  readonly isReached: boolean;
}

function judgeElement(context: CheckContext, element: ModelElement, { inflows, isReached }: Drawn): readonly Diagnostic[] {
  const stated = element.characteristics.get(key);
  const object = describePath(["elements", element.id]);
  const where = stated?.where ?? element.where;
  const fromOutside = inflows.find(({ from }) => openBoundary(context, from) !== undefined);
  if (stated?.value === "no" && fromOutside !== undefined) {
    return [diagnose("C1071", where, { object, flow: fromOutside.id, source: describePath(["elements", fromOutside.from]), boundary: openBoundary(context, fromOutside.from) ?? "" })];
  }
  return stated?.value === "yes" && !isReached ? [diagnose("C1070", where, { object })] : [];
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
