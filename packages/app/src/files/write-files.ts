// Writes files whole: to a temporary name beside the target, then renamed, so that a crash leaves the old or the new file.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { AppError, fileStart } from "../app-error.ts";

export interface OutputFile {
  /** Relative to the folder written to, forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const root = resolve(folder);
  const targets = files.map((file) => ({ target: resolve(root, file.path), content: file.content }));
  const astray = targets.find(({ target }) => !target.startsWith(root + sep));
  if (astray) throw new AppError("A4014", `${astray.target} lies outside of ${folder}.`);
  for (const { target, content } of targets) {
    await mkdir(dirname(target), { recursive: true }).catch((cause: unknown) => { throw unwritable(target, cause); });
    await writeAtomic(target, content);
  }
}

/** Into a folder that is there: a slip in a path makes none. */
export async function writeAtomic(target: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(target), `.${process.pid}-${counter++}.tmp`);
  try {
    await writeFile(temporary, content);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(target, cause);
  }
}

function unwritable(target: string, cause: unknown): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  if (code === "ENOENT") return new AppError("A4016", `${target} cannot be written: there is no folder ${dirname(target)}.`, { cause });
  return new AppError("A4016", `${target} cannot be written (${code}).`, { cause, where: fileStart(target) });
}

let counter = 0;
