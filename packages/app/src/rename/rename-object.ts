// `merlon rename`: another id for an object, everywhere at once; the old one stays known, so that decisions are found.
import { declareRename, renameId } from "@merlon/core";
import { AppError } from "../app-error.ts";
import { findModel } from "../model/find-models.ts";
import { loadSoundModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import { changeTo, type ModelChange } from "../write/plan-change.ts";
import { writeChange } from "../write/write-change.ts";

export interface RenameOptions {
  /** The rename was made by hand already: only the old id is kept, so that decisions are found. */
  readonly confirm?: boolean;
  readonly dryRun?: boolean;
}

export async function renameObject(from: string, to: string, path: string | undefined, session: Session, options: RenameOptions = {}): Promise<ModelChange> {
  const loaded = await loadSoundModel(await findModel(path, session.cwd), session);
  if (from === to) throw new AppError("A4015", `\`${from}\` is called that already.`);
  const { files, diagnostics } = session.limit(() => (options.confirm ? declareRename : renameId)(loaded.files, from, to, { root: loaded.root }));
  if (diagnostics.length > 0) throw new AppError("A4009", `\`${from}\` is not renamed${options.confirm ? ` to \`${to}\`` : ""}.`, { diagnostics, hint: "Nothing was written." });
  const change = changeTo(files, loaded, session);
  if (!options.dryRun) await writeChange(change);
  return change;
}
