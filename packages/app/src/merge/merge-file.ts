// What git asks of a merge driver: three versions of one file into the file of ours. The file may be a part of a model only.
import { resolve } from "node:path";
import { mergeModels, readYaml, type MergeConflict, type SourceFile } from "@merlon/core";
import { AppError } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { writeAtomic } from "../files/write-files.ts";
import { roleName } from "../model/role-name.ts";
import type { Session } from "../session.ts";
import { conflictsText, listOf } from "./conflicts-file.ts";

export interface FileVersions {
  readonly base: string;
  /** Is overwritten with the merge. */
  readonly ours: string;
  readonly theirs: string;
  /** Where the file lies in the repository. */
  readonly path: string;
}

export interface MergedFile {
  readonly conflicts: readonly MergeConflict[];
  /** The file that lists them, as shown. */
  readonly list?: string;
}

export async function mergeFile({ path, ...versions }: FileVersions, session: Session): Promise<MergedFile> {
  const read = async (name: string): Promise<SourceFile> => ({ path, text: await readText(resolve(session.cwd, name), path) });
  const [base, ours, theirs] = [await read(versions.base), await read(versions.ours), await read(versions.theirs)];
  assertReadable([ours, theirs, base]);
  const inside = roleName(path, ours.text || theirs.text);
  const alone = ({ text }: SourceFile): readonly SourceFile[] => (text.trim() === "" ? [] : [{ path: inside, text }]);
  const merged = session.limit(() => mergeModels({ base: alone(base), ours: alone(ours), theirs: alone(theirs) }, session.builtIn.library));
  // Without a file nothing is left of it: theirs took out all that ours still had from base.
  const result = merged.files[0]?.text ?? "";
  if (result !== ours.text) await writeAtomic(resolve(session.cwd, versions.ours), result);
  const conflicts = merged.conflicts.map((conflict) => (conflict.where ? { ...conflict, where: { ...conflict.where, file: path } } : conflict));
  const text = conflictsText(conflicts);
  if (text === undefined) return { conflicts };
  const list = listOf(path);
  await writeAtomic(resolve(session.cwd, list), text);
  return { conflicts, list };
}

function assertReadable(files: readonly SourceFile[]): void {
  for (const file of files) {
    const diagnostics = readYaml(file).diagnostics.filter(({ severity }) => severity === "error");
    if (diagnostics.length > 0) throw new AppError("A4006", `A version of ${file.path} cannot be read, so it is not merged.`, { diagnostics, hint: "Our version is in place; merge the other by hand." });
  }
}
