// Places elements where people put them and draws each boundary around what is in it. Where that cannot be done it says why, and
// the picture is laid out like any other.
import { listedUpTo } from "../../wording/counted.ts";
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { directRoutes } from "./direct-routes.ts";
import { boundsOf, inflate } from "./geometry.ts";
import type { Box, Point } from "./geometry.ts";
import { layoutProblems } from "./layout-problems.ts";
import type { LayoutProblem } from "./layout-problems.ts";
import type { Placement } from "./placement.ts";
import { sizesOf } from "./sizes.ts";
import type { Sizes } from "./sizes.ts";

/** Middles, by the ids of elements; of boundaries only where nothing is in them. */
export type Positions = Readonly<Record<string, Point>>;

/** Other tools draw smaller shapes: everything moves apart until nothing overlaps. */
const spreads = [1, 1.2, 1.5, 1.9, 2.4, 3, 4];
const farthest = 20_000;
/** Half of what stays free between two elements. */
const air = 10;
const margin = 26;
const belowTitle = 16;

export function placeByHand(graph: DiagramGraph, sizes: Sizes, positions: Positions): { readonly placement: Placement } | { readonly why: string } {
  const empty = graph.boundaries.filter(({ id }) => isEmpty(id, graph));
  const missing = [...graph.elements, ...empty].filter(({ id }) => positions[id] === undefined).map(({ title }) => title);
  if (missing.length > 0) return { why: `nobody gave a place to ${listedUpTo(5, missing)}` };
  let problem: LayoutProblem | undefined;
  for (const spread of spreads) {
    const placement = placed(graph, sizes, (id) => ({ x: (positions[id]?.x ?? 0) * spread, y: (positions[id]?.y ?? 0) * spread }));
    const { width, height } = boundsOf([...placement.elements.values(), ...placement.boundaries.values()]);
    if (Math.max(width, height) > farthest) break;
    [problem] = layoutProblems(graph, { ...placement, elements: new Map([...placement.elements].map(([id, box]) => [id, inflate(box, air)])) });
    if (problem === undefined) return { placement };
  }
  return { why: problem === undefined ? "the places are too far apart" : problemWords(problem, graph) };
}

/** Why a picture does not have the places that people gave; undefined when it has. */
export function whyNotByHand(graph: DiagramGraph, positions: Positions): string | undefined {
  const found = placeByHand(graph, sizesOf(graph), positions);
  return "why" in found ? found.why : undefined;
}

function isEmpty(boundary: string, { elements, boundaries }: DiagramGraph): boolean {
  return !elements.some((element) => element.boundary === boundary) && !boundaries.some(({ parent }) => parent === boundary);
}

function placed(graph: DiagramGraph, sizes: Sizes, middleOf: (id: string) => Point): Placement {
  const elements = new Map(graph.elements.map(({ id }) => [id, around(middleOf(id), sizes.elements.get(id))]));
  const boundaries = new Map<string, Box>();
  const place = (id: string): Box => {
    const title = sizes.boundaries.get(id) ?? { width: 0, height: 0 };
    const inside = [
      ...graph.elements.filter(({ boundary }) => boundary === id).flatMap((element) => elements.get(element.id) ?? []),
      ...graph.boundaries.filter(({ parent }) => parent === id).map((inner) => place(inner.id)),
    ];
    const box = withTitle(inside.length === 0 ? around(middleOf(id), title) : boundsOf(inside), title);
    boundaries.set(id, box);
    return box;
  };
  for (const { id, parent } of graph.boundaries) if (parent === undefined) place(id);
  return { elements, boundaries, routes: directRoutes(graph.flows, elements) };
}

function around({ x, y }: Point, { width, height }: { readonly width: number; readonly height: number } = { width: 0, height: 0 }): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function withTitle(inside: Box, title: { readonly width: number; readonly height: number }): Box {
  const { x, y, width, height } = inflate(inside, margin);
  const wider = Math.max(0, title.width + 2 * margin - width);
  const above = title.height + belowTitle - margin / 2;
  return { x: x - wider / 2, y: y - above, width: width + wider, height: height + above };
}

function problemWords({ kind, objects: [a = "", b = ""] }: LayoutProblem, graph: DiagramGraph): string {
  const named = [...graph.elements, ...graph.boundaries];
  const [one, other] = [a, b].map((id) => named.find((item) => item.id === id)?.title ?? id);
  if (kind === "elements-overlap") return `${one} and ${other} have the same place`;
  return kind === "boundaries-overlap" ? `${one} and ${other} would overlap` : `${one} would stand in ${other} and is not in it`;
}
