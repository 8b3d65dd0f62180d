// Attack paths as SVG: boxes of steps from the attackers above to the goals below.
import type { AttackPaths } from "@merlon/schema";
import type { LayoutEngine } from "../diagram/layout/draft-layout.ts";
import { boxesSvg, small, type BoxLook } from "../diagram/svg/boxes-svg.ts";
import { elementColours, type Tint } from "../diagram/svg/palette.ts";
import type { Piece } from "../diagram/text/piece.ts";
import { pathGraph, type PathBox } from "./path-graph.ts";

const GOAL: Tint = { fill: "#fde8e6", line: "#b42318" };
const LEGEND = "A number is the effort of a step. A dashed frame: it rests on something that nobody stated. A red mark: an open threat makes it easier. Where several arrows enter a step marked “all of”, all are needed; a goal needs one.";

export function pathsSvg(paths: AttackPaths, engine: LayoutEngine): string {
  return boxesSvg({ graph: pathGraph(paths), piecesOf, lookOf, mark: ({ kind }) => ({ "data-step": kind }), legend: LEGEND, direction: "down" }, engine);
}

function piecesOf({ title, lines, cost, openings, needsAll }: PathBox): readonly (readonly Piece[])[] {
  const pills: Piece[] = [
    ...(cost ? [{ kind: "pill", text: `${cost}`, look: "number" } as const] : []), ...(openings > 0 ? [{ kind: "pill", text: "!", look: "severe" } as const] : []),
    ...(needsAll ? [{ kind: "pill", text: "all of", look: "tag" } as const] : []),
  ];
  return [[{ kind: "text", text: title, style: "flow", ink: "strong" }, ...pills], ...lines.map((line) => [small(line)])];
}

function lookOf({ kind, assumed }: PathBox): BoxLook {
  const tint: Tint = kind === "goal" ? GOAL : kind === "attacker" ? elementColours.external : elementColours.process;
  return { ...tint, isRound: kind === "step", isDashed: assumed, isStrong: kind === "goal" };
}
