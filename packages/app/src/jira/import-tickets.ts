// `merlon jira import`: an export of Jira becomes, or joins, the mirror beside a model.
import { resolve } from "node:path";
import { readJiraExport, type TicketMerge } from "@merlon/formats";
import type { Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import type { Session } from "../session.ts";
import { joinMirror, placeOfTickets, type SkippedTicket } from "./join-mirror.ts";
import { mirrorOf } from "./tickets-beside.ts";

export interface ImportedTickets extends Omit<TicketMerge, "tickets"> {
  /** As shown to people. */
  readonly mirror: string;
  /** How many it holds now. */
  readonly count: number;
  readonly skipped: readonly SkippedTicket[];
}

export interface TicketImportOptions {
  readonly withRestricted: boolean;
  readonly withDescriptions: boolean;
}

export async function importTickets(file: string, model: string | undefined, options: TicketImportOptions, session: Session): Promise<{ readonly imported: ImportedTickets; readonly diagnostics: readonly Diagnostic[] }> {
  const place = await placeOfTickets(model, session.cwd);
  const mirror = await mirrorOf(place, session.builtIn.library, session);
  const shown = shownPath(file, session.cwd);
  const text = await readText(resolve(session.cwd, file), shown);
  session.progress(`Reading ${shown}`);
  const { tickets, skipped, diagnostics } = session.limit(() => readJiraExport(text, { path: shown, words: mirror.words, ...options }));
  if (tickets === undefined) throw new AppError("A4010", `${shown} cannot be imported.`, { diagnostics });
  return { imported: { mirror: mirror.path, ...await joinMirror(place, mirror, { tickets, skipped }), skipped }, diagnostics };
}
