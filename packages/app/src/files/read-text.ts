// Reads one text file in UTF-8, bounded in size; every fault says which file it is about.
import { readFile, stat } from "node:fs/promises";
import { AppError, fileStart } from "../app-error.ts";

/** The longest file that is read, in bytes. */
export const fileLimit = 20_000_000;

/** `shown` is the path as messages show it. */
export async function readText(path: string, shown: string = path, limit: number = fileLimit): Promise<string> {
  return decodeText(await readBytes(path, shown, limit), shown);
}

export function decodeText(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("A4011", `${shown} is not text in UTF-8.`, { cause, where: fileStart(shown) });
  }
}

async function readBytes(path: string, shown: string, limit: number): Promise<Uint8Array> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw new AppError("A4003", `${shown} is not a file.`, { where: fileStart(shown) });
    if (info.size > limit) throw tooLarge(shown, info.size, limit);
    return await readFile(path);
  } catch (cause) {
    throw cause instanceof AppError ? cause : fileError(shown, cause);
  }
}

export function tooLarge(shown: string, size: number, limit: number = fileLimit): AppError {
  return new AppError("A4004", `${shown} has ${size} bytes; at most ${limit} are read.`, { where: fileStart(shown) });
}

/** What the operating system says, in our words. */
export function fileError(shown: string, cause: unknown): AppError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new AppError("A4001", `There is no file or folder ${shown}.`, { cause });
  return new AppError("A4003", `${shown} cannot be read (${code ?? String(cause)}).`, { cause, where: fileStart(shown) });
}
