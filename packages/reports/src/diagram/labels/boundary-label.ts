// The title of a boundary with its type, trust level and open threats.
import type { DiagramBoundary } from "../graph/diagram-graph.ts";
import { balancedBlock, blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { Piece } from "../text/piece.ts";
import { changeLines, isGone, signPieces, threatPieces } from "./change-pieces.ts";

export function boundaryLabel(boundary: DiagramBoundary): Block {
  const struck = isGone(boundary.change) ? { struck: true as const } : {};
  const title: Piece[] = [...signPieces(boundary.change), { kind: "text", text: boundary.title, style: "boundary", ink: "boundary", ...struck }, ...threatPieces(boundary)];
  const detail: Piece[] = [{ kind: "text", text: `${boundary.type} · trust: ${boundary.trust ?? "not stated"}`, style: "small", ink: "boundary" }];
  const tags = boundary.tags.map((tag): Piece[] => [{ kind: "text", text: `all in ${tag.title} (${tag.type})`, style: "small", ink: "boundary" }]);
  const changes = changeLines(boundary.change).map((text): Piece[] => [{ kind: "text", text, style: "small", ink: "strong" }]);
  let width = 150;
  while (blockOf([title], width).lines.length > 2) width += 30;
  return balancedBlock([title, detail, ...tags, ...changes], width);
}
