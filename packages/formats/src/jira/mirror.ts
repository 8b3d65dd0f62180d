// tickets.jsonl: one issue to a line in one spelling, sorted by key, so that versions of it compare well; read, merged and printed.
import { canonicalJson, type SourceFile } from "@merlon/core";
import { TicketSchema, type Diagnostic, type Ticket } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { momentOf } from "./moment-of.ts";

export interface MirrorRead {
  readonly tickets: readonly Ticket[];
  /** The line of each ticket, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

export function readTickets({ path, text }: SourceFile): MirrorRead {
  const tickets: Ticket[] = [];
  const lines = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = ticketOf(line, lines);
    if (typeof read === "string") diagnostics.push(diagnose("F2085", { file: path, line: index + 1, column: 1 }, { why: read }));
    else {
      lines.set(read.key, index + 1);
      tickets.push(read);
    }
  }
  return { tickets, lines, diagnostics };
}

/** The ticket, or why there is none. */
function ticketOf(line: string, known: ReadonlyMap<string, number>): Ticket | string {
  const value = parsed(line);
  if (value === undefined) return "it is no JSON";
  const { data, error } = TicketSchema.safeParse(value);
  if (data === undefined) return error.issues.slice(0, 1).map(({ path, message }) => `${path.map(String).join(".") || "the whole"}: ${message}`).join("");
  const earlier = known.get(data.key);
  return earlier === undefined ? data : `${data.key} is in line ${earlier} already`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

export function printTickets(tickets: readonly Ticket[]): string {
  return [...tickets].sort((a, b) => compareKeys(a.key, b.key)).map((ticket) => `${canonicalJson(ticket)}\n`).join("");
}

export interface TicketMerge {
  readonly tickets: readonly Ticket[];
  /** Keys, sorted. older: the mirror has a newer state of it. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly older: readonly string[];
  readonly removed: readonly string[];
}

/** What is newer wins; without a time on both sides, what comes. `gone`: keys that may not stay; `hidden`: keys that links may not name either. */
export function mergeTickets(mirror: readonly Ticket[], incoming: readonly Ticket[], gone: readonly string[] = [], hidden: readonly string[] = []): TicketMerge {
  const byKey = new Map(mirror.map((ticket) => [ticket.key, ticket]));
  const keys: Record<"added" | "changed" | "unchanged" | "older", string[]> = { added: [], changed: [], unchanged: [], older: [] };
  const removed = gone.filter((key) => byKey.delete(key));
  for (const ticket of newestOfEach(incoming)) {
    const before = byKey.get(ticket.key);
    const fate = before === undefined ? "added" : canonicalJson(before) === canonicalJson(ticket) ? "unchanged" : isOlder(ticket, before) ? "older" : "changed";
    keys[fate].push(ticket.key);
    if (fate === "added" || fate === "changed") byKey.set(ticket.key, ticket);
  }
  const secret = new Set(hidden);
  for (const ticket of byKey.values()) {
    const cleaned = withoutLinksTo(secret, ticket);
    if (cleaned === ticket) continue;
    byKey.set(ticket.key, cleaned);
    keys.changed.push(ticket.key);
    keys.unchanged = keys.unchanged.filter((key) => key !== ticket.key);
    keys.older = keys.older.filter((key) => key !== ticket.key);
  }
  const sorted = (list: readonly string[]) => [...list].sort(compareKeys);
  return { tickets: [...byKey.values()].sort((a, b) => compareKeys(a.key, b.key)), added: sorted(keys.added), changed: sorted(keys.changed), unchanged: sorted(keys.unchanged), older: sorted(keys.older), removed: sorted(removed) };
}

/** Whom a security level hides is not told by the links of others either. */
export function withoutLinksTo(hidden: ReadonlySet<string>, ticket: Ticket): Ticket {
  const { links = [], parent, ...rest } = ticket;
  const kept = links.filter(({ to }) => !hidden.has(to));
  if (kept.length === links.length && (parent === undefined || !hidden.has(parent))) return ticket;
  return { ...rest, ...(parent === undefined || hidden.has(parent) ? {} : { parent }), ...(kept.length === 0 ? {} : { links: kept }) };
}

/** Pages of a search may overlap. */
function newestOfEach(tickets: readonly Ticket[]): Iterable<Ticket> {
  const byKey = new Map<string, Ticket>();
  for (const ticket of tickets) {
    const other = byKey.get(ticket.key);
    if (other === undefined || !isOlder(ticket, other)) byKey.set(ticket.key, ticket);
  }
  return byKey.values();
}

function isOlder(ticket: Ticket, than: Ticket): boolean {
  const [one, other] = [ticket, than].map(({ updated }) => (updated === undefined ? undefined : momentOf(updated)?.minutes));
  return one !== undefined && other !== undefined && one < other;
}

/** By project, then by number: VULN-9 before VULN-10. */
function compareKeys(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.prefix !== other.prefix) return one.prefix < other.prefix ? -1 : 1;
  return one.number - other.number || (a < b ? -1 : a > b ? 1 : 0);
}

function partsOf(key: string): { readonly prefix: string; readonly number: number } {
  const digits = /\d*$/.exec(key)?.[0] ?? "";
  return { prefix: key.slice(0, key.length - digits.length), number: Number(digits) };
}
