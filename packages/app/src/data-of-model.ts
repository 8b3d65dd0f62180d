// `merlon data`: where each kind of data is, where it goes, how sensitive it is and whether it is about people.
import type { Analysis, DataPlacement } from "@merlon/schema";
import { analyzeLoaded } from "./analyze-models.ts";
import { findModel } from "./model/find-models.ts";
import { loadSoundModel } from "./model/load-model.ts";
import type { Session } from "./session.ts";
import { unknownId } from "./unknown-id.ts";

export interface ModelData {
  readonly analysis: Analysis;
  /** All kinds, or the one that was asked for. */
  readonly data: readonly DataPlacement[];
}

export async function dataOfModel(path: string | undefined, session: Session, id?: string): Promise<ModelData> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  if (id !== undefined && !loaded.model.data.has(id)) throw unknownId("data", id, loaded.model.data.keys());
  const { analysis } = analyzeLoaded(loaded, session);
  return { analysis, data: id === undefined ? analysis.data : analysis.data.filter((placement) => placement.data === id) };
}
