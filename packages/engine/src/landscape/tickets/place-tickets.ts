// Where tickets belong in the landscape: what each one is there, and at which objects of the model.
import { objectNamed } from "../object-named.ts";
import type { Model } from "@merlon/core";
import type { LandscapeTicket } from "@merlon/schema";

export interface PlacedTicket {
  readonly ticket: LandscapeTicket;
  /** What it is in the graph; of a ticket that stands for an object of the model, that object. */
  readonly id: string;
  /** It stands for an object of the model, which is in the graph already. */
  readonly isObject: boolean;
  /** Objects of the model that it names, as they are in the graph. */
  readonly places: readonly string[];
}

export function placeTickets(tickets: readonly LandscapeTicket[], model: Model): ReadonlyMap<string, PlacedTicket> {
  const titles = new Map([...model.elements.values()].map(({ id, title }) => [title.toLowerCase(), `element:${id}`]));
  const find = (word: string) => objectNamed(word, model) ?? objectNamed(word.toLowerCase(), model) ?? titles.get(word.toLowerCase());
  return new Map(tickets.map((ticket) => [ticket.key, placed(ticket, find)]));
}

function placed(ticket: LandscapeTicket, find: (word: string) => string | undefined): PlacedTicket {
  const places = [...new Set(ticket.places.flatMap((word) => find(word) ?? []))];
  if (ticket.type === "person") return { ticket, id: `person:${ticket.title}`, isObject: false, places };
  if (ticket.type !== "element") return { ticket, id: `${ticket.type}:${ticket.key}`, isObject: false, places };
  const object = places[0] ?? find(ticket.title);
  return object === undefined ? { ticket, id: `ticket:${ticket.key}`, isObject: false, places: [] } : { ticket, id: object, isObject: true, places: [object] };
}
