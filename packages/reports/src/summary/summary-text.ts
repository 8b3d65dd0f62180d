// What `merlon analyze` prints: on two screens what was found, why it counts, what is not known yet and what to do next.
import type { Analysis } from "@merlon/schema";
import { blank, renderLines, type Line } from "../terminal/lines.ts";
import { crossedBoundaries, crossingTable } from "./crossing-lines.ts";
import { decisionLines, dismissalLines, nextLines } from "./decision-lines.ts";
import { headerLines } from "./header-lines.ts";
import { personalLines } from "./personal-lines.ts";
import { questionLines } from "./question-lines.ts";
import { commandOf, firstOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";
import { threatLines } from "./threat-lines.ts";

const BOUNDARIES = 6;

export function summaryText(analysis: Analysis, options: SummaryOptions): string {
  const text = (lines: readonly Line[]): string => (lines.length === 0 ? "" : renderLines([...lines, blank], options));
  return [
    text(headerLines(analysis)), text(threatLines(analysis, options)), text(questionLines(analysis, options)), crossings(analysis, options),
    text(personalLines(analysis, options)), text(decisionLines(analysis, options)), text(dismissalLines(analysis, options)), renderLines(nextLines(analysis), options),
  ].join("");
}

function crossings(analysis: Analysis, options: SummaryOptions): string {
  const crossed = crossedBoundaries(analysis);
  if (crossed.length === 0) return "";
  const shown = firstOf(BOUNDARIES, crossed, options);
  const title = heading("What crosses the boundaries", `cell by cell: ${commandOf(options, "stride")}`);
  return renderLines([title], options) + crossingTable(analysis, shown, options) + renderLines([...restOf(shown, crossed, options), blank], options);
}
