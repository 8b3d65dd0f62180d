// Tickets of a mirror in the words of the landscape, and the words that the map does not know.
import type { LandscapeTicket, Ticket, TicketState } from "@merlon/schema";
import { plainWord, type JiraWords } from "./jira-words.ts";
import { momentOf } from "./moment-of.ts";

export interface UnknownWord {
  readonly what: "type" | "status" | "link";
  readonly word: string;
  readonly count: number;
  /** A ticket with it. */
  readonly key: string;
}

export interface LandedTickets {
  readonly tickets: readonly LandscapeTicket[];
  readonly unknown: readonly UnknownWord[];
}

export function landTickets(mirror: readonly Ticket[], words: JiraWords, placeOf: (key: string) => LandscapeTicket["where"]): LandedTickets {
  const unknown = new Map<string, UnknownWord>();
  const note = (what: UnknownWord["what"], word: string, key: string) => {
    const id = `${what} ${plainWord(word)}`;
    const known = unknown.get(id);
    unknown.set(id, known ? { ...known, count: known.count + 1 } : { what, word, count: 1, key });
  };
  const tickets = mirror.flatMap((ticket) => landTicket(ticket, words, placeOf(ticket.key), (what, word) => { note(what, word, ticket.key); }) ?? []);
  return { tickets, unknown: [...unknown.values()] };
}

const categories: Readonly<Record<NonNullable<Ticket["category"]>, TicketState>> = { new: "open", indeterminate: "in-progress", done: "done" };

function landTicket(ticket: Ticket, words: JiraWords, where: LandscapeTicket["where"], note: (what: UnknownWord["what"], word: string) => void): LandscapeTicket | undefined {
  const type = words.type(ticket.type);
  if (type === undefined) note("type", ticket.type);
  if (type === undefined || type === "left-out") return undefined;
  const said = words.state(ticket.status);
  // A status that nobody explained counts as open unless its category says more.
  const state = said ?? (ticket.category === undefined ? "open" : categories[ticket.category]);
  if (said === undefined && ticket.category === undefined) note("status", ticket.status);
  const values = (names: readonly string[]) => names.flatMap((name) => valuesOf(ticket, name));
  const { fields } = words;
  const severity = values(fields.severity).map((word) => words.severity(word)).find((one) => one !== undefined);
  const level = type === "risk" ? values(fields.level).find((word) => /^R[0-4]$/i.test(word)) : undefined;
  const owner = values(fields.owner)[0];
  const day = values(fields.due).map((text) => momentOf(text)?.day).find((one) => one !== undefined);
  return {
    key: ticket.key, type, title: ticket.title, kind: level?.toUpperCase() ?? ticket.type, state, ...(severity === undefined ? {} : { severity }), tags: ticket.labels ?? [],
    ...(day === undefined ? {} : { day }), ...(words.url === undefined ? {} : { url: `${words.url}/browse/${ticket.key}` }), ...(owner === undefined ? {} : { owner }),
    places: [ticket.key, ...values(fields.place)].map((word) => words.place(word) ?? word),
    weaknesses: idsIn(values(fields.weakness), /\bCWE-\d+\b/gi), techniques: idsIn(values(fields.technique), /\b(?:AML\.)?T\d{4}(?:\.\d{3})?\b/gi),
    threats: [...values(fields.threat), ...(ticket.labels ?? []).flatMap((label) => words.rule(label) ?? [])], links: linksOf(ticket, words, note), where,
  };
}

function valuesOf({ labels = [], components = [], priority, owner, due, fields = {} }: Ticket, name: string): readonly string[] {
  switch (plainWord(name)) {
    case "labels": return labels;
    case "components": return components;
    case "priority": return priority === undefined ? [] : [priority];
    case "assignee": return owner === undefined ? [] : [owner];
    case "duedate": case "due date": return due === undefined ? [] : [due];
    default: return fields[name] ?? [];
  }
}

function idsIn(values: readonly string[], pattern: RegExp): readonly string[] {
  return [...new Set(values.flatMap((value) => value.match(pattern) ?? []).map((id) => id.toUpperCase()))].sort();
}

function linksOf({ links = [], parent }: Ticket, words: JiraWords, note: (what: "link", word: string) => void): LandscapeTicket["links"] {
  const read = links.flatMap((link) => {
    const step = words.link(link);
    if (step === undefined) note("link", link.label ?? link.type);
    return step === undefined || step === "left-out" ? [] : [{ ...step, to: link.to }];
  });
  return parent === undefined ? read : [...read, { relation: "part-of", forward: true, to: parent }];
}
