// What stands inside an element's shape, and how large the shape must be so that nothing is cut.
import type { DiagramElement, PersonalMark, ThreatMark } from "../graph/diagram-graph.ts";
import { balancedBlock, blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { Piece, PillLook } from "../text/piece.ts";

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
  const title: Piece[] = [{ kind: "text", text: element.title, style: "element", ink: element.outOfScope ? "quiet" : "strong" }];
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
  const badges: Piece[] = [...classPill(element), ...personalPill(element.personal), ...threatPill(element.threats)];
  return badges.length === 0 ? lines : [...lines, badges];
}

function classPill(element: DiagramElement): Piece[] {
  const { sensitivity } = element;
  return sensitivity === "unknown" || sensitivity === "none" ? [] : [{ kind: "pill", text: sensitivity, look: `class-${sensitivity}` }];
}

export function personalPill(mark: PersonalMark): Piece[] {
  if (mark === "none") return [];
  return [mark === "special" ? { kind: "pill", text: "P+", look: "special" } : { kind: "pill", text: "P", look: "personal" }];
}

const severityLooks: Readonly<Record<ThreatMark["worst"], PillLook>> = {
  critical: "critical", high: "severe", medium: "medium", low: "minor", info: "info",
};

/** The worst severity's letter and the number of open threats: `H 3`. */
export function threatPill(mark: ThreatMark | undefined): Piece[] {
  if (mark === undefined) return [];
  return [{ kind: "pill", text: `${mark.worst.slice(0, 1).toUpperCase()} ${mark.count}`, look: severityLooks[mark.worst] }];
}
