// The state of a cell: the first that holds of a fixed order (DESIGN, section 5), with a person's verdict laid over what nobody decided.
import type { CellEntry, CellState, DecisionState, DecisionStatus } from "@merlon/schema";

export const CELL_ORDER: readonly CellState[] = [
  "threat", "unknown", "planned", "accepted", "mitigated", "not-applicable", "checked", "not-examined",
];

export function sortEntries(entries: readonly CellEntry[]): readonly CellEntry[] {
  return [...entries].sort((a, b) => rank(a.state) - rank(b.state) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Of sorted entries. */
export function firstState(entries: readonly CellEntry[]): CellState {
  return entries[0]?.state ?? "not-examined";
}

/** `open` says that people looked and did not decide, which settles nothing. */
const SAYS: Readonly<Record<DecisionState, CellState | undefined>> = {
  "open": undefined, "mitigate": "planned", "accept": "accepted", "transfer": "accepted", "avoid": "accepted", "not-applicable": "not-applicable", "false-positive": "not-applicable",
};

/** A valid verdict takes the place of what is unknown or calmer than it; a threat, or one that is planned or accepted, stays until it is itself decided. */
export function withVerdict(found: CellState, verdict: DecisionStatus | undefined): CellState {
  const said = verdict?.state === "valid" ? SAYS[verdict.decision.state] : undefined;
  if (said === undefined || found === "threat") return found;
  return found === "unknown" || rank(said) < rank(found) ? said : found;
}

function rank(state: CellState): number {
  return CELL_ORDER.indexOf(state);
}
