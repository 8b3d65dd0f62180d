// What was read joins the mirror beside a model, however it was read, so that what may not stay goes in every case.
import { join } from "node:path";
import { mergeTickets, printTickets, type SkipReason, type TicketMerge } from "@merlon/formats";
import type { Ticket } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { writeAtomic } from "../files/write-files.ts";
import { findModel, type ModelPlace } from "../model/find-models.ts";
import { mirrorFile, type Mirror } from "./tickets-beside.ts";

export interface SkippedTicket {
  readonly key: string;
  readonly why: SkipReason;
}

/** A4015 where the model is one file, which has no place beside it. */
export async function placeOfTickets(model: string | undefined, cwd: string): Promise<ModelPlace> {
  const place = await findModel(model, cwd);
  if (place.kind === "file") throw new AppError("A4015", `${place.shown} is a model in one file, which has no place for tickets.`, { hint: "Move it to model.yaml in a folder of its own." });
  return place;
}

/** Writes nothing where nothing changed. `moved`: keys that tickets no longer have. */
export async function joinMirror(place: ModelPlace, mirror: Mirror, read: { readonly tickets: readonly Ticket[]; readonly skipped: readonly SkippedTicket[]; readonly moved?: readonly string[] }): Promise<Omit<TicketMerge, "tickets"> & { readonly count: number }> {
  const keysOf = (...reasons: readonly SkipReason[]) => read.skipped.filter(({ why }) => reasons.includes(why)).map(({ key }) => key);
  const { tickets, ...merged } = mergeTickets(mirror.tickets, read.tickets, [...keysOf("restricted", "left-out"), ...read.moved ?? []], keysOf("restricted"));
  if (merged.added.length + merged.changed.length + merged.removed.length > 0) await writeAtomic(join(place.path, mirrorFile), printTickets(tickets));
  return { count: tickets.length, ...merged };
}
