// The files of one commit, read by the same rules as those on disk: nothing hidden, nothing outside of the folder, bounded in number, size and depth.
import { posix, relative, sep } from "node:path";
import type { SourceFile } from "@merlon/core";
import { AppError } from "../app-error.ts";
import { folderLimits, isPassedOver, type FolderOptions } from "../files/read-folder.ts";
import { decodeText, fileLimit, tooLarge } from "../files/read-text.ts";
import { shownInside } from "../files/shown-path.ts";
import type { TextFiles } from "../files/text-files.ts";
import { bytesOf, entriesAt, entriesBelow, entriesIn, type CommitTree, type TreeEntry } from "./commit-tree.ts";

export function filesOfCommit(tree: CommitTree): TextFiles {
  return {
    folder: (path, options) => readFolder(tree, path, options),
    async text(path, shown) {
      const entry = await entryAt(tree, path, shown);
      if (entry?.kind !== "file") throw new AppError("A4001", `There is no file ${shown} at ${tree.name}.`);
      const [text = ""] = await textsOf(tree, [{ entry, shown }]);
      return text;
    },
  };
}

/** What lies at an absolute path; undefined when nothing does. A link is nothing that a model may lie behind. */
export async function entryAt(tree: CommitTree, path: string, shown: string): Promise<TreeEntry | undefined> {
  const inside = pathInside(tree, path);
  if (inside === undefined) throw new AppError("A4014", `${shown} is outside of the repository, so it is not in ${tree.name}.`);
  if (inside === "") return { path: "", kind: "folder", digest: tree.commit, size: 0 };
  const parts = inside.split("/");
  const found = await entriesAt(tree, parts.map((_, index) => parts.slice(0, index + 1).join("/")));
  const submodule = found.find(({ kind }) => kind === "submodule");
  if (submodule) throw inSubmodule(tree, submodule.path);
  const symlink = found.find(({ kind }) => kind === "symlink");
  if (symlink) throw new AppError("A4003", `${symlink.path} is a link at ${tree.name}.`, { hint: "Name the folder that it leads to." });
  return found.find((entry) => entry.path === inside);
}

/** From the repository's root, forward slashes; undefined for what is outside of it. */
function pathInside({ repository }: CommitTree, path: string): string | undefined {
  const inside = relative(repository.root, path).split(sep).join("/");
  return inside === ".." || inside.startsWith("../") || posix.isAbsolute(inside) ? undefined : inside;
}

function inSubmodule({ name }: CommitTree, path: string): AppError {
  return new AppError("A4025", `${path} is a submodule at ${name}: its files are in a repository of its own.`);
}

async function readFolder(tree: CommitTree, path: string, options: FolderOptions): Promise<readonly SourceFile[]> {
  const { shown, wanted, limits = folderLimits } = options;
  const folder = await entryAt(tree, path, shown);
  if (folder?.kind !== "folder") throw new AppError("A4001", `There is no folder ${shown} at ${tree.name}.`);
  const root = folder.path === "" ? "" : `${folder.path}/`;
  const all = new Map((await entriesFor(tree, folder.path, options)).map((entry) => [entry.path.slice(root.length), entry]));
  const found = [...all.values()].filter((entry) => isWanted(entry, root, options)).map(({ path: full }) => full.slice(root.length)).sort();
  if (found.length > limits.files) throw new AppError("A4004", `There are more than ${limits.files} files in ${shown} at ${tree.name}.`);
  const read = await Promise.all(found.map(async (inner) => ({ path: inner, shown: shownInside(shown, inner), entry: await followed(tree, all.get(inner)!, root) })));
  const whole = read.filter(({ path: inner }) => wanted(inner) === true);
  const texts = await textsOf(tree, whole, limits.characters);
  const byPath = new Map(whole.map(({ path: inner }, index) => [inner, texts[index] ?? ""]));
  return found.map((inner) => ({ path: inner, text: byPath.get(inner) ?? "" }));
}

/** A model at the root of a large repository looks into its own folders only. */
async function entriesFor(tree: CommitTree, folder: string, { enter = () => true }: FolderOptions): Promise<readonly TreeEntry[]> {
  const top = await entriesIn(tree, folder);
  const entered = top.filter(({ kind, path }) => kind === "folder" && !isPassedOver(posix.basename(path)) && enter(posix.basename(path)));
  return [...top.filter(({ kind }) => kind !== "folder"), ...(await entriesBelow(tree, entered.map(({ path }) => path)))];
}

/** A submodule in one of its folders would be files of the model; elsewhere it is none of ours. */
function isWanted({ path, kind }: TreeEntry, root: string, options: FolderOptions): boolean {
  const inner = path.slice(root.length);
  return isLookedAt(inner, options) && (kind === "submodule" ? options.enter?.(inner) === true : options.wanted(inner) !== false);
}

function isLookedAt(path: string, { enter = () => true, limits = folderLimits }: FolderOptions): boolean {
  const parts = path.split("/");
  const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
  return !parts.some(isPassedOver) && folders.length <= limits.depth && folders.every(enter);
}

/** Where a link leads, if that is a file of the folder. */
async function followed(tree: CommitTree, start: TreeEntry, root: string): Promise<TreeEntry> {
  let entry: TreeEntry | undefined = start;
  for (let steps = 0; entry?.kind === "symlink" && steps < 8; steps++) {
    const [bytes] = await bytesOf(tree, [entry]);
    const target = Buffer.from(bytes ?? []).toString("utf8");
    const path: string = posix.normalize(posix.join(posix.dirname(entry.path), target));
    if (posix.isAbsolute(target) || !path.startsWith(root) || path.startsWith("..")) throw new AppError("A4014", `${start.path} is a link that leads out of the folder at ${tree.name}.`);
    [entry] = await entriesAt(tree, [path]);
  }
  if (entry?.kind === "submodule") throw inSubmodule(tree, entry.path);
  if (entry?.kind !== "file") throw new AppError("A4003", `${start.path} is a link that leads to no file at ${tree.name}.`);
  return entry;
}

interface Wanted {
  readonly entry: TreeEntry;
  readonly shown: string;
}

async function textsOf(tree: CommitTree, wanted: readonly Wanted[], most: number = fileLimit): Promise<readonly string[]> {
  const large = wanted.find(({ entry }) => entry.size > fileLimit);
  if (large) throw tooLarge(`${large.shown} at ${tree.name}`, large.entry.size);
  const size = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
  if (size > most) throw new AppError("A4004", `The files of the model have ${size} bytes together at ${tree.name}; at most ${most} are read.`);
  const bytes = await bytesOf(tree, wanted.map(({ entry }) => entry));
  return wanted.map(({ shown }, index) => decodeText(bytes[index] ?? new Uint8Array(), `${shown} at ${tree.name}`));
}
