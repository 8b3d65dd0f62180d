// The landscape of two versions as text that other tools draw.
import type { LandscapeDiff } from "@merlon/schema";
import { landscapeDiffBoxes } from "./landscape-diff-graph.ts";
import type { LandscapeGraphOptions } from "./landscape-graph.ts";
import { boxesDot, boxesMermaid } from "./landscape-texts.ts";

export function landscapeDiffDot(diff: LandscapeDiff, options: LandscapeGraphOptions = {}): string {
  return boxesDot(landscapeDiffBoxes(diff, options));
}

export function landscapeDiffMermaid(diff: LandscapeDiff, options: LandscapeGraphOptions = {}): string {
  return boxesMermaid(landscapeDiffBoxes(diff, options));
}
