// One look at a model that is being watched: how its files stand, what they mean, and what is different since the last state without errors.
import type { Diagnostic, Impact } from "@merlon/schema";
import { analyzeLoaded, type AnalysedModel } from "../analyze-models.ts";
import { AppError, diagnosticOf } from "../app-error.ts";
import type { ModelPlace } from "../model/find-models.ts";
import { loadModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { whatChanged } from "./what-changed.ts";

export type Look = SoundLook | BrokenLook;

interface Seen {
  /** Different when anything is. */
  readonly text: string;
  /** Texts by path, and digests of the model's own packs by their folders; absent where nothing could be read. */
  readonly files?: ReadonlyMap<string, string>;
  /** Folders of the model's own packs, as people see them. */
  readonly packs?: readonly string[];
}

export interface SoundLook extends Seen {
  readonly kind: "sound";
  readonly now: AnalysedModel;
  /** Absent at the first state without errors. */
  readonly impact?: Impact;
}

export interface BrokenLook extends Seen {
  readonly kind: "broken";
  readonly diagnostics: readonly Diagnostic[];
}

export interface LookOptions {
  /** The last look, whatever came of it. */
  readonly told?: Look | undefined;
  /** The last state without errors. */
  readonly good?: AnalysedModel | undefined;
  readonly session: Session;
}

/** undefined when everything is as it was told. */
export async function lookAtModel(place: ModelPlace, { told, good, session }: LookOptions): Promise<Look | undefined> {
  const look = await looked(place, { told, good, session }).catch((error: unknown): BrokenLook => {
    if (!(error instanceof AppError)) throw error;
    const diagnostics = error.diagnostics.length > 0 ? error.diagnostics : [diagnosticOf(error)];
    return { kind: "broken", text: JSON.stringify(diagnostics), diagnostics };
  });
  return look?.text === told?.text ? undefined : look;
}

async function looked(place: ModelPlace, { told, good, session }: LookOptions): Promise<Look | undefined> {
  const loaded = await loadModel(place, session);
  const files = filesOf(loaded);
  const seen: Seen = { text: JSON.stringify([[...files], loaded.diagnostics]), files, packs: loaded.packs.map(({ root }) => root) };
  if (seen.text === told?.text) return undefined;
  if (loaded.diagnostics.some(({ severity }) => severity === "error")) return { kind: "broken", ...seen, diagnostics: loaded.diagnostics.filter(({ severity }) => severity !== "info") };
  const now = analyzeLoaded(loaded, session);
  return { kind: "sound", ...seen, now, ...(good ? { impact: whatChanged(good, now, session) } : {}) };
}

function filesOf({ files, packs, library }: LoadedModel): ReadonlyMap<string, string> {
  const digests = packs.map(({ id, root }): [string, string] => [root, library.packs.find((pack) => pack.id === id)?.digest ?? ""]);
  return new Map([...files.map(({ path, text }): [string, string] => [path, text]), ...digests]);
}
