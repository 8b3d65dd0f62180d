// One layout by Graphviz, checked: nothing that failed the checks gets out of here.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { directRoutes } from "./direct-routes.ts";
import { layoutCost } from "./layout-cost.ts";
import { layoutDot } from "./layout-dot.ts";
import type { DotSettings } from "./layout-dot.ts";
import { layoutProblems } from "./layout-problems.ts";
import type { Placement } from "./placement.ts";
import { readGraphviz } from "./read-graphviz.ts";
import type { Sizes } from "./sizes.ts";

/** Runs Graphviz's `dot` on DOT text and returns its JSON. May throw. */
export type LayoutEngine = (dot: string) => string;

export interface Draft {
  readonly settings: DotSettings;
  readonly placement: Placement;
  readonly cost: number;
}

export interface DraftInput {
  readonly graph: DiagramGraph;
  readonly sizes: Sizes;
  readonly engine: LayoutEngine;
}

export function draftLayout(settings: DotSettings, { graph, sizes, engine }: DraftInput): Draft | undefined {
  try {
    const read = readGraphviz(engine(layoutDot(graph, sizes, settings)), graph);
    const unrouted = graph.flows.filter((flow) => !read.routes.has(flow.id));
    const placement = { ...read, routes: new Map([...read.routes, ...directRoutes(unrouted, read.elements)]) };
    return layoutProblems(graph, placement).length > 0 ? undefined : { settings, placement, cost: layoutCost(graph, placement) };
  } catch {
    // Graphviz gives up on some graphs; other settings or the grid take over.
    return undefined;
  }
}
