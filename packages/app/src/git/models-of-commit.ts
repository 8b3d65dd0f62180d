// What a path stands for in a commit: one model, or a folder of models, by the same rules as on disk.
import { basename, dirname, join, relative } from "node:path";
import { fileLimit } from "../files/read-text.ts";
import { fileAt, folderAt, isModelText, modelFiles, withOwnNames, type FoundModels, type ModelPlace } from "../model/find-models.ts";
import { entryAt, filesOfCommit } from "./commit-files.ts";
import { bytesOf, entriesAt, entriesIn, type CommitTree, type TreeEntry } from "./commit-tree.ts";

/** `path` absolute; no places when there is no model. `cwd`: what shown paths are relative to. */
export async function modelsOfCommit(tree: CommitTree, path: string, cwd: string): Promise<FoundModels> {
  const from = filesOfCommit(tree);
  const entry = await entryAt(tree, path, relative(cwd, path) || ".");
  if (!entry) return { places: [], set: false };
  const single = (place: ModelPlace): FoundModels => ({ places: [{ ...place, from }], set: false });
  if (entry.kind === "file") return single(modelFiles.includes(basename(path)) ? placed(folderAt, dirname(path), cwd) : placed(fileAt, path, cwd));
  const children = await entriesIn(tree, entry.path);
  if (children.some(isModelFile)) return single(placed(folderAt, path, cwd));
  const places = [...(await modelFolders(tree, children)).map((name) => placed(folderAt, join(path, name), cwd)), ...(await singleFiles(tree, children, path, cwd))];
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

/** Read some at a time, so that neither memory nor processes grow with the folder. */
async function singleFiles(tree: CommitTree, children: readonly TreeEntry[], folder: string, cwd: string): Promise<readonly ModelPlace[]> {
  const left = children.filter(({ kind, path, size }) => kind === "file" && size <= fileLimit && /\.(?:yaml|yml|json)$/.test(path));
  const found: TreeEntry[] = [];
  while (left.length > 0) {
    let size = 0;
    const many = left.findIndex((entry) => (size += entry.size) > fileLimit);
    const some = left.splice(0, many < 0 ? left.length : Math.max(1, many));
    const bytes = await bytesOf(tree, some);
    found.push(...some.filter((_, index) => isModelText(Buffer.from(bytes[index] ?? []).toString("utf8", 0, 8_000))));
  }
  return found.map(({ path }) => placed(fileAt, join(folder, basename(path)), cwd));
}
