// `merlon watch`: looks at a model again whenever its files are saved, and tells what that changed.
// A state with errors is told, and the next one without is compared with the last one without.
import type { Diagnostic, Impact } from "@merlon/schema";
import type { AnalysedModel } from "../analyze-models.ts";
import { findModel } from "../model/find-models.ts";
import type { Session } from "../session.ts";
import { openFolderEvents } from "./folder-events.ts";
import { lookAtModel, type Look } from "./look-at-model.ts";
import { foldersOf } from "./model-folders.ts";

/** `files`: those, and the folders of the model's own packs, that say something else than before. */
export type WatchEvent =
  | { readonly kind: "start"; readonly now: AnalysedModel }
  | { readonly kind: "broken"; readonly files: readonly string[]; readonly diagnostics: readonly Diagnostic[] }
  | WatchedChange;

export interface WatchedChange {
  readonly kind: "change";
  readonly files: readonly string[];
  readonly now: AnalysedModel;
  readonly impact: Impact;
  /** Warnings and notes that came, and that went. */
  readonly came: readonly Diagnostic[];
  readonly went: readonly Diagnostic[];
  /** Before, it had errors. */
  readonly mended: boolean;
}

export interface WatchOptions {
  /** Look again and again instead of waiting to be told. */
  readonly poll?: boolean;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** A file that is written in steps is broken in between, and nobody wants to hear of that. */
const PATIENCE = 300;
/** What cannot be read at all may be missing where nobody watches. */
const LOOK_AGAIN = 1_000;

interface State {
  /** The last look, whatever came of it. */
  told?: Look;
  /** The last state without errors. */
  good?: AnalysedModel;
  /** Folders of the model's own packs that are followed. */
  packs: readonly string[];
  /** Errors were seen, and are told when they are there at the next look too. */
  isDoubtful: boolean;
}

/** `session` is called before every look, so that each has the whole of the time limit. */
export async function* watchModel(path: string | undefined, { poll = false, signal }: WatchOptions, session: () => Session): AsyncGenerator<WatchEvent, void> {
  const place = await findModel(path, session().cwd);
  const events = openFolderEvents({ poll, matters, signal });
  const state: State = { packs: [], isDoubtful: false };
  try {
    for (;;) {
      const now = session();
      await events.follow(await foldersOf(place, state.packs, now.cwd));
      const look = await lookAtModel(place, { ...state, session: now });
      if (isElsewhere(look, state)) continue;
      state.isDoubtful = look?.kind === "broken" && !state.isDoubtful;
      if (look && !state.isDoubtful) yield settle(look, state);
      const atMost = state.isDoubtful ? PATIENCE : state.told?.files ? undefined : LOOK_AGAIN;
      if ((await events.next(atMost)) === "end") return;
    }
  } finally {
    events.close();
  }
}

/** Packs that nobody followed may have changed meanwhile. */
function isElsewhere(look: Look | undefined, state: State): boolean {
  const { packs } = look ?? {};
  if (!packs || packs.join("\n") === state.packs.join("\n")) return false;
  state.packs = packs;
  return true;
}

function settle(look: Look, state: State): WatchEvent {
  const event = eventOf(look, state);
  state.told = look;
  if (look.kind === "sound") state.good = look.now;
  return event;
}

/** Also names without an ending, which may be folders. */
function matters(name: string): boolean {
  return /\.(?:ya?ml|json|lock)$/.test(name) || !name.includes(".");
}

function eventOf(look: Look, { told, good }: State): WatchEvent {
  const files = differentFiles(told, look);
  if (look.kind === "broken") return { kind: "broken", files, diagnostics: look.diagnostics };
  const { now, impact } = look;
  if (!good || !impact) return { kind: "start", now };
  return { kind: "change", files, now, impact, came: notIn(good.diagnostics, now.diagnostics), went: notIn(now.diagnostics, good.diagnostics), mended: told?.kind === "broken" };
}

function differentFiles(before: Look | undefined, now: Look): readonly string[] {
  if (!before?.files || !now.files) return [];
  const [was, is] = [before.files, now.files];
  return [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path)).sort();
}

/** Lines move with every edit, so they do not make a problem another one. */
function notIn(known: readonly Diagnostic[], those: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ code, message, where }: Diagnostic): string => [code, where?.file, message].join("\n");
  const keys = new Set(known.map(key));
  return those.filter((diagnostic) => !keys.has(key(diagnostic)));
}
