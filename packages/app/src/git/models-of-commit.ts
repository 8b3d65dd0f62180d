// What a path stands for in a commit: one model, or a folder of models, by the same rules as on disk.
import { basename, dirname, join, relative } from "node:path";
import { fileAt, folderAt, isModelText, modelFiles, withOwnNames, type FoundModels, type ModelPlace } from "../model/find-models.ts";
import { entryAt, filesOfCommit } from "./commit-files.ts";
import { entriesAt, entriesIn, type CommitTree, type TreeEntry } from "./commit-tree.ts";
import type { TextFiles } from "../files/text-files.ts";

/** `path` absolute; no places when there is no model. `cwd`: what shown paths are relative to. */
export async function modelsOfCommit(tree: CommitTree, path: string, cwd: string): Promise<FoundModels> {
  const from = filesOfCommit(tree);
  const entry = await entryAt(tree, path, relative(cwd, path) || ".");
  if (!entry) return { places: [], set: false };
  const single = (place: ModelPlace): FoundModels => ({ places: [{ ...place, from }], set: false });
  if (entry.kind === "file") return single(modelFiles.includes(basename(path)) ? placed(folderAt, dirname(path), cwd) : placed(fileAt, path, cwd));
  const children = await entriesIn(tree, entry.path);
  if (children.some(isModelFile)) return single(placed(folderAt, path, cwd));
  const places = [...(await modelFolders(tree, children)).map((name) => placed(folderAt, join(path, name), cwd)), ...(await singleFiles(children, path, from, cwd))];
  return { places: withOwnNames(places.sort((a, b) => (a.path < b.path ? -1 : 1)).map((place) => ({ ...place, from }))), set: true };
}

function placed(at: typeof folderAt, path: string, cwd: string): ModelPlace {
  return at(path, relative(cwd, path) || ".", cwd);
}

function isModelFile({ path, kind }: TreeEntry): boolean {
  return kind === "file" && modelFiles.includes(basename(path));
}

async function modelFolders(tree: CommitTree, children: readonly TreeEntry[]): Promise<readonly string[]> {
  const folders = children.filter(({ kind }) => kind === "folder");
  const found = await entriesAt(tree, folders.flatMap(({ path }) => modelFiles.map((name) => `${path}/${name}`)));
  return [...new Set(found.filter(isModelFile).map(({ path }) => basename(dirname(path))))];
}

async function singleFiles(children: readonly TreeEntry[], folder: string, from: TextFiles, cwd: string): Promise<readonly ModelPlace[]> {
  const names = children.filter(({ kind, path }) => kind === "file" && /\.(?:yaml|yml|json)$/.test(path)).map(({ path }) => basename(path));
  const places = await Promise.all(names.map(async (name) => {
    const text = await from.text(join(folder, name), name).catch(() => "");
    return isModelText(text) ? [placed(fileAt, join(folder, name), cwd)] : [];
  }));
  return places.flat();
}
