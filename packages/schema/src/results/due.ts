// What is due in one model or several: what runs out, what should be done by now, and what rests on something that changed.
import type { Where } from "./diagnostic.ts";

/** expired, overdue: its day is past. stale: a fact it relied on has another value. unconfirmed: it would also cover threats that nobody confirmed. orphaned: it is about nothing any more. lock-differs: other rules are in use than were locked. expires, due: its day comes soon. */
export type DueReason = "expired" | "overdue" | "stale" | "unconfirmed" | "orphaned" | "lock-differs" | "expires" | "due";

export interface DueItem {
  /** The model's id. */
  readonly model: string;
  readonly about: "decision" | "assumption" | "lock";
  readonly reason: DueReason;
  /** The key of the decision, the id of the assumption, or the lock's name. */
  readonly key: string;
  /** The threats and cells that a decision speaks of. */
  readonly covers: readonly string[];
  readonly title: string;
  /** Who sees to it; empty when nobody is named. */
  readonly owners: readonly string[];
  /** Its day, YYYY-MM-DD. */
  readonly on?: string;
  /** From the day of the report to its day; negative when that is past. */
  readonly days?: number;
  /** Its day is past: the command fails because of it. */
  readonly late: boolean;
  /** What changed, or why it was decided. */
  readonly says: readonly string[];
  readonly where?: Where;
}

export interface Due {
  readonly schema: "merlon/due/1";
  /** The day of the report, YYYY-MM-DD. */
  readonly at: string;
  /** The last day that counts as soon. */
  readonly until: string;
  /** Ids of the models that were looked at. */
  readonly models: readonly string[];
  /** By owner; in that what is late first, then by day. */
  readonly items: readonly DueItem[];
}
