// `merlon lock`: writes down with which knowledge a model is analysed, so that the same checkout gives the same results everywhere.
import { join, resolve } from "node:path";
import { printYaml } from "@merlon/core";
import type { Lock } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { catalogueLocks } from "../attack/catalogue-locks.ts";
import { shownInside } from "../files/shown-path.ts";
import { writeAtomic } from "../files/write-files.ts";
import { findModels, type ModelPlace } from "../model/find-models.ts";
import { assertSound, loadModel, type LoadedModel } from "../model/load-model.ts";
import { releasedState } from "../pack/released-state.ts";
import type { Session } from "../session.ts";
import { lockOf } from "./lock-problems.ts";

export interface WrittenLock {
  /** As shown to people. */
  readonly path: string;
  readonly lock: Lock;
}

/** One lock for each model of the path. */
export async function lockModels(path: string | undefined, session: Session): Promise<readonly WrittenLock[]> {
  const { places } = await findModels(path, session.cwd);
  const single = places.find((place) => place.kind === "file");
  if (single) throw new AppError("A4015", `${single.shown} is a model in one file, which has no place for a lock.`, { hint: "Move it to model.yaml in a folder of its own." });
  const written: WrittenLock[] = [];
  for (const place of places) {
    const lock = await wholeLock(await lockable(place, session), session);
    await writeAtomic(join(place.path, "merlon.lock"), lockText(lock));
    written.push({ path: shownInside(place.shown, "merlon.lock"), lock });
  }
  return written;
}

/** Its packs hold to what they released; a content that was locked here before and never released may be locked anew. */
async function lockable(place: ModelPlace, session: Session): Promise<LoadedModel> {
  const loaded = await loadModel(place, session);
  const diagnostics = loaded.diagnostics.filter(({ code }) => code !== "A4017");
  for (const pack of loaded.packs) diagnostics.push(...(await releasedState(pack, resolve(session.cwd, pack.root))).problems);
  assertSound([{ place, diagnostics }]);
  return loaded;
}

/** With the catalogues that the model's references are judged by. */
export async function wholeLock(loaded: LoadedModel, session: Session): Promise<Lock> {
  const catalogues = await catalogueLocks(loaded, session);
  return { ...lockOf(loaded, session.version), ...(catalogues ? { catalogues } : {}) };
}

export function lockText(lock: Lock): string {
  return `# Written by \`merlon lock\`: the knowledge that this model is analysed with.\n${printYaml(lock)}`;
}
