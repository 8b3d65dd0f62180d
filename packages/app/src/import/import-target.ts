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

/** What the same source brought before, for a reader that looks for the ids it gave then, and the ids that others use. */
export function earlierImport({ documents, root }: LoadedModel, source: string): { readonly previous?: ModelDocument; readonly taken: ReadonlySet<string> } {
  const isSource = (path: string) => new RegExp(`^imported/${source}\\.(?:yaml|yml|json)$`).test(path.slice(root.length));
  const own = documents.find(({ parsed }) => isSource(parsed.file.path));
  const others = documents.filter((one) => one !== own);
  const taken = new Set(others.flatMap(({ document }) => ID_SPACE.flatMap((map) => Object.keys((document[map] ?? {}) as object))));
  const known = new Set(own ? ID_SPACE.flatMap((map) => Object.keys((own.document[map] ?? {}) as object)) : []);
  return {
    ...(own ? { previous: own.raw as unknown as ModelDocument } : {}), // read and checked as a document of the same shape
    taken: new Set([...taken].filter((id) => !known.has(id))),
  };
}

/** The maps whose ids share one space. */
const ID_SPACE = ["data", "boundaries", "elements", "flows", "controls", "assumptions", "threats", "risks"] as const;

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}
