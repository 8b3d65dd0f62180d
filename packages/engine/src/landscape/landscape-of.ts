// The landscape of something, or the whole graph: built, walked and filtered.
import type { Landscape, LandscapeFilter, Traversal } from "@merlon/schema";
import { buildLandscape, type LandscapeSource } from "./build-landscape.ts";
import type { LandscapeGraph } from "./collector.ts";
import { rollUp, withLevels } from "./roll-up.ts";
import { filterLandscape, walkLandscape } from "./walk-landscape.ts";

export interface LandscapeRequest {
  /** Ids of things of the graph; all of it when left out. */
  readonly of?: readonly string[];
  readonly traversal?: Traversal;
  readonly filter?: LandscapeFilter;
}

/** `of` is given the graph, so that a caller can look for what people meant. */
export function landscapeOf(source: LandscapeSource, ask: (graph: LandscapeGraph) => LandscapeRequest): Landscape {
  const built = buildLandscape(source);
  const rolled = rollUp(built);
  const graph = { objects: withLevels(built.objects, rolled), relations: built.relations };
  const { of, traversal, filter } = ask(graph);
  const walked = of && traversal ? walkLandscape(graph, of, traversal) : graph;
  const { objects, relations } = filter ? filterLandscape(walked, filter, of ?? []) : walked;
  const { header, digest, view } = source.model;
  const risks = rolled.filter(({ id }) => objects.has(id));
  return {
    schema: "merlon/landscape/1", model: { id: header.id, title: header.title, digest }, ...(view ? { view } : {}), at: source.analysis.at,
    ...(of ? { of } : {}), ...(traversal ? { traversal } : {}), ...(filter ? { filter } : {}), objects: [...objects.values()], relations, ...(risks.length > 0 ? { rollUp: risks } : {}),
  };
}
