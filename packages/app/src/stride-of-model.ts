// `merlon stride`: the STRIDE table of every trust boundary of one model.
import { strideTables } from "@merlon/engine";
import type { StrideTables } from "@merlon/schema";
import { unknownId } from "./unknown-id.ts";
import { findModel } from "./model/find-models.ts";
import { loadSoundModel, type LoadedModel } from "./model/load-model.ts";
import type { Session } from "./session.ts";

export interface ModelStride {
  readonly loaded: LoadedModel;
  readonly tables: StrideTables;
}

/** `boundary`: only the table of this one; the cells and counts stay those of its rows. */
export async function strideOfModel(path: string | undefined, session: Session, boundary?: string): Promise<ModelStride> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  if (boundary !== undefined && !loaded.model.boundaries.has(boundary)) throw unknownId("boundary", boundary, loaded.model.boundaries.keys());
  const tables = session.limit(() => strideTables(loaded.model, loaded.library, { at: session.at }));
  return { loaded, tables: boundary === undefined ? tables : onlyBoundary(tables, boundary) };
}

function onlyBoundary(all: StrideTables, boundary: string): StrideTables {
  const tables = all.tables.filter((table) => table.boundary === boundary);
  const shown = new Set(tables.flatMap((table) => table.rows.flatMap((row) => row.cells)));
  const cells = Object.fromEntries(Object.entries(all.cells).filter(([id]) => shown.has(id)));
  const counts = Object.fromEntries(Object.keys(all.counts).map((state) => [state, Object.values(cells).filter((cell) => cell.state === state).length]));
  return { ...all, tables, cells, counts: counts as StrideTables["counts"] }; // the same states as before
}
