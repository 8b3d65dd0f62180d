// The STRIDE table of a trust boundary (DESIGN, section 5). A cell is assessed once and shown in every table it belongs to.
import type { StrideLetter } from "../common/stride.ts";
import type { DecisionStatus, Target } from "./threat.ts";
import type { ModelView } from "./model-view.ts";

/** In this order: the first that holds is the cell's state. */
export type CellState =
  | "threat" | "unknown" | "planned" | "accepted" | "mitigated" | "not-applicable" | "checked" | "not-examined";

export interface CellEntry {
  /** Threat id, question id or rule id. */
  readonly id: string;
  readonly kind: "threat" | "question" | "mitigated" | "checked";
  readonly title: string;
  readonly state: CellState;
  /** For checked and mitigated: the deciding facts in words. */
  readonly because: readonly string[];
  readonly attack: readonly string[];
  /** A question deeper than this model wants: it leaves the cell unknown, and does not call for attention. */
  readonly deeper?: boolean;
}

export interface StrideCell {
  /** `S@checkout`, `I@checkout+response`. */
  readonly id: string;
  readonly letter: StrideLetter;
  readonly state: CellState;
  readonly entries: readonly CellEntry[];
  /** Number of rules that looked and found nothing. */
  readonly checkedBy: number;
  readonly decision?: DecisionStatus;
}

export interface StrideRow {
  /** `boundary`, a crossing's leg, or a member that is an end of a crossing. */
  readonly kind: "boundary" | "request" | "response" | "member";
  readonly target: Target;
  /** `→`, `←` or empty. */
  readonly arrow: string;
  /** Cell ids in the order S T R I D E. */
  readonly cells: readonly string[];
  /** True when it has neither threat nor question at the model's depth (folded by default). */
  readonly quiet: boolean;
}

export interface StrideTable {
  readonly boundary: string;
  readonly title: string;
  readonly type: string;
  readonly trust: string;
  readonly rows: readonly StrideRow[];
}

export interface StrideTables {
  readonly schema: "merlon/stride/1";
  readonly model: { readonly id: string; readonly title: string };
  readonly view?: ModelView;
  readonly tables: readonly StrideTable[];
  readonly cells: Readonly<Record<string, StrideCell>>;
  /** Each cell counted once. */
  readonly counts: Readonly<Record<CellState, number>>;
}
