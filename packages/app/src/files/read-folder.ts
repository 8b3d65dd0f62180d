// Reads the text files of a folder: bounded in number, size and depth, never outside of the folder, never through a link that leads out.
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { SourceFile } from "@merlon/core";
import { AppError, fileStart } from "../app-error.ts";
import { fileError, fileLimit, readText } from "./read-text.ts";
import { shownInside } from "./shown-path.ts";

export interface FolderLimits {
  readonly files: number;
  readonly depth: number;
  /** For all files together. */
  readonly characters: number;
}

export const folderLimits: FolderLimits = { files: 5_000, depth: 8, characters: 2 * fileLimit };

export interface FolderOptions {
  /** The folder's name in messages. */
  readonly shown: string;
  /** Which files to read, by their path relative to the folder with forward slashes; of some only the name matters. */
  readonly wanted: (path: string) => boolean | "name";
  /** Which folders to look into; all when left out. */
  readonly enter?: (path: string) => boolean;
  readonly limits?: FolderLimits;
}

interface Walk extends Required<FolderOptions> {
  readonly root: string;
  readonly found: string[];
}

/** Paths of the files are relative to the folder, sorted. */
export async function readFolder(folder: string, options: FolderOptions): Promise<readonly SourceFile[]> {
  const { shown } = options;
  const root = await realpath(folder).catch((cause: unknown) => { throw fileError(shown, cause); });
  const walk: Walk = { enter: () => true, limits: folderLimits, ...options, root, found: [] };
  await visit(walk, root, 0);
  const files: SourceFile[] = [];
  let characters = 0;
  for (const path of walk.found.sort()) {
    const text = walk.wanted(path) === "name" ? "" : await readText(join(root, path), shownInside(shown, path));
    characters += text.length;
    if (characters > walk.limits.characters) throw tooMuch(walk, path, `The files of ${shown} have more than ${walk.limits.characters} characters together.`);
    files.push({ path, text });
  }
  return files;
}

async function visit(walk: Walk, folder: string, depth: number): Promise<void> {
  if (depth > walk.limits.depth) return;
  for (const entry of await entriesOf(walk, folder)) {
    if (isPassedOver(entry.name)) continue;
    const absolute = join(folder, entry.name);
    const path = relative(walk.root, absolute).split(sep).join("/");
    if (entry.isDirectory()) {
      if (walk.enter(path)) await visit(walk, absolute, depth + 1);
    } else if (walk.wanted(path) && (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(walk, absolute, path))))) {
      walk.found.push(path);
    }
    if (walk.found.length > walk.limits.files) throw tooMuch(walk, path, `There are more than ${walk.limits.files} files in ${walk.shown}.`);
  }
}

/** Hidden files and folders, and what others have installed. */
export function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function tooMuch(walk: Walk, path: string, message: string): AppError {
  return new AppError("A4004", message, { where: fileStart(shownInside(walk.shown, path)) });
}

async function entriesOf(walk: Walk, folder: string): Promise<readonly Dirent[]> {
  const path = relative(walk.root, folder).split(sep).join("/");
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => { throw fileError(path === "" ? walk.shown : shownInside(walk.shown, path), cause); });
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function leadsToFile(walk: Walk, absolute: string, path: string): Promise<boolean> {
  const shown = shownInside(walk.shown, path);
  const target = await realpath(absolute).catch((cause: unknown) => { throw new AppError("A4003", `${shown} is a link that leads nowhere.`, { cause, where: fileStart(shown) }); });
  if (!target.startsWith(walk.root + sep)) throw new AppError("A4014", `${shown} is a link that leads out of the folder.`, { where: fileStart(shown) });
  return (await stat(target)).isFile();
}
