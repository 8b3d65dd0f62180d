// `merlon attack technique`: one technique, what stands against it, and where in a model it could be used.
import { attackVersion, attackView, newestVersion, techniqueView } from "@merlon/engine";
import type { TechniqueView } from "@merlon/schema";
import { analyzeLoaded } from "../analyze-models.ts";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { unknownId } from "../unknown-id.ts";
import { attackLibrary, readOutsideCatalogues } from "./attack-library.ts";
import type { AttackOptions } from "./attack-of-model.ts";

/** Without a path only the technique itself is told. */
export async function techniqueOf(id: string, path: string | undefined, { version, catalogues }: AttackOptions, session: Session): Promise<TechniqueView> {
  const knowledge = await attackLibrary(session, catalogues);
  const said = version === undefined ? undefined : attackVersion(knowledge, version);
  if (version !== undefined && said === undefined) throw new AppError("A4009", `There is no ATT&CK release ${version}.`);
  const outsideControls = (await readOutsideCatalogues(session)).filter(({ entries }) => entries.some(({ techniques }) => techniques !== undefined));
  const view = path === undefined ? undefined : await viewOf(path);
  const release = said ?? view?.version ?? newestVersion(knowledge);
  const found = session.limit(() => techniqueView(id, { knowledge, version: release, outsideControls }, view));
  if (found) return found;
  throw unknownId(`live technique of ATT&CK ${release}`, id, knowledge.catalogues.flatMap(({ techniques }) => techniques.filter(({ status }) => status === undefined).map((technique) => technique.id)));

  async function viewOf(model: string) {
    const loaded = await loadSoundModel(await findModel(model, session.cwd), session);
    const { analysis } = analyzeLoaded(loaded, session);
    return attackView({ model: loaded.model, library: loaded.library, analysis, knowledge }, said);
  }
}
