// What is wrong with tickets as a landscape: what hangs on nothing, goes round in circles, or shows a threat that nobody thought of.
import type { LandscapeRelation, LandscapeTicket, TicketProblem } from "@merlon/schema";
import { buildLandscape, type LandscapeSource } from "../build-landscape.ts";
import { placeTickets } from "./place-tickets.ts";
import { isOpen } from "./show-tickets.ts";
import { isAcceptanceOver, ticketAt } from "./ticket-at.ts";

/** By kind, then in the order of the tickets. */
export function ticketProblems(source: LandscapeSource): readonly TicketProblem[] {
  const { tickets = [] } = source;
  const { relations } = buildLandscape(source);
  const placed = placeTickets(tickets, source.model);
  const idOf = (ticket: LandscapeTicket) => placed.get(ticket.key)!.id;
  const has = related(relations);
  const { at } = source.analysis;
  const open = tickets.filter((ticket) => ticket.type === "vulnerability" && isOpen(ticketAt(ticket, at)));
  const accepted = tickets.filter(({ type, state }) => (type === "vulnerability" || type === "risk") && state === "accepted");
  const placeless = open.filter((ticket) => !has(idOf(ticket), "affects>"));
  const lost = tickets.filter((ticket) => ticket.type === "element" && !placed.get(ticket.key)!.isObject);
  const gaps = open.filter((ticket) => !placeless.includes(ticket) && !has(idOf(ticket), "confirms>") && !has(idOf(ticket), "contradicts>"));
  const orphans = tickets.filter((ticket) => ticket.type === "risk" && !["feeds<", "leads-to<", "endangers>"].some((step) => has(idOf(ticket), step)));
  const list = (kind: TicketProblem["kind"], found: readonly LandscapeTicket[]) => found.map(({ key }): TicketProblem => ({ kind, keys: [key] }));
  return [
    ...list("gap", gaps), ...list("no-place", placeless), ...list("no-object", lost), ...list("orphan-risk", orphans),
    ...list("acceptance-over", accepted.filter((ticket) => isAcceptanceOver(ticket, at))), ...list("acceptance-without-end", accepted.filter(({ day }) => day === undefined)), ...list("acceptance-without-owner", accepted.filter((ticket) => !has(idOf(ticket), "owns<"))),
    ...circles(tickets), ...bothWays(tickets),
    ...tickets.flatMap(({ key, links }) => links.filter(({ to }) => !placed.has(to)).map(({ to }): TicketProblem => ({ kind: "lost-link", keys: [key, to] }))),
  ];
}

function related(relations: readonly LandscapeRelation[]): (id: string, step: string) => boolean {
  const known = new Set(relations.flatMap(({ from, type, to }) => [`${from} ${type}>`, `${to} ${type}<`]));
  return (id, step) => known.has(`${id} ${step}`);
}

/** Links read from their source, each once though both ends show it. */
function directed(tickets: readonly LandscapeTicket[]): ReadonlyMap<string, readonly [from: string, relation: string, to: string]> {
  return new Map(tickets.flatMap(({ key, links }) => links.map(({ relation, forward, to }) => {
    const [from, target] = forward ? [key, to] : [to, key];
    return [`${from} ${relation} ${target}`, [from, relation, target] as const] as const;
  })));
}

function bothWays(tickets: readonly LandscapeTicket[]): readonly TicketProblem[] {
  const links = directed(tickets);
  // Two that lead to each other are a circle, which is told as one.
  const both = [...links.values()].filter(([from, relation, to]) => relation !== "relates" && relation !== "leads-to" && from < to && links.has(`${to} ${relation} ${from}`));
  return both.map(([from, relation, to]): TicketProblem => ({ kind: "both-ways", keys: [from, to], relation }));
}

/** Each circle of `leads-to` once, from where it was met first. */
function circles(tickets: readonly LandscapeTicket[]): readonly TicketProblem[] {
  const next = new Map<string, string[]>();
  for (const [from, relation, to] of directed(tickets).values()) if (relation === "leads-to") next.set(from, [...next.get(from) ?? [], to]);
  const done = new Set<string>();
  const found: TicketProblem[] = [];
  for (const start of next.keys()) {
    const stack: { readonly key: string; at: number }[] = done.has(start) ? [] : [{ key: start, at: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const to = next.get(top.key)?.[top.at++];
      if (to === undefined) done.add(stack.pop()!.key);
      else if (stack.some(({ key }) => key === to)) found.push({ kind: "circle", keys: stack.slice(stack.findIndex(({ key }) => key === to)).map(({ key }) => key) });
      else if (!done.has(to)) stack.push({ key: to, at: 0 });
    }
  }
  return found;
}
