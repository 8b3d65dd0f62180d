// Attack paths as SVG: boxes of steps from the attackers above to the goals below, laid out by Graphviz, drawn here.
import type { AttackPaths } from "@merlon/schema";
import type { LayoutEngine } from "../diagram/layout/draft-layout.ts";
import { drawBlock } from "../diagram/svg/draw-block.ts";
import { background, elementColours, fontFamily, type Tint } from "../diagram/svg/palette.ts";
import { group, tag, textTag, type Svg } from "../diagram/svg/xml.ts";
import { balancedBlock, blockOf, type Block } from "../diagram/text/block.ts";
import type { Piece } from "../diagram/text/piece.ts";
import { layPaths, type PathLayout, type PlacedBox } from "./lay-paths.ts";
import { pathGraph, type PathBox } from "./path-graph.ts";

const margin = 24;
const boxWidth = 190;
const narrowest = 520;

const GOAL: Tint = { fill: "#fde8e6", line: "#b42318" };
const LEGEND = "A number is the effort of a step. A dashed frame: it rests on something that nobody stated. A red mark: an open threat makes it easier. Where several arrows enter a step marked “all of”, all are needed; a goal needs one.";

export function pathsSvg(paths: AttackPaths, engine: LayoutEngine): string {
  const graph = pathGraph(paths);
  const blocks = new Map(graph.boxes.map((box) => [box.id, balancedBlock(piecesOf(box), boxWidth)]));
  const labels = new Map(graph.arrows.filter(({ label }) => label).map(({ label }) => [label!, blockOf([[small(label!)]], boxWidth)]));
  const layout = layPaths(graph, blocks, labels, engine);
  const width = Math.max(narrowest, layout.width);
  const head = blockOf([[{ kind: "text", text: graph.title, style: "heading", ink: "strong" }], [{ kind: "text", text: graph.heading, style: "subheading", ink: "quiet" }]], width);
  const legend = blockOf([[{ kind: "text", text: LEGEND, style: "legend", ink: "quiet" }]], width);
  const top = margin + head.height + 14;
  const [fullWidth, height] = [Math.ceil(width + 2 * margin), Math.ceil(top + layout.height + 14 + legend.height + margin)];
  return `${tag("svg", { xmlns: "http://www.w3.org/2000/svg", width: fullWidth, height, viewBox: `0 0 ${fullWidth} ${height}`, "font-family": fontFamily, role: "graphics-document" },
    textTag("title", {}, `${graph.title}: ${graph.heading}`),
    tag("rect", { width: fullWidth, height, fill: background }),
    ...drawBlock(head, { x: margin, y: margin, align: "left" }),
    group({ transform: `translate(${margin + (width - layout.width) / 2} ${top})` }, ...drawArrows(layout), ...layout.boxes.map((box) => drawBox(box, blocks.get(box.box.id)!)), ...drawLabels(layout, labels)),
    ...drawBlock(legend, { x: margin, y: top + layout.height + 14, align: "left" }),
  ).markup}\n`;
}

function piecesOf({ title, lines, cost, openings, needsAll }: PathBox): readonly (readonly Piece[])[] {
  const pills: Piece[] = [
    ...(cost ? [{ kind: "pill", text: `${cost}`, look: "number" } as const] : []), ...(openings > 0 ? [{ kind: "pill", text: "!", look: "severe" } as const] : []),
    ...(needsAll ? [{ kind: "pill", text: "all of", look: "tag" } as const] : []),
  ];
  return [[{ kind: "text", text: title, style: "flow", ink: "strong" }, ...pills], ...lines.map((line) => [small(line)])];
}

function small(text: string): Piece {
  return { kind: "text", text, style: "small", ink: "quiet" };
}

function drawBox({ box, x, y, width, height }: PlacedBox, block: Block): Svg {
  const tint: Tint = box.kind === "goal" ? GOAL : box.kind === "attacker" ? elementColours.external : elementColours.process;
  return tag("g", { "data-step": box.kind },
    tag("rect", { x, y, width, height, rx: box.kind === "step" ? 8 : 0, fill: tint.fill, stroke: tint.line, "stroke-width": box.kind === "goal" ? 2 : 1.1, "stroke-dasharray": box.assumed ? "5 3" : undefined }),
    ...drawBlock(block, { x: x + (width - block.width) / 2, y: y + (height - block.height) / 2, align: "centre" }));
}

const arrowColour = "#475467";

function drawArrows({ arrows }: PathLayout): readonly Svg[] {
  return arrows.map(({ path, tip }) => tag("g", {}, tag("path", { d: path, fill: "none", stroke: arrowColour, "stroke-width": 1.2 }), tag("path", { d: tip, fill: arrowColour })));
}

function drawLabels({ arrows }: PathLayout, labels: ReadonlyMap<string, Block>): readonly Svg[] {
  return arrows.flatMap(({ label }) => {
    const block = label && labels.get(label.text);
    if (!block) return [];
    const [x, y] = [label.x - block.width / 2, label.y - block.height / 2];
    return [tag("rect", { x: x - 2, y, width: block.width + 4, height: block.height, fill: background, "fill-opacity": 0.85 }), ...drawBlock(block, { x, y, align: "left" })];
  });
}
