// The title of a boundary with its type, trust level and open threats.
import type { DiagramBoundary } from "../graph/diagram-graph.ts";
import { balancedBlock, blockOf } from "../text/block.ts";
import type { Block } from "../text/block.ts";
import type { Piece } from "../text/piece.ts";
import { threatPill } from "./element-label.ts";

export function boundaryLabel(boundary: DiagramBoundary): Block {
  const title: Piece[] = [{ kind: "text", text: boundary.title, style: "boundary", ink: "boundary" }, ...threatPill(boundary.threats)];
  const detail: Piece[] = [{ kind: "text", text: `${boundary.type} · trust: ${boundary.trust ?? "not stated"}`, style: "small", ink: "boundary" }];
  const tags = boundary.tags.map((tag): Piece[] => [{ kind: "text", text: `all in ${tag.title} (${tag.type})`, style: "small", ink: "boundary" }]);
  let width = 150;
  while (blockOf([title], width).lines.length > 2) width += 30;
  return balancedBlock([title, detail, ...tags], width);
}
