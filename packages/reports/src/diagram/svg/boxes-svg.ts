// Boxes with words and the arrows between them as SVG: laid out by Graphviz, drawn here, with a heading and a legend.
import { layBoxes, type BoxGraph, type BoxLayout, type Direction, type PlacedArrow, type PlacedBox } from "../layout/lay-boxes.ts";
import type { LayoutEngine } from "../layout/draft-layout.ts";
import { balancedBlock, blockOf, type Block } from "../text/block.ts";
import type { ChangeSign, Piece } from "../text/piece.ts";
import { drawBlock } from "./draw-block.ts";
import { bandAround, dashes, faint } from "./draw-change.ts";
import { background, changeColours, fontFamily, type Tint } from "./palette.ts";
import { group, tag, textTag, type Svg } from "./xml.ts";

const margin = 24;
const boxWidth = 190;
const narrowest = 520;
const arrowColour = "#475467";

export interface BoxLook extends Tint {
  readonly isRound: boolean;
  readonly isDashed: boolean;
  readonly isStrong: boolean;
  readonly href?: string;
  /** What a change did to it; `same` steps back. */
  readonly change?: ChangeSign | "same";
}

export interface BoxesPicture<B extends { readonly id: string }> {
  readonly graph: BoxGraph<B> & { readonly title: string; readonly heading: string };
  readonly piecesOf: (box: B) => readonly (readonly Piece[])[];
  readonly lookOf: (box: B) => BoxLook;
  /** Marks the box in the SVG. */
  readonly mark: (box: B) => Readonly<Record<string, string>>;
  readonly legend: string;
  /** Signs and what they say, in front of the legend. */
  readonly signs?: readonly Piece[];
  readonly direction: Direction;
}

export function boxesSvg<B extends { readonly id: string }>(picture: BoxesPicture<B>, engine: LayoutEngine): string {
  const { graph, legend: legendText } = picture;
  const blocks = new Map(graph.boxes.map((box) => [box.id, balancedBlock(picture.piecesOf(box), boxWidth)]));
  const labels = new Map(graph.arrows.filter(({ label }) => label).map(({ label }) => [label!, blockOf([[small(label!)]], boxWidth)]));
  const layout = layBoxes(graph, blocks, labels, engine, picture.direction);
  const width = Math.max(narrowest, layout.width);
  const head = blockOf([[{ kind: "text", text: graph.title, style: "heading", ink: "strong" }], [{ kind: "text", text: graph.heading, style: "subheading", ink: "quiet" }]], width);
  const legend = blockOf([...(picture.signs ? [picture.signs] : []), [{ kind: "text", text: legendText, style: "legend", ink: "quiet" }]], width);
  const top = margin + head.height + 14;
  const [fullWidth, height] = [Math.ceil(width + 2 * margin), Math.ceil(top + layout.height + 14 + legend.height + margin)];
  return `${tag("svg", { xmlns: "http://www.w3.org/2000/svg", width: fullWidth, height, viewBox: `0 0 ${fullWidth} ${height}`, "font-family": fontFamily, role: "graphics-document" },
    textTag("title", {}, `${graph.title}: ${graph.heading}`),
    tag("rect", { width: fullWidth, height, fill: background }),
    ...drawBlock(head, { x: margin, y: margin, align: "left" }),
    group({ transform: `translate(${margin + (width - layout.width) / 2} ${top})` }, ...layout.boxes.flatMap((placed) => drawBand(placed, picture)), ...drawArrows(layout), ...layout.boxes.map((placed) => drawBox(placed, blocks.get(placed.box.id)!, picture)), ...drawLabels(layout, labels)),
    ...drawBlock(legend, { x: margin, y: top + layout.height + 14, align: "left" }),
  ).markup}\n`;
}

export function small(text: string): Piece {
  return { kind: "text", text, style: "small", ink: "quiet" };
}

function drawBox<B extends { readonly id: string }>({ box, x, y, width, height }: PlacedBox<B>, block: Block, { lookOf, mark }: BoxesPicture<B>): Svg {
  const { fill, line, isRound, isDashed, isStrong, href, change } = lookOf(box);
  const drawn = tag("g", { ...mark(box), opacity: change === "same" ? faint.shape : undefined },
    tag("rect", { x, y, width, height, rx: cornerOf({ isRound }), fill, stroke: line, "stroke-width": isStrong ? 2 : 1.1, "stroke-dasharray": isDashed ? "5 3" : undefined }),
    ...drawBlock(block, { x: x + (width - block.width) / 2, y: y + (height - block.height) / 2, align: "centre" }));
  return href === undefined ? drawn : tag("a", { href }, drawn);
}

/** Under the arrows, so that their tips are seen. */
function drawBand<B extends { readonly id: string }>({ box, x, y, width, height }: PlacedBox<B>, { lookOf }: BoxesPicture<B>): readonly Svg[] {
  const look = lookOf(box);
  return look.change ? bandAround({ x, y, width, height }, cornerOf(look), { kind: look.change, words: [], newThreats: 0 }) : [];
}

function cornerOf({ isRound }: Pick<BoxLook, "isRound">): number {
  return isRound ? 8 : 0;
}

function drawArrows({ arrows }: BoxLayout<unknown>): readonly Svg[] {
  return arrows.map(({ path, tip, change }) => {
    const { colour, ...line } = arrowLook(change);
    return tag("g", { opacity: change === "same" ? faint.line : undefined }, tag("path", { d: path, fill: "none", stroke: colour, ...line }), tag("path", { d: tip, fill: colour }));
  });
}

function arrowLook(change: PlacedArrow["change"]): { readonly colour: string; readonly "stroke-width": number; readonly "stroke-dasharray"?: string } {
  if (change === undefined || change === "same") return { colour: arrowColour, "stroke-width": 1.2 };
  const dash = dashes[change];
  return { colour: changeColours[change].sign, "stroke-width": 2.2, ...(dash === undefined ? {} : { "stroke-dasharray": dash }) };
}

function drawLabels({ arrows }: BoxLayout<unknown>, labels: ReadonlyMap<string, Block>): readonly Svg[] {
  return arrows.flatMap(({ label }) => {
    const block = label && labels.get(label.text);
    if (!block) return [];
    const [x, y] = [label.x - block.width / 2, label.y - block.height / 2];
    return [tag("rect", { x: x - 2, y, width: block.width + 4, height: block.height, fill: background, "fill-opacity": 0.85 }), ...drawBlock(block, { x, y, align: "left" })];
  });
}
