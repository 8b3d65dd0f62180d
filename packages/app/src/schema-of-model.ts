// `merlon schema`: the JSON Schema of model files, with the words and characteristics of the packs that a model uses.
import { schemaForPacks } from "@merlon/schema";
import { AppError } from "./app-error.ts";
import { findModel } from "./model/find-models.ts";
import { loadModel } from "./model/load-model.ts";
import type { Session } from "./session.ts";

/** Without a path and outside of a model: that of the packs that come with Merlon. */
export async function schemaOfModel(path: string | undefined, session: Session): Promise<object> {
  return schemaForPacks(await libraryOf(path, session));
}

async function libraryOf(path: string | undefined, session: Session) {
  try {
    return (await loadModel(await findModel(path, session.cwd), session)).library;
  } catch (error) {
    if (path === undefined && error instanceof AppError && (error.code === "A4002" || error.code === "A4015")) return session.builtIn.library;
    throw error;
  }
}
