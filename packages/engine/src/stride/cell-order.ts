// The order in which the state of a cell is decided: the first that holds (DESIGN, section 5).
import type { CellState } from "@merlon/schema";

export const CELL_ORDER: readonly CellState[] = [
  "threat", "unknown", "planned", "accepted", "mitigated", "not-applicable", "checked", "not-examined",
];
