// How large everything is before it has a place.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { boundaryLabel } from "../labels/boundary-label.ts";
import { elementShape } from "../labels/element-label.ts";
import type { Shape } from "../labels/element-label.ts";
import { flowLabels } from "../labels/flow-label.ts";
import type { Block } from "../text/block.ts";

export interface Sizes {
  readonly elements: ReadonlyMap<string, Shape>;
  readonly boundaries: ReadonlyMap<string, Block>;
  /** Variants, the preferred one first. */
  readonly flows: ReadonlyMap<string, readonly Block[]>;
}

export function sizesOf(graph: DiagramGraph): Sizes {
  const drawn = new Set([...graph.boundaries, ...graph.elements].map((item) => item.id));
  const ends = new Map<string, number>();
  for (const flow of graph.flows) for (const end of [flow.from, flow.to]) ends.set(end, (ends.get(end) ?? 0) + 1);
  return {
    elements: new Map(graph.elements.map((element) => [element.id, elementShape(element, ends.get(element.id) ?? 0)])),
    boundaries: new Map(graph.boundaries.map((boundary) => [boundary.id, boundaryLabel(boundary)])),
    flows: new Map(graph.flows.map((flow) => [flow.id, flowLabels(flow, drawn)])),
  };
}
