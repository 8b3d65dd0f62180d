// Reads the text files of a folder: bounded in number, size and depth, never outside of the folder, never through a link that leads out.
import { lstat, readFile, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { SourceFile } from "@merlon/core";
import { AppError } from "../app-error.ts";

export interface FolderLimits {
  readonly files: number;
  readonly depth: number;
  /** Bytes, for all files together. */
  readonly bytes: number;
}

export const folderLimits: FolderLimits = { files: 5_000, depth: 8, bytes: 40_000_000 };

/** Which files to read, by their path relative to the folder with forward slashes. */
export type Wanted = (path: string) => boolean;

export async function readFolder(folder: string, wanted: Wanted, limits: FolderLimits = folderLimits): Promise<readonly SourceFile[]> {
  const root = await realpath(folder);
  const paths: string[] = [];
  await walk(root, root, 0, wanted, paths, limits);
  const files: SourceFile[] = [];
  let bytes = 0;
  for (const path of paths.sort()) {
    const absolute = join(root, path);
    bytes += (await stat(absolute)).size;
    if (bytes > limits.bytes) throw new AppError("A4004", `The files of ${folder} are larger than ${limits.bytes} bytes together.`);
    files.push({ path: path.split(sep).join("/"), text: await readText(absolute) });
  }
  return files;
}

async function walk(root: string, folder: string, depth: number, wanted: Wanted, into: string[], limits: FolderLimits): Promise<void> {
  if (depth > limits.depth) return;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const absolute = join(folder, entry.name);
    const path = relative(root, absolute);
    if (entry.isSymbolicLink()) await refuseEscape(root, absolute, path);
    const kind = entry.isSymbolicLink() ? await stat(absolute) : entry;
    if (kind.isDirectory() && !entry.isSymbolicLink()) await walk(root, absolute, depth + 1, wanted, into, limits);
    else if (kind.isFile() && wanted(path.split(sep).join("/"))) into.push(path);
    if (into.length > limits.files) throw new AppError("A4004", `More than ${limits.files} files in ${root}.`);
  }
}

async function refuseEscape(root: string, absolute: string, path: string): Promise<void> {
  const target = await realpath(absolute).catch(() => undefined);
  if (target === undefined || !target.startsWith(root + sep)) {
    throw new AppError("A4014", `${path} is a link that leads out of the folder.`);
  }
}

/** The text of a file in UTF-8. */
export async function readText(path: string, maxBytes = 40_000_000): Promise<string> {
  let bytes: Buffer;
  try {
    const info = await lstat(path).then((found) => (found.isSymbolicLink() ? stat(path) : found));
    if (!info.isFile()) throw new AppError("A4003", `${path} is not a file.`);
    if (info.size > maxBytes) throw new AppError("A4004", `${path} has ${info.size} bytes; ${maxBytes} are read at most.`);
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw fileError(path, cause);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("A4011", `${path} is not text in UTF-8.`, { cause });
  }
}

export function fileError(path: string, cause: unknown): AppError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return new AppError("A4001", `There is no file or folder ${path}.`, { cause });
  return new AppError("A4003", `${path} cannot be read (${code ?? String(cause)}).`, { cause });
}
