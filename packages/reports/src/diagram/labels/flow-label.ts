// The label of a flow in the picture: its lines with the marks. Offered in several widths, because a wide label suits a level
// line and a narrow one a line that runs downwards.
import type { DiagramFlow } from "../graph/diagram-graph.ts";
import { balancedBlock } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { Ink, Piece, Sign, TextStyle } from "../text/piece.ts";
import { isGone, personalPieces, signPieces, threatPieces } from "./change-pieces.ts";
import { flowLines } from "./flow-lines.ts";
import type { FlowLine } from "./flow-lines.ts";

/** The preferred one first; a narrow one only while the label stays low. */
const widths = [{ width: 150, lines: 99 }, { width: 108, lines: 6 }, { width: 230, lines: 99 }, { width: 82, lines: 4 }];
const locks: Readonly<Record<DiagramFlow["encrypted"], Sign>> = { yes: "locked", no: "unlocked", unknown: "lock-unknown" };
const looks: Readonly<Record<FlowLine["kind"], { readonly style: TextStyle; readonly ink: Ink }>> = {
  title: { style: "flow", ink: "strong" },
  detail: { style: "detail", ink: "normal" },
  response: { style: "detail", ink: "normal" },
  crosses: { style: "small", ink: "boundary" },
  forbidden: { style: "small", ink: "high" },
  scope: { style: "small", ink: "quiet" },
  change: { style: "small", ink: "strong" },
};

/** The preferred one first. */
export function flowLabels(flow: DiagramFlow, drawn: ReadonlySet<string>): readonly Block[] {
  const paragraphs = flowLines(flow, drawn).map((line, i) => paragraphOf(line, i === 0, flow));
  const blocks: Block[] = [];
  for (const { width, lines } of widths) {
    const block = balancedBlock(paragraphs, width);
    if (block.lines.length <= lines && !blocks.some((other) => other.width === block.width && other.height === block.height)) blocks.push(block);
  }
  return blocks;
}

function paragraphOf(line: FlowLine, first: boolean, flow: DiagramFlow): Piece[] {
  const { style, ink } = looks[line.kind];
  const gone = isGone(flow.change) && line.kind !== "change";
  const text: Piece = { kind: "text", text: line.text, style, ink: flow.dimmed || flow.outOfScope || gone ? "quiet" : ink, ...(gone ? { struck: true } : {}) };
  return first ? [...signPieces(flow.change), ...lockOf(flow), text, ...personalPieces(flow), ...threatPieces(flow)] : [text];
}

function lockOf(flow: DiagramFlow): Piece[] {
  return flow.crosses.length === 0 || flow.dimmed || isGone(flow.change) ? [] : [{ kind: "sign", sign: locks[flow.encrypted], ink: flow.sensitivity }];
}
