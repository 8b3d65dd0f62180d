// How the states of a STRIDE cell are named, marked and explained, in the order in which they are decided.
import type { CellState } from "@merlon/schema";
import type { Ink } from "../terminal/style.ts";

export interface CellLook {
  readonly mark: string;
  readonly word: string;
  readonly meaning: string;
  readonly inks: readonly Ink[];
}

export const CELL_STATES: readonly CellState[] = [
  "threat", "unknown", "planned", "accepted", "mitigated", "not-applicable", "checked", "not-examined",
];

export const cellLooks: Readonly<Record<CellState, CellLook>> = {
  "threat": { mark: "▲", word: "threat", meaning: "at least one open threat", inks: ["bold", "red"] },
  "unknown": { mark: "?", word: "unknown", meaning: "a question is open: the model does not say", inks: ["yellow"] },
  "planned": { mark: "◔", word: "planned", meaning: "something will be done", inks: ["cyan"] },
  "accepted": { mark: "◇", word: "accepted", meaning: "borne, transferred or avoided by decision", inks: ["magenta"] },
  "mitigated": { mark: "▣", word: "mitigated", meaning: "something stops it today", inks: ["green"] },
  "not-applicable": { mark: "–", word: "n/a", meaning: "not applicable: nothing passes, out of scope, or by decision", inks: ["dim"] },
  "checked": { mark: "✓", word: "checked", meaning: "rules looked and found nothing", inks: ["green"] },
  "not-examined": { mark: "·", word: "no rule", meaning: "not examined: no rule is about it", inks: ["dim"] },
};

/** These want a reader's eye; the others fold. */
export function isLoud(state: CellState): boolean {
  return state === "threat" || state === "unknown" || state === "planned" || state === "accepted";
}
