// A diagram as SVG: self-contained, the same bytes for the same graph.
import { counted } from "../../wording/counted.ts";
import type { DiagramGraph } from "../graph/diagram-graph.ts";
import { isFaded, personalPieces, signPieces, threatPieces } from "../labels/change-pieces.ts";
import { flowLines } from "../labels/flow-lines.ts";
import { layOut } from "../layout/lay-out.ts";
import type { LayoutEngine } from "../layout/draft-layout.ts";
import type { Positions } from "../layout/place-by-hand.ts";
import type { Scene } from "../layout/scene.ts";
import { blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { Piece } from "../text/piece.ts";
import { threatSentence } from "./describe.ts";
import { drawBlock } from "./draw-block.ts";
import { drawBoundary, drawBoundaryTitle } from "./draw-boundary.ts";
import { drawElement, drawElementBand } from "./draw-element.ts";
import { drawFlow, drawFlowLabel } from "./draw-flow.ts";
import { legendOf } from "./legend.ts";
import { background, fontFamily, quietLine } from "./palette.ts";
import { group, number, tag, textTag, xy } from "./xml.ts";
import type { Svg } from "./xml.ts";

const margin = 24;
const narrowest = 560;

/** `positions`: where people put everything; what is not complete is laid out anew. */
export function diagramSvg(graph: DiagramGraph, engine: LayoutEngine, positions?: Positions): string {
  return sceneSvg(graph, layOut(graph, engine, positions));
}

export function sceneSvg(graph: DiagramGraph, scene: Scene): string {
  const { bounds } = scene;
  const inner = Math.max(narrowest, bounds.width);
  const head = headBlock(graph, inner);
  const numbered = numberedBlock(graph, scene, inner);
  const legend = legendOf(graph, inner);
  const top = margin + head.height + 16;
  const below = top + bounds.height + 18;
  const legendTop = below + (numbered.height === 0 ? 0 : numbered.height + 12);
  const [width, height] = [inner + 2 * margin, legendTop + legend.height + margin];
  const [dx, dy] = [margin + (inner - bounds.width) / 2 - bounds.x, top - bounds.y];
  return `${tag("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: Math.ceil(width), height: Math.ceil(height), viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    "font-family": fontFamily, role: "graphics-document",
  },
    textTag("title", {}, `${graph.model.title}: ${graph.heading}`), textTag("desc", {}, sentenceOf(graph)), line(),
    tag("rect", { width: Math.ceil(width), height: Math.ceil(height), fill: background }), line(),
    tag("g", { "data-part": "title" }, ...drawBlock(head, { x: margin, y: margin, align: "left" })), line(),
    group({ "data-part": "diagram", transform: `translate(${xy(dx, dy)})` }, ...drawScene(graph, scene)), line(),
    ...drawBlock(numbered, { x: margin, y: below, align: "left" }),
    tag("path", { d: `M${xy(margin, legendTop - 6)}H${number(width - margin)}`, stroke: quietLine, "stroke-width": 0.6 }), line(),
    legend.draw(margin, legendTop), line(),
  ).markup}\n`;
}

function line(): Svg {
  return { markup: "\n" };
}

function drawScene(graph: DiagramGraph, scene: Scene): Svg[] {
  const titles = new Map(graph.elements.map((element) => [element.id, element.title]));
  const title = (id: string): string => titles.get(id) ?? id;
  const outerFirst = scene.boundaries.toSorted((a, b) => a.depth - b.depth || (a.boundary.id < b.boundary.id ? -1 : 1));
  // What changed is drawn over what did not.
  const flows = scene.flows.toSorted((a, b) => Number(isFaded(b.flow.change)) - Number(isFaded(a.flow.change)));
  return [
    ...outerFirst.map(drawBoundary), ...scene.elements.flatMap(drawElementBand),
    // Flows first: one that passes through an element goes on behind its shape.
    ...flows.map((placed) => drawFlow(placed, { from: title(placed.flow.from), to: title(placed.flow.to) })),
    ...scene.elements.map(drawElement),
    ...outerFirst.map(drawBoundaryTitle),
    ...flows.map(drawFlowLabel),
  ];
}

function headBlock(graph: DiagramGraph, width: number): Block {
  const title: Piece[] = [{ kind: "text", text: graph.model.title, style: "heading", ink: "strong" }, ...threatPieces(graph)];
  const lines = [`${graph.heading} · ${graph.model.id} · ${sentenceOf(graph)}`, ...graph.notes];
  return blockOf([title, ...lines.map((text): Piece[] => [{ kind: "text", text, style: "subheading", ink: "quiet" }])], width);
}

function sentenceOf(graph: DiagramGraph): string {
  const crossing = graph.flows.filter((flow) => flow.crosses.length > 0).length;
  const about = graph.threats === undefined ? "" : ` About the whole: ${threatSentence(graph.threats)}`;
  if (graph.summary !== undefined) return graph.summary + about;
  const parts = [
    counted(graph.elements.length, "element"), counted(graph.boundaries.length, "boundary"), counted(graph.flows.length, "flow"),
    ...(crossing === 0 ? [] : [`${crossing} of them crossing a boundary`]),
  ];
  return `${parts.join(", ")}.${about}`;
}

/** The texts of flows that had room for a number only. */
function numberedBlock(graph: DiagramGraph, scene: Scene, width: number): Block {
  const drawn = new Set([...graph.boundaries, ...graph.elements].map((item) => item.id));
  const titles = new Map(graph.elements.map((element) => [element.id, element.title]));
  const entries = scene.flows.filter((placed) => placed.number !== undefined)
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ flow, number: value }): Piece[] => {
      const ends = `${titles.get(flow.from) ?? flow.from} to ${titles.get(flow.to) ?? flow.to}`;
      const text = `${ends}: ${flowLines(flow, drawn).map((line) => line.text).join(" · ")}`;
      return [{ kind: "pill", text: `${value}`, look: "number" }, ...signPieces(flow.change), { kind: "text", text, style: "legend", ink: "normal" }, ...personalPieces(flow), ...threatPieces(flow)];
    });
  return blockOf(entries, width);
}
