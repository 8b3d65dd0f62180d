// Writes files whole: to a temporary name beside the target, then renamed, so that a crash leaves the old or the new file.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { AppError } from "../app-error.ts";

export interface OutputFile {
  /** Relative to the folder written to, forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  const root = resolve(folder);
  for (const file of files) {
    const target = resolve(root, file.path);
    if (target !== root && !target.startsWith(root + sep)) throw new AppError("A4014", `${file.path} lies outside of ${folder}.`);
    await writeAtomic(target, file.content);
  }
}

export async function writeAtomic(target: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(target), `.${process.pid}-${counter++}.tmp`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(temporary, content);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new AppError("A4003", `${target} cannot be written (${(cause as NodeJS.ErrnoException).code ?? String(cause)}).`, { cause });
  }
}

let counter = 0;
