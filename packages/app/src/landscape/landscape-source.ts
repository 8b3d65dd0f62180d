// All that the landscape of a model is made of: the model, what was found in it, names of catalogues, and the tickets beside it.
import { attackPaths, type LandscapeSource, type RuleKind } from "@merlon/engine";
import type { UnknownWord } from "@merlon/formats";
import type { Diagnostic, Library } from "@merlon/schema";
import { analyzeLoaded } from "../analyze-models.ts";
import { attackLibrary, weaknessCatalogue } from "../attack/attack-library.ts";
import { landed, mirrorOf, type Mirror } from "../jira/tickets-beside.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

export interface FoundLandscape {
  readonly loaded: LoadedModel;
  readonly source: LandscapeSource;
  readonly mirror: Mirror;
  /** Words of the tickets that the map does not know. */
  readonly unknown: readonly UnknownWord[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function landscapeSource(path: string | undefined, session: Session): Promise<FoundLandscape> {
  return sourceOf(await loadSoundModel(await findModel(path, session.cwd), session), session);
}

/** The tickets are those beside it: in the same commit, where it is of git. */
export async function sourceOf(loaded: LoadedModel, session: Session): Promise<FoundLandscape> {
  const { model, library, place } = loaded;
  const [nameOf, mirror] = await Promise.all([namesFrom(session), mirrorOf(place, library, session)]);
  const { analysis, diagnostics } = analyzeLoaded(loaded, session);
  session.progress(`Joining what is known about ${place.shown}`);
  const { tickets, unknown } = session.limit(() => landed(mirror));
  const paths = session.limit(() => attackPaths(model, library, { at: session.at, k: 1 }));
  return { loaded, source: { model, analysis, paths, nameOf, tickets, kindOf: kindsOf(library) }, mirror, unknown, diagnostics };
}

async function namesFrom(session: Session): Promise<(id: string) => string | undefined> {
  const [{ catalogues }, { weaknesses }] = await Promise.all([attackLibrary(session), weaknessCatalogue(session)]);
  const names = new Map([...weaknesses, ...catalogues.flatMap(({ techniques }) => techniques)].map(({ id, name }) => [id, name]));
  return (id) => names.get(id);
}

function kindsOf({ rules }: Library): (rule: string) => RuleKind | undefined {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = byId.get(id);
    return rule && { weaknesses: rule.cwe ?? [], techniques: (rule.attack ?? []).map((one) => one.id), controls: rule.fix.flatMap((fix) => ("add-control" in fix ? [fix["add-control"].type] : [])) };
  };
}
