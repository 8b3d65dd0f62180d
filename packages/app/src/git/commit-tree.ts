// The tree of one commit: what lies where, and the bytes of files. Names come and go with zero bytes between them, so that any name is a name.
import { AppError } from "../app-error.ts";
import type { Repository } from "./repository.ts";
import { gitFault, runGit, runGitOrFail } from "./run-git.ts";

export interface TreeEntry {
  /** From the repository's root, forward slashes. */
  readonly path: string;
  readonly kind: "file" | "symlink" | "folder" | "submodule";
  readonly digest: string;
  /** Of files and symbolic links, in bytes. */
  readonly size: number;
}

export interface CommitTree {
  readonly repository: Repository;
  /** As the person named it. */
  readonly name: string;
  readonly commit: string;
}

/** The entries at some paths, in any order; paths that are not there are left out. */
export async function entriesAt({ repository, commit }: CommitTree, paths: readonly string[]): Promise<readonly TreeEntry[]> {
  const found: TreeEntry[] = [];
  for (let start = 0; start < paths.length; start += 300) {
    const some = paths.slice(start, start + 300);
    found.push(...entriesOf(await runGitOrFail(repository.root, ["ls-tree", "-z", "-l", "--full-tree", commit, "--", ...some], "list the files of the commit")));
  }
  return found;
}

/** What lies in a folder, not in those below it; `""` for the root. */
export async function entriesIn({ repository, commit }: CommitTree, folder: string): Promise<readonly TreeEntry[]> {
  const where = folder === "" ? [] : ["--", `${folder}/`];
  return entriesOf(await runGitOrFail(repository.root, ["ls-tree", "-z", "-l", "--full-tree", commit, ...where], "list the files of the commit"));
}

/** Files, symbolic links and submodules in some folders and all below them. */
export async function entriesBelow({ repository, commit }: CommitTree, folders: readonly string[]): Promise<readonly TreeEntry[]> {
  if (folders.length === 0) return [];
  return entriesOf(await runGitOrFail(repository.root, ["ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", ...folders.map((folder) => `${folder}/`)], "list the files of the commit"));
}

const kinds: Readonly<Record<string, TreeEntry["kind"]>> = { "120000": "symlink", "160000": "submodule", "040000": "folder" };

function entriesOf(out: Buffer): readonly TreeEntry[] {
  return out.toString("utf8").split("\0").flatMap((line) => {
    const [, mode = "", digest = "", size = "", path = ""] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    return path === "" ? [] : [{ path, kind: kinds[mode] ?? "file", digest, size: size === "-" ? 0 : Number(size) }];
  });
}

/** The bytes of each, in the same order, with one run of git. */
export async function bytesOf({ repository, name }: CommitTree, entries: readonly TreeEntry[]): Promise<readonly Uint8Array[]> {
  if (entries.length === 0) return [];
  const most = entries.reduce((sum, { size }) => sum + size + 200, 0);
  const { code, out, err } = await runGit(repository.root, ["cat-file", "--batch"], { input: entries.map(({ digest }) => `${digest}\n`).join(""), most });
  if (code !== 0) throw gitFault("read the files of the commit", err);
  let offset = 0;
  return entries.map(({ path }) => {
    const end = out.indexOf(10, offset);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(out.toString("latin1", offset, end)) ?? [];
    if (size === undefined) throw new AppError("A4020", `Git does not have the content of ${path} at ${name}.`, { hint: "The clone is partial or damaged: fetch it again." });
    const start = end + 1;
    offset = start + Number(size) + 1;
    return out.subarray(start, start + Number(size));
  });
}
