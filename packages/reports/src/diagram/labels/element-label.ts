// What stands inside an element's shape, and how large the shape must be so that nothing is cut.
import type { DiagramElement } from "../graph/diagram-graph.ts";
import { balancedBlock, blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { Piece } from "../text/piece.ts";
import { changeLines, isGone, markPieces } from "./change-pieces.ts";

export interface Shape {
  readonly label: Block;
  readonly width: number;
  readonly height: number;
}

const mostTitleLines = 3;
const narrowest = 126;
const widestForWords = 240;
const padding = { process: { x: 16, y: 10 }, store: { x: 12, y: 9 }, external: { x: 12, y: 9 }, collapsed: { x: 18, y: 14 } } as const;

/** Room that one flow takes at the side of a shape. */
const flowRoom = 12;

/** `flows` is how many end here: each needs a place at a side. */
export function elementShape(element: DiagramElement, flows: number): Shape {
  const title: Piece[] = [{ kind: "text", text: element.title, style: "element", ink: element.outOfScope || isGone(element.change) ? "quiet" : "strong", ...(isGone(element.change) ? { struck: true } : {}) }];
  let width = narrowest;
  while (isCrowded(blockOf([title], width), width)) width += 24;
  const label = balancedBlock([title, ...detailsOf(element)], width);
  const pad = padding[element.shape];
  return {
    label,
    width: Math.ceil(Math.max(92, label.width + 2 * pad.x, flowRoom * (flows / 2 + 3)) / 2) * 2,
    height: Math.ceil(Math.max(44, label.height + 2 * pad.y, flowRoom * (flows / 4 + 2)) / 2) * 2,
  };
}

/** Too many lines, or a word broken that a wider shape could hold. */
function isCrowded(title: Block, width: number): boolean {
  return title.lines.length > mostTitleLines || (title.broken > 0 && width < widestForWords);
}

function detailsOf(element: DiagramElement): Piece[][] {
  const lines: Piece[][] = [];
  if (element.note !== undefined) lines.push([{ kind: "text", text: element.note, style: "detail", ink: "quiet" }]);
  for (const tag of element.tags) {
    lines.push([{ kind: "text", text: `also in ${tag.title}`, style: "small", ink: "boundary" }]);
  }
  if (element.outOfScope) lines.push([{ kind: "text", text: "out of scope", style: "small", ink: "quiet" }]);
  lines.push(...changeLines(element.change).map((text): Piece[] => [{ kind: "text", text, style: "small", ink: "strong" }]));
  const badges = markPieces(element);
  return badges.length === 0 ? lines : [...lines, badges];
}
