// `merlon jira lint`: what is wrong with the tickets beside a model, and which words of them the map does not know.
import type { UnknownWord } from "@merlon/formats";
import { ticketProblems } from "@merlon/engine";
import type { Diagnostic, TicketProblem } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { landscapeSource } from "../landscape/landscape-source.ts";
import type { Session } from "../session.ts";

export interface LintedTickets {
  readonly count: number;
  readonly problems: readonly TicketProblem[];
  readonly unknown: readonly UnknownWord[];
  /** Titles by key, for words. */
  readonly titles: ReadonlyMap<string, string>;
}

export async function lintTickets(path: string | undefined, session: Session): Promise<{ readonly linted: LintedTickets; readonly diagnostics: readonly Diagnostic[] }> {
  const { source, unknown, diagnostics, mirror } = await landscapeSource(path, session);
  if (!mirror.isThere) throw new AppError("A4001", `There is no ${mirror.path}.`, { hint: "Make it with `merlon jira import <export>`." });
  const problems = session.limit(() => ticketProblems(source));
  return { linted: { count: mirror.tickets.length, problems, unknown, titles: new Map(mirror.tickets.map(({ key, title }) => [key, title])) }, diagnostics };
}
