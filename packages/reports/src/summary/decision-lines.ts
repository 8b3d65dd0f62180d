// Decisions that no longer stand as they were made, and what to do next.
import type { Analysis } from "@merlon/schema";
import { ink, labelled, type Line } from "../terminal/lines.ts";
import { staleWords, standingWords, wantsALook } from "../wording/decision.ts";
import { counted } from "../wording/counted.ts";
import { commandOf, firstOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";

const SHOWN = 3;

export function decisionLines({ decisions }: Analysis, options: SummaryOptions): readonly Line[] {
  const again = decisions.filter(wantsALook);
  if (again.length === 0) return [];
  const shown = firstOf(SHOWN, again, options);
  return [
    heading("Decisions to look at again"),
    ...shown.map((status) => labelled(ink("cyan", `${status.key}  `), [ink("yellow", standingWords(status)), status.stale.length > 0 ? `: ${status.stale.map(staleWords).join("; ")}` : undefined], 2)),
    ...restOf(shown, again, options),
  ];
}

/** A rule that people keep setting aside is wrong, or the model does not say what stops it. */
export function dismissalLines({ oftenDismissed = [] }: Analysis, options: SummaryOptions): readonly Line[] {
  if (oftenDismissed.length === 0) return [];
  const shown = firstOf(SHOWN, oftenDismissed, options);
  return [
    heading("Rules that are often dismissed", `why: ${commandOf(options, "rules dismissed")}`),
    ...shown.map(({ rule, dismissed, threats }) => labelled(ink("cyan", `${rule}  `), `${dismissed} of ${counted(threats, "threat")} set aside`, 2)), ...restOf(shown, oftenDismissed, options),
  ];
}

export function nextLines({ next }: Analysis): readonly Line[] {
  return [
    heading(next.enough ? "Enough for now" : "What to do next"),
    ...next.sentences.map((text, index) => labelled(next.enough ? ink("green", "✓ ") : `${index + 1}. `, text, 2)),
  ];
}
