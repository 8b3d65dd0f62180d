// What a merge left undone: the lists of conflicts that still lie beside the files of a model. The files themselves carry no marks.
import type { Diagnostic } from "@merlon/schema";
import { appCodes } from "../app-codes.ts";
import { AppError, fileStart } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import { onDisk } from "../files/text-files.ts";
import { modelFolders } from "../model/load-model.ts";
import type { ModelPlace } from "../model/find-models.ts";
import { conflictsName, listOf } from "./conflicts-file.ts";

export async function unfinishedMerges(place: ModelPlace): Promise<readonly Diagnostic[]> {
  return (await listsBeside(place)).map((shown): Diagnostic => ({ code: "A4026", severity: "error", message: `${shown} lists conflicts of a merge that nobody has settled.`, where: fileStart(shown), hint: appCodes.A4026.fix }));
}

async function listsBeside(place: ModelPlace): Promise<readonly string[]> {
  const from = place.from ?? onDisk;
  if (place.kind === "file") {
    const isThere = await from.text(listOf(place.path), listOf(place.shown)).then(() => true, isMissing);
    return isThere ? [listOf(place.shown)] : [];
  }
  const isList = (path: string): boolean => path === conflictsName || path.endsWith(listOf(""));
  const found = await from.folder(place.path, { shown: place.shown, wanted: (path) => (isList(path) ? "name" : false), enter: (path) => modelFolders.test(path) });
  return found.map(({ path }) => shownInside(place.shown, path));
}

function isMissing(cause: unknown): false {
  if (cause instanceof AppError && cause.code === "A4001") return false;
  throw cause;
}
