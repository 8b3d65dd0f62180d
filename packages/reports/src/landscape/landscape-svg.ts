// A landscape as SVG: from what it is of on the left to the business and its people on the right.
import type { Landscape } from "@merlon/schema";
import { severityPill, signPieces } from "../diagram/labels/change-pieces.ts";
import type { LayoutEngine } from "../diagram/layout/draft-layout.ts";
import { boxesSvg, small, type BoxLook } from "../diagram/svg/boxes-svg.ts";
import type { Piece } from "../diagram/text/piece.ts";
import { safeUrl } from "../escape/safe-url.ts";
import { landscapeBoxes, type LandscapeBox, type LandscapeGraphOptions } from "./landscape-graph.ts";
import { tintOf } from "./landscape-looks.ts";

const LEGEND = "Arrows lead away from what the landscape is of (thick frame). Things that hang on the same others are one box. A mark is the worst severity in a box.";

export function landscapeSvg(landscape: Landscape, engine: LayoutEngine, options: LandscapeGraphOptions = {}): string {
  return boxesSvg({ graph: landscapeBoxes(landscape, options), piecesOf, lookOf, mark: ({ type }) => ({ "data-type": type }), legend: LEGEND, direction: "right" }, engine);
}

export function piecesOf({ title, lines, severity, change }: LandscapeBox): readonly (readonly Piece[])[] {
  return [[...signPieces(change && { kind: change, words: [], newThreats: 0 }), { kind: "text", text: title, style: "flow", ink: "strong" }, ...(severity ? [severityPill(severity)] : [])], ...lines.map((line) => [small(line)])];
}

export function lookOf(box: LandscapeBox): BoxLook {
  const href = box.url === undefined ? undefined : safeUrl(box.url);
  return { ...tintOf(box), isRound: true, isDashed: false, isStrong: box.isStart, ...(href === undefined ? {} : { href }), ...(box.change ? { change: box.change } : {}) };
}
