// The impact of a roadmap: one version of a model, or of a folder of models, in two views in time.
import { realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import { timeViewName, type TimeView } from "@merlon/core";
import { AppError } from "../app-error.ts";
import { openRepository } from "../git/repository.ts";
import { findModels } from "../model/find-models.ts";
import { assertSound, loadModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { inView } from "../views/view-in-time.ts";
import { compareModel, type ComparedVersion } from "./compare-model.ts";
import type { ModelsDiff } from "./diff-models.ts";

/** `path`: of the model, or of a folder of models. */
export async function diffViews(path: string | undefined, views: readonly [TimeView, TimeView], session: Session): Promise<ModelsDiff> {
  const { places, set } = await findModels(path, session.cwd);
  const loaded: LoadedModel[] = [];
  for (const place of places) loaded.push(await loadModel(place, session));
  assertSound(loaded);
  const models = loaded.map((model) => {
    const [base, head] = views.map((view): ComparedVersion => ({ name: timeViewName(view), loaded: inView(model, view, session) }));
    return compareModel(model.place.name, base!, head!, session);
  });
  return { set, models, root: await rootOf(session), notes: [] };
}

/** Where one stands, as seen from the root of the repository; "" outside of one. */
export async function rootOf({ cwd }: Session): Promise<string> {
  const opened = await openRepository(cwd, "this folder").catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });
  return opened ? relative(opened.repository.root, await realpath(cwd)).split(sep).join("/") : "";
}
