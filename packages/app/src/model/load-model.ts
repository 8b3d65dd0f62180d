// From a place on disk to a model: its files, the library it asks for, and what is wrong with either.
import { dirname, relative, sep } from "node:path";
import { fileRole, readModel, type Model, type ModelSource, type SourceFile } from "@merlon/core";
import type { Pack } from "@merlon/engine";
import type { Diagnostic, Library, Lock } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import { onDisk } from "../files/text-files.ts";
import { libraryFor } from "../library/library-for.ts";
import { packsOf } from "../library/packs-of.ts";
import { changedPacks } from "../lock/changed-packs.ts";
import type { Session } from "../session.ts";
import { inView } from "../views/view-in-time.ts";
import type { ModelPlace } from "./find-models.ts";

export interface LoadedModel {
  readonly place: ModelPlace;
  readonly model: Model;
  readonly library: Library;
  /** The packs that the model brings itself. */
  readonly packs: readonly Pack[];
  /** With their paths as shown to people. */
  readonly files: readonly SourceFile[];
  /** What each file says, with its text kept, for edits. */
  readonly documents: readonly ModelSource[];
  /** Prefix of the files' paths, `""` for a single file. */
  readonly root: string;
  readonly lock?: Lock;
  /** Of the model and of its own packs, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Whatever is wrong is in the diagnostics; only what cannot be read at all is thrown. */
export async function loadModel(place: ModelPlace, session: Session): Promise<LoadedModel> {
  session.progress(`Reading ${place.shown}`);
  const { files, root } = await readModelFiles(place);
  const folder = place.kind === "folder" ? place.path : dirname(place.path);
  const { library, own: packs, diagnostics: packProblems } = await libraryFor(packsOf(files, root), folder, session, place.from);
  const { diagnostics, ...read } = session.limit(() => readModel(files, library, { root, at: session.at }));
  const changed = changedPacks({ lock: read.lock, library, packs, shown: place.shown });
  const loaded: LoadedModel = { place, ...read, library, packs, files, root, diagnostics: [...packProblems, ...changed, ...diagnostics] };
  return session.view === undefined || loaded.diagnostics.some(({ severity }) => severity === "error") ? loaded : inView(loaded, session.view, session);
}

/** A model that may be worked with; throws with everything that is wrong when there are errors. */
export async function loadSoundModel(place: ModelPlace, session: Session): Promise<LoadedModel> {
  const loaded = await loadModel(place, session);
  assertSound([loaded]);
  return loaded;
}

/** Several models at once: the errors of all are told together. */
export function assertSound(models: readonly Pick<LoadedModel, "place" | "diagnostics">[]): void {
  const broken = models.filter(({ diagnostics }) => diagnostics.some((d) => d.severity === "error"));
  if (broken.length === 0) return;
  const diagnostics = broken.flatMap((model) => model.diagnostics).filter((d) => d.severity !== "info");
  const count = diagnostics.filter((d) => d.severity === "error").length;
  throw new AppError("A4006", `${count === 1 ? "1 error" : `${count} errors`} in ${broken.map(({ place }) => (place.shown === "." ? "this folder" : place.shown)).join(", ")}.`, { diagnostics, ...(count === 1 ? { hint: "Mend it and run again; nothing was written." } : {}) });
}

async function readModelFiles(place: ModelPlace): Promise<{ readonly files: readonly SourceFile[]; readonly root: string }> {
  const from = place.from ?? onDisk;
  if (place.kind === "file") return { files: [{ path: place.shown, text: await from.text(place.path, place.shown) }], root: "" };
  const found = await from.folder(place.path, { shown: place.shown, wanted: mayMatter, enter: (path) => modelFolders.test(path) });
  const root = shownInside(place.shown, "");
  const files = found.filter(({ path, text }) => fileRole(path) !== undefined || path.includes("/") || looksLikeOurs.test(text));
  return { files: files.map((file) => ({ path: root + file.path, text: file.text })), root };
}

/** Folders of a model folder whose files are the model's. */
export const modelFolders = /^(?:model|imported|decisions)(?:\/|$)/;

/** A file at the top that is no part of a model but looks like one gets a note; others are none of our business. */
const looksLikeOurs = /^(?:elements|flows|boundaries|decisions):/m;

/** What lies in the folders of a model without being part of it gets a note too, unread. */
function mayMatter(path: string): boolean | "name" {
  if (fileRole(path) !== undefined) return true;
  return path.includes("/") ? "name" : /\.ya?ml$/.test(path);
}

/** Where a file of the model lies on disk. */
export function absolutePath(place: ModelPlace, file: string): string {
  if (place.kind === "file") return place.path;
  const root = shownInside(place.shown, "");
  return `${place.path}${sep}${relative(root, file)}`;
}
