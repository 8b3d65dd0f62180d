// Puts a merge on disk: over ours, or as a model of its own; and beside it the file of conflicts.
import { rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AppError, fileStart } from "../app-error.ts";
import { shownPath } from "../files/shown-path.ts";
import { writeAtomic, writeFiles } from "../files/write-files.ts";
import { absolutePath } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { writeChange } from "../write/write-change.ts";
import { conflictsName, conflictsText } from "./conflicts-file.ts";
import type { MergedModel } from "./merge-model.ts";

/** Paths, as shown, of what was written. */
export async function writeOverOurs(merged: MergedModel, session: Session): Promise<readonly string[]> {
  const { ours: { place }, changes, gone } = merged;
  await writeChange({ before: merged.ours, files: changes });
  for (const path of gone) await rm(absolutePath(place, path));
  const conflicts = await writeConflicts(merged, place.kind === "folder" ? join(place.path, conflictsName) : `${place.path}.conflicts`, session);
  return [...changes.map(({ path }) => path), ...conflicts];
}

/** `out`: a folder or, for a model of one file, a file; it must not be there yet. */
export async function writeElsewhere(merged: MergedModel, out: string, session: Session): Promise<readonly string[]> {
  const target = resolve(session.cwd, out);
  const shown = shownPath(out, session.cwd);
  if (await stat(target).catch(() => undefined)) throw new AppError("A4008", `${shown} is there already.`, { where: fileStart(shown), hint: "Name another place with -o, or say --in-place to merge into ours." });
  const [only] = merged.files;
  if (merged.ours.place.kind === "file" && only) {
    await writeAtomic(target, only.text);
    return [shown, ...await writeConflicts(merged, `${target}.conflicts`, session)];
  }
  await writeFiles(target, merged.files.map(({ path, text }) => ({ path, content: text })));
  return [...merged.files.map(({ path }) => join(shown, path)), ...await writeConflicts(merged, join(target, conflictsName), session)];
}

async function writeConflicts({ conflicts, emergent }: MergedModel, target: string, session: Session): Promise<readonly string[]> {
  const text = conflictsText(conflicts, emergent);
  if (text === undefined) return [];
  await writeFiles(dirname(target), [{ path: target, content: text }]);
  return [shownPath(target, session.cwd)];
}
