// The folder that an import writes to, as it stands: empty, an earlier import of the same source, or another model.
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ModelDocument } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { fileError } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import { loadModel, type LoadedModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";

export interface ImportTarget {
  /** Absolute. */
  readonly folder: string;
  readonly shown: string;
  /** The model that is there already. */
  readonly loaded?: LoadedModel;
  /** Paths inside the folder that exist. */
  readonly paths: ReadonlySet<string>;
}

export async function openTarget(out: string, session: Session): Promise<ImportTarget> {
  const folder = resolve(session.cwd, out);
  const shown = shownPath(out, session.cwd);
  const info = await stat(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return undefined;
    throw fileError(shown, cause);
  });
  if (info === undefined) return { folder, shown, paths: new Set() };
  if (!info.isDirectory()) throw new AppError("A4008", `${shown} is a file, and an import writes a folder.`, { where: fileStart(shown), hint: "Give another folder with -o." });
  const paths = new Set([...await namesIn(folder), ...(await namesIn(join(folder, "imported"))).map((name) => `imported/${name}`), ...(await namesIn(join(folder, "decisions"))).map((name) => `decisions/${name}`)]);
  if (!paths.has("model.yaml") && !paths.has("model.json") && !paths.has("model.yml")) return { folder, shown, paths };
  const loaded = await loadModel({ kind: "folder", path: folder, shown, name: shown }, session);
  return { folder, shown, loaded, paths };
}

/** Everything that is there as one document, for a reader that looks for the ids it gave before. */
export function previousDocument(loaded: LoadedModel): ModelDocument {
  const merged: Record<string, unknown> = {};
  for (const { document } of loaded.documents) {
    for (const [key, value] of Object.entries(document)) {
      merged[key] = typeof value === "object" && value !== null && !Array.isArray(value) ? { ...(merged[key] as object | undefined), ...value } : value;
    }
  }
  return { ...loaded.model.header, ...merged } as ModelDocument; // maps of the same shapes, put together
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
