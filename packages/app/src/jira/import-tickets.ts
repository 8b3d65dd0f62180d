// `merlon jira import`: an export of Jira becomes, or joins, the mirror beside a model.
import { join, resolve } from "node:path";
import { mergeTickets, printTickets, readJiraExport, type SkipReason, type TicketMerge } from "@merlon/formats";
import type { Diagnostic } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import { writeAtomic } from "../files/write-files.ts";
import { findModel } from "../model/find-models.ts";
import type { Session } from "../session.ts";
import { mirrorFile, mirrorOf } from "./tickets-beside.ts";

export interface ImportedTickets extends Omit<TicketMerge, "tickets"> {
  /** As shown to people. */
  readonly mirror: string;
  /** How many it holds now. */
  readonly count: number;
  readonly skipped: readonly { readonly key: string; readonly why: SkipReason }[];
}

export interface TicketImportOptions {
  readonly withRestricted: boolean;
  readonly withDescriptions: boolean;
}

export async function importTickets(file: string, model: string | undefined, options: TicketImportOptions, session: Session): Promise<{ readonly imported: ImportedTickets; readonly diagnostics: readonly Diagnostic[] }> {
  const place = await findModel(model, session.cwd);
  if (place.kind === "file") throw new AppError("A4015", `${place.shown} is a model in one file, which has no place for tickets.`, { hint: "Move it to model.yaml in a folder of its own." });
  const mirror = await mirrorOf(place, session.builtIn.library, session);
  const shown = shownPath(file, session.cwd);
  const text = await readText(resolve(session.cwd, file), shown);
  session.progress(`Reading ${shown}`);
  const { tickets, skipped, diagnostics } = session.limit(() => readJiraExport(text, { path: shown, words: mirror.words, ...options }));
  if (tickets === undefined) throw new AppError("A4010", `${shown} cannot be imported.`, { diagnostics });
  const hidden = skipped.filter(({ why }) => why === "restricted").map(({ key }) => key);
  const gone = skipped.filter(({ why }) => why === "restricted" || why === "left-out").map(({ key }) => key);
  const { tickets: all, ...merged } = mergeTickets(mirror.tickets, tickets, gone, hidden);
  const isNew = merged.added.length + merged.changed.length + merged.removed.length > 0;
  if (isNew) await writeAtomic(join(place.path, mirrorFile), printTickets(all));
  return { imported: { mirror: mirror.path, count: all.length, ...merged, skipped }, diagnostics };
}
