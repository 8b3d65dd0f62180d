// How a ticket stands at a day: an acceptance whose day has passed is over, also where its status still says that it holds.
import type { LandscapeTicket } from "@merlon/schema";

export function isAcceptanceOver({ state, day }: LandscapeTicket, at: string): boolean {
  return state === "accepted" && day !== undefined && day < at;
}

export function ticketAt(ticket: LandscapeTicket, at: string): LandscapeTicket {
  return isAcceptanceOver(ticket, at) ? { ...ticket, state: "acceptance-expired" } : ticket;
}
