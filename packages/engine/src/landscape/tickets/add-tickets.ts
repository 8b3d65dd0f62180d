// Joins tickets of a tracker to the landscape: what they are at, what they are linked to, who answers for them, and what they show about threats and controls.
import type { LandscapeObject, LandscapeTicket } from "@merlon/schema";
import type { Collector } from "../collector.ts";
import { own, useTechnique, useWeakness, type NameOf } from "../named-things.ts";
import { placeTickets, type PlacedTicket } from "./place-tickets.ts";
import { showWhatTicketsShow } from "./show-tickets.ts";
import { ticketAt } from "./ticket-at.ts";
import type { TicketSource } from "./ticket-source.ts";

export function addTickets(source: TicketSource, collector: Collector): void {
  const placed = placeTickets((source.tickets ?? []).map((ticket) => ticketAt(ticket, source.analysis.at)), source.model);
  // People last: who is only named somewhere is known better by a ticket of their own.
  const isPerson = ({ ticket }: PlacedTicket): boolean => ticket.type === "person";
  const all = [...placed.values()];
  for (const one of [...all.filter((ticket) => !isPerson(ticket)), ...all.filter(isPerson)]) addTicket(one, source.nameOf, collector);
  for (const one of placed.values()) linkTicket(one, placed, collector);
  showWhatTicketsShow(source, placed, collector);
}

function addTicket({ ticket, id, isObject, places }: PlacedTicket, nameOf: NameOf, collector: Collector): void {
  const { put, relate } = collector;
  if (!isObject) put(thingOf(ticket, id));
  if (ticket.owner !== undefined && !isObject && ticket.type !== "person") own(ticket.owner, id, collector);
  if (ticket.type === "person" || ticket.type === "element") return;
  for (const place of places) relate(id, ticket.type === "risk" ? "endangers" : "affects", place);
  for (const technique of ticket.techniques) useTechnique(id, "uses", technique, nameOf, collector);
  for (const cwe of ticket.weaknesses) useWeakness(id, cwe, nameOf, collector);
}

function thingOf({ title, kind, state, severity, tags, day, url, where, type }: LandscapeTicket, id: string): LandscapeObject {
  const isPerson = type === "person";
  return {
    id, type: type === "element" ? "ticket" : type, title, ...(kind.toLowerCase() === type ? {} : { kind }), ...(isPerson ? {} : { state }), ...(severity === undefined ? {} : { severity }), ...(tags.length > 0 ? { tags } : {}),
    ...(day === undefined || isPerson ? {} : { day }), ...(url === undefined ? {} : { url }), where,
  };
}

/** Links to tickets that are not there lead nowhere. */
function linkTicket({ ticket, id }: PlacedTicket, placed: ReadonlyMap<string, PlacedTicket>, { relate }: Collector): void {
  for (const { relation, forward, to } of ticket.links) {
    const other = placed.get(to);
    if (other === undefined || other.id === id) continue;
    const [from, target] = forward ? [id, other.id] : [other.id, id];
    relate(from, relation === "affects" && from.startsWith("risk:") ? "endangers" : relation, target);
  }
}
