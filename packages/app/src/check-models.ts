// `merlon check`: everything that is wrong with one model or several, without a word about threats.
import { sortDiagnostics } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { analyzeLoaded } from "./analyze-models.ts";
import { attackProblems } from "./attack/attack-problems.ts";
import { unfinishedMerges } from "./merge/unfinished-merges.ts";
import { lockProblems } from "./lock/lock-problems.ts";
import { findModels } from "./model/find-models.ts";
import { loadModel, type LoadedModel } from "./model/load-model.ts";
import type { Session } from "./session.ts";
import { modelsSince } from "./since/models-since.ts";
import { unusedFacts, type UnusedFact } from "./unused-facts.ts";

export interface CheckedModel {
  readonly name: string;
  readonly path: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly lock: "absent" | "same" | "differs";
  /** Only when asked for and the model has no errors. */
  readonly unused?: readonly UnusedFact[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckOptions {
  /** Also list what no rule and no decision reads. */
  readonly unused?: boolean;
  /** Only those that a change touches since it left this ref. */
  readonly since?: string;
}

export async function checkModels(path: string | undefined, session: Session, options: CheckOptions = {}): Promise<readonly CheckedModel[]> {
  const places = options.since === undefined ? (await findModels(path, session.cwd)).places : await modelsSince(options.since, path, session);
  const checked: CheckedModel[] = [];
  for (const place of places) {
    const loaded = await loadModel(place, session);
    const beside = [...await attackProblems(loaded, session), ...await unfinishedMerges(place)];
    checked.push(checkLoaded(loaded, beside, session, options));
  }
  return checked;
}

function checkLoaded(loaded: LoadedModel, beside: readonly Diagnostic[], session: Session, options: CheckOptions): CheckedModel {
  const sound = !loaded.diagnostics.some((d) => d.severity === "error");
  // Decisions can be judged only against a model that makes sense.
  const diagnostics = sortDiagnostics([...(sound ? analyzeLoaded(loaded, session).diagnostics : loaded.diagnostics), ...beside]);
  const count = (severity: Diagnostic["severity"]) => diagnostics.filter((d) => d.severity === severity).length;
  return {
    name: loaded.place.name, path: loaded.place.shown, errors: count("error"), warnings: count("warning"), notes: count("info"),
    lock: loaded.lock ? (lockProblems(loaded, session).length === 0 ? "same" : "differs") : "absent",
    ...(options.unused && sound ? { unused: session.limit(() => unusedFacts(loaded.model, loaded.library, session.at)) } : {}),
    diagnostics,
  };
}
