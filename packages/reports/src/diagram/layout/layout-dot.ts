// The DOT text that Graphviz lays out: fixed sizes from our own font metrics, no text at all (so no font decides anything),
// `newrank` because clusters come out silently wrong without it.
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import type { Sizes } from "./sizes.ts";

export interface DotSettings {
  readonly splines: "ortho" | "polyline";
  readonly rankdir: "TB" | "LR";
  /** In which order Graphviz meets the objects: it settles ties by that. */
  readonly order: "forward" | "backward";
}

/** Gaps by direction: labels are wider than tall, so ranks that follow each other sideways stand further apart. */
const gaps = { TB: { beside: 48, ranks: 86 }, LR: { beside: 40, ranks: 112 } } as const;

const pointsPerInch = 72;
const titleMargin = 10;

/** Objects are named by kind and position in the graph: `e0`, `cluster_0`, `f0`. Only those names are read back. */
export function layoutDot(graph: DiagramGraph, sizes: Sizes, settings: DotSettings): string {
  const { splines, rankdir, order } = settings;
  const gap = gaps[rankdir];
  return [
    "digraph G {",
    `newrank=true; splines=${splines}; rankdir=${rankdir}; nodesep=${inches(gap.beside)}; ranksep=${inches(gap.ranks)};`,
    'node [shape=box, fixedsize=true, label=""]; edge [dir=none]; labeljust=l; margin=24;',
    ...members(graph, sizes, { parent: undefined, order }),
    ...isolatedRows(graph),
    ...wayPoints(graph),
    ...ordered(edges(graph), order),
    "}",
    "",
  ].join("\n");
}

interface Level {
  readonly parent: string | undefined;
  readonly order: DotSettings["order"];
}

function members(graph: DiagramGraph, sizes: Sizes, { parent, order }: Level): string[] {
  const elements = graph.elements.flatMap((element, i) => {
    const shape = sizes.elements.get(element.id);
    return element.boundary !== parent || shape === undefined ? [] : [`e${i} [width=${inches(shape.width)}, height=${inches(shape.height)}];`];
  });
  const boundaries = graph.boundaries.flatMap((boundary, i) => boundary.parent !== parent
    ? []
    : [cluster(i, members(graph, sizes, { parent: boundary.id, order }), sizes.boundaries.get(boundary.id))]);
  return [...ordered(elements, order), ...ordered(boundaries, order).flat()];
}

function ordered<T>(items: readonly T[], order: DotSettings["order"]): readonly T[] {
  return order === "forward" ? items : items.toReversed();
}

/** The title's room is an empty table of fixed size. A boundary without elements keeps its box by an invisible filler. */
function cluster(i: number, inner: readonly string[], title: { readonly width: number; readonly height: number } | undefined): string[] {
  const [width, height] = [Math.ceil(title?.width ?? 0) + titleMargin, Math.ceil(title?.height ?? 0) + titleMargin];
  const room = `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0" FIXEDSIZE="TRUE" WIDTH="${width}" HEIGHT="${height}"><TR><TD></TD></TR></TABLE>>`;
  const filler = inner.length > 0 ? [] : [`filler${i} [style=invis, width=${inches(width)}, height=0.2];`];
  return [`subgraph cluster_${i} {`, `label=${room};`, ...inner, ...filler, "}"];
}

/** Elements without flows stand in one long row otherwise: invisible edges fold it into several. */
function isolatedRows(graph: DiagramGraph): string[] {
  const connected = new Set(graph.flows.flatMap((flow) => [flow.from, flow.to, ...flow.via.map((element) => element.id)]));
  const groups = new Map<string, number[]>();
  graph.elements.forEach((element, i) => {
    if (!connected.has(element.id)) groups.set(element.boundary ?? "", [...(groups.get(element.boundary ?? "") ?? []), i]);
  });
  return [...groups.values()].flatMap((group) => {
    const columns = Math.ceil(Math.sqrt(group.length));
    return group.slice(columns).map((below, i) => `e${group[i]} -> e${below} [style=invis];`);
  });
}

/** What a flow passes through stands between its ends, though no line leads there. */
function wayPoints(graph: DiagramGraph): string[] {
  const index = new Map(graph.elements.map((element, i) => [element.id, i]));
  return graph.flows.flatMap((flow) => {
    const stops = [flow.from, ...flow.via.map((element) => element.id), flow.to].filter((id) => index.has(id));
    return flow.via.length === 0 ? [] : stops.slice(1).map((to, i) => `e${index.get(stops[i] ?? to)} -> e${index.get(to)} [style=invis];`);
  });
}

function edges(graph: DiagramGraph): string[] {
  const index = new Map(graph.elements.map((element, i) => [element.id, i]));
  return graph.flows.map((flow, i) => `e${index.get(flow.from)} -> e${index.get(flow.to)} [id=f${i}${flow.via.length === 0 ? "" : ", constraint=false"}];`);
}

function inches(pixels: number): string {
  return (pixels / pointsPerInch).toFixed(4);
}
