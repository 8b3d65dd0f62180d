// One step from a schema version to the next. A released step never changes.
import type { Plain } from "./plain.ts";

export interface Migration {
  readonly from: number;
  readonly name: string;
  /** Gives everything but the version. Never fails: what it does not understand it keeps, for the checks that follow. */
  up(document: Plain): Plain;
}
