// `merlon analyze`: one model, or every model of a folder, judged at one day.
import { analyze } from "@merlon/engine";
import type { Analysis, Diagnostic, Severity } from "@merlon/schema";
import { lockProblems } from "./lock/lock-problems.ts";
import { findModels } from "./model/find-models.ts";
import { assertSound, loadModel, loadSoundModel, type LoadedModel } from "./model/load-model.ts";
import type { Session } from "./session.ts";

export interface AnalysedModel {
  readonly name: string;
  readonly loaded: LoadedModel;
  readonly analysis: Analysis;
  /** Of the model, its packs, its decisions and its lock. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface AnalysedModels {
  /** True when the path is a folder of models. */
  readonly set: boolean;
  readonly models: readonly AnalysedModel[];
}

export interface AnalyzeModelsOptions {
  /** Open threats of this severity and worse stop, whatever the policy says of severities. */
  readonly failOn?: Severity;
}

/** All models must be sound before any is analysed. */
export async function analyzeModels(path: string | undefined, session: Session, options: AnalyzeModelsOptions = {}): Promise<AnalysedModels> {
  const { places, set } = await findModels(path, session.cwd);
  const loaded: LoadedModel[] = [];
  for (const place of places) loaded.push(await (set ? loadModel(place, session) : loadSoundModel(place, session)));
  assertSound(loaded);
  return { set, models: loaded.map((model) => analyzeLoaded(model, session, options)) };
}

export function analyzeLoaded(loaded: LoadedModel, session: Session, options: AnalyzeModelsOptions = {}): AnalysedModel {
  session.progress(`Analysing ${loaded.place.shown}`);
  const { analysis, diagnostics } = session.limit(() => analyze(loaded.model, loaded.library, { at: session.at, ...options }));
  return { name: loaded.place.name, loaded, analysis, diagnostics: [...loaded.diagnostics, ...diagnostics, ...lockProblems(loaded, session)] };
}
