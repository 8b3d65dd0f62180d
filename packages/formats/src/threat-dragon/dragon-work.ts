// What the steps of one Threat Dragon import share: the intake, the cells, the ids they get, and the document so far.
import type { Draft, DraftObject } from "../document-draft.ts";
import { lose, loseEach, settleAs } from "../foreign/account.ts";
import { takeFlag, takeText } from "../foreign/intake.ts";
import type { Intake } from "../foreign/intake.ts";
import { under } from "../foreign/place.ts";
import type { Place } from "../foreign/place.ts";
import type { IdBook } from "../ids/assign-ids.ts";
import { extension, keep } from "../keep.ts";
import type { Cell } from "./cells.ts";
import type { Containment } from "./containment.ts";

export const system = "threat-dragon";

export interface DragonWork {
  readonly intake: Intake;
  readonly draft: Draft;
  readonly book: IdBook;
  readonly cells: readonly Cell[];
  readonly containment: Containment;
}

export function idOf(work: DragonWork, key: string): string {
  const id = work.book.ids.get(key);
  if (id === undefined) throw new Error(`No id was assigned to ${key}.`);
  return id;
}

export function sourcesOf(cell: { readonly sources: readonly string[] }): readonly { readonly system: string; readonly id: string }[] {
  return [{ system, id: cell.sources[0] ?? "" }];
}

/** `x-threat-dragon` with what has no place of its own, under Threat Dragon's own names. */
export function extended(kept: DraftObject): DraftObject {
  return extension(system, kept);
}

/** Keeps a value as it is, listed as kept; without an object of its own, together with the same field of others. */
export function keepIt(work: DragonWork, place: Place, key: string, object?: string): unknown {
  return keep(work.intake, place, key, { system, object });
}

/** A box that somebody ticked. Unticked says nothing: Threat Dragon writes false for every box until it is ticked. */
export function ticked(work: DragonWork, data: Place, key: string): boolean {
  const flag = takeFlag(work.intake, data, key);
  if (flag === false) {
    loseEach(work.intake.account, { kind: "dropped", at: under(data, key).at, what: `\`${key}: false\``, why: "Threat Dragon writes false until somebody ticks the box, so it may mean no or never asked; it stays unknown." });
  }
  return flag === true;
}

/** The reason, when the cell is out of scope. */
export function outOfScope(work: DragonWork, cell: Cell): { readonly reason?: string; readonly kept?: unknown } {
  const { intake } = work;
  const out = takeFlag(intake, cell.data, "outOfScope") === true;
  if (!out) return { kept: keepIt(work, cell.data, "reasonOutOfScope", work.book.ids.get(cell.key)) };
  const reason = takeText(intake, cell.data, "reasonOutOfScope");
  if (reason !== undefined) return { reason };
  lose(intake.account, {
    kind: "defaulted", at: under(cell.data, "outOfScope").at, what: "out of scope without a reason",
    why: "A reason is asked for; it says that Threat Dragon gave none.", object: work.book.ids.get(cell.key),
  });
  return { reason: "Out of scope in Threat Dragon, which gave no reason." };
}

const layoutOfCell = ["attrs", "size", "position", "zIndex", "visible", "ports", "tools", "connector", "width", "height", "vertices", "labels", "markup", "angle"];

/** Everything about the drawing that has no fate of its own yet. */
export function settleLayout(work: DragonWork, cell: Cell): void {
  const { account } = work.intake;
  const drawn = [...layoutOfCell.map((key) => under(cell.place, key)), under(cell.data, "isTrustBoundary"), under(cell.place, "source", "port"), under(cell.place, "target", "port")];
  for (const { at, value } of drawn) if (value !== undefined && !account.fates.has(at)) settleAs(account, "layout", at);
  const computed = ["hasOpenThreats", "threatFrequency", "trustBoundaryIds", "crossingFlows"].map((key) => under(cell.data, key));
  for (const { at, value } of computed) if (value !== undefined) settleAs(account, "computed", at);
}
