// `--add-file`: a file laid over the model, in memory.
import { resolve } from "node:path";
import { withOverlay, type SourceFile } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { shownPath } from "../files/shown-path.ts";
import { onDisk } from "../files/text-files.ts";
import type { Session } from "../session.ts";
import { errorsOf, placeOf, tried, warningText, type Imagined } from "./imagined.ts";

export async function withFile(state: Imagined, path: string, session: Session): Promise<Imagined> {
  const file = await readOverlay(path, session);
  const overlaid = session.limit(() => withOverlay(state.loaded.documents, file, state.loaded.library));
  const { loaded, problems } = tried(state, overlaid.sources, overlaid.diagnostics, session);
  const elsewhere = [...state.elsewhere, ...overlaid.changed];
  const placed = problems.map((one): Diagnostic => (one.where ? { ...one, where: placeOf(one.where, elsewhere) } : one));
  const errors = errorsOf(placed);
  if (errors.length > 0) throw new AppError("A4006", `With ${file.path} the model would have ${errors.length === 1 ? "an error" : `${errors.length} errors`}.`, { diagnostics: placed, hint: "What a file may say here is what a file under model/ may say; an object that is there needs no more than what is different." });
  const same = overlaid.added.length === 0 && overlaid.changed.length === 0;
  return { loaded, elsewhere, notes: [...state.notes, ...(same ? [`${file.path} changes nothing: the model says all of it.`] : []), ...placed.map((one) => warningText(one, one.where ? `${one.where.file}:${one.where.line}` : file.path))] };
}

async function readOverlay(path: string, { cwd }: Session): Promise<SourceFile> {
  const shown = shownPath(path, cwd);
  const text = await onDisk.text(resolve(cwd, path), shown);
  if (shown.endsWith(".json") && /"(?:planned_values|resource_changes)"\s*:/.test(text)) {
    throw new AppError("A4015", `${shown} is a Terraform plan, which cannot be read yet.`, { where: fileStart(shown), hint: "Say what it does with --set and --remove, or in a file as they lie under model/." });
  }
  return { path: shown, text };
}
