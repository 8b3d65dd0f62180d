// Tells the picture of base in the ids of head: what was renamed has its new id, and what is gone keeps out of the way of new objects.
import type { ModelOperation } from "@merlon/schema";
import type { Model } from "@merlon/core";
import type { DiagramGraph } from "../graph/diagram-graph.ts";

/** A colon cannot be in an id of a model. */
export const formerPrefix = "former:";

const drawn = ["elements", "flows", "boundaries"] as const;

/** From an id of base to one of head. */
export function baseNames(base: Model, head: Model, operations: readonly ModelOperation[]): (id: string) => string {
  const renames = new Map(operations.flatMap(({ kind, before, object }) => (kind === "rename" && before !== undefined ? [[before, object] as const] : [])));
  const taken = new Map(drawn.flatMap((map) => [...base[map].keys()].flatMap((id) =>
    (!renames.has(id) && !head[map].has(id) && drawn.some((other) => head[other].has(id)) ? [[id, formerPrefix + id] as const] : []))));
  return (id) => renames.get(id) ?? taken.get(id) ?? id;
}

export function withNames(graph: DiagramGraph, name: (id: string) => string): DiagramGraph {
  const renamed = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => items.map((item) => ({ ...item, id: name(item.id) }));
  return {
    ...graph,
    elements: graph.elements.map((element) => ({
      ...element, id: name(element.id), tags: renamed(element.tags), ...(element.boundary === undefined ? {} : { boundary: name(element.boundary) }),
    })),
    boundaries: graph.boundaries.map((boundary) => ({
      ...boundary, id: name(boundary.id), tags: renamed(boundary.tags), ...(boundary.parent === undefined ? {} : { parent: name(boundary.parent) }),
    })),
    flows: graph.flows.map((flow) => ({
      ...flow, id: name(flow.id), from: name(flow.from), to: name(flow.to), via: renamed(flow.via), crosses: renamed(flow.crosses),
    })),
  };
}
