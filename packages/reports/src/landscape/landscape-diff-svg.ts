// The landscape of two versions as one SVG: what came, went and changed is marked by sign and colour, what did not is faint.
import type { LandscapeDiff } from "@merlon/schema";
import type { LayoutEngine } from "../diagram/layout/draft-layout.ts";
import { boxesSvg } from "../diagram/svg/boxes-svg.ts";
import type { ChangeSign, Piece } from "../diagram/text/piece.ts";
import { landscapeDiffBoxes } from "./landscape-diff-graph.ts";
import type { LandscapeGraphOptions } from "./landscape-graph.ts";
import { lookOf, piecesOf } from "./landscape-svg.ts";

const LEGEND = "What is faint did not change, and is there so that one sees how it hangs together. Arrows lead away from what the landscape is of (thick frame). Things that hang on the same others and changed alike are one box. A mark is the worst severity in a box.";
const words: readonly (readonly [ChangeSign, string])[] = [["added", "new"], ["removed", "gone"], ["changed", "changed"]];

export function landscapeDiffSvg(diff: LandscapeDiff, engine: LayoutEngine, options: LandscapeGraphOptions = {}): string {
  const signs = words.flatMap(([sign, text]): Piece[] => [{ kind: "sign", sign, ink: "strong" }, { kind: "text", text: `${text}   `, style: "legend", ink: "strong" }]);
  return boxesSvg({ graph: landscapeDiffBoxes(diff, options), piecesOf, lookOf, mark: ({ type, change }) => ({ "data-type": type, "data-change": change ?? "same" }), legend: LEGEND, signs, direction: "right" }, engine);
}
