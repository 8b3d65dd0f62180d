// The tickets and the map that lie beside a model: tickets.jsonl and jira.map.yaml in its folder.
import { join } from "node:path";
import { readDocument, type SourceFile } from "@merlon/core";
import { jiraWords, landTickets, readTickets, type JiraWords, type UnknownWord } from "@merlon/formats";
import { JiraMapSchema, type Diagnostic, type LandscapeTicket, type Library, type Ticket } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import { onDisk } from "../files/text-files.ts";
import type { ModelPlace } from "../model/find-models.ts";
import type { Session } from "../session.ts";

export interface Mirror {
  /** As shown to people. */
  readonly path: string;
  readonly isThere: boolean;
  readonly tickets: readonly Ticket[];
  readonly lines: ReadonlyMap<string, number>;
  readonly words: JiraWords;
}

const mapFile = "jira.map.yaml";
export const mirrorFile = "tickets.jsonl";

/** Without a map, the preset `plain` counts. A map or a mirror that is broken is an error. */
export async function mirrorOf(place: ModelPlace, library: Library, session: Session): Promise<Mirror> {
  const [map, mirror] = await Promise.all([textBeside(place, mapFile), textBeside(place, mirrorFile)]);
  const words = session.limit(() => jiraWords(map ? soundMap(map, library) : { "jira-map": 1 }));
  const path = shownInside(place.shown, mirrorFile);
  if (!mirror) return { path, isThere: false, tickets: [], lines: new Map(), words };
  const { diagnostics, ...read } = session.limit(() => readTickets(mirror));
  assertSoundFile(mirror.path, diagnostics);
  return { path, isThere: true, ...read, words };
}

export function landed({ tickets, lines, words, path }: Mirror): { readonly tickets: readonly LandscapeTicket[]; readonly unknown: readonly UnknownWord[] } {
  return landTickets(tickets, words, (key) => ({ file: path, line: lines.get(key) ?? 1, column: 1 }));
}

/** A model in one file has no place of its own for them. */
async function textBeside(place: ModelPlace, name: string): Promise<SourceFile | undefined> {
  if (place.kind === "file") return undefined;
  const path = shownInside(place.shown, name);
  try {
    return { path, text: await (place.from ?? onDisk).text(join(place.path, name), path) };
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "A4001") return undefined;
    throw cause;
  }
}

function soundMap(file: SourceFile, library: Library) {
  const { document, diagnostics } = readDocument(file, JiraMapSchema, library);
  if (document) return document;
  assertSoundFile(file.path, diagnostics.map((diagnostic): Diagnostic => ({ ...diagnostic, severity: "error" })));
  throw new AppError("A4006", `${file.path} is empty.`, { hint: "Begin it with `jira-map: 1`." });
}

function assertSoundFile(shown: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) throw new AppError("A4006", `${diagnostics.length === 1 ? "1 error" : `${diagnostics.length} errors`} in ${shown}.`, { diagnostics });
}
