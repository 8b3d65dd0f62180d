// A repository with a working tree, and the commits that its refs mean. A ref is only ever handed to git as a commit's digest.
import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { nearest } from "@merlon/core";
import { AppError } from "../app-error.ts";
import { runGit, runGitOrFail } from "./run-git.ts";

export interface Repository {
  /** Absolute, without links. */
  readonly root: string;
}

export interface OpenedRepository {
  readonly repository: Repository;
  /** The path that was asked for, without links in what is there of it. */
  readonly path: string;
}

/** The one that a path lies in; the path itself need not be there. `shown`: as messages show it. */
export async function openRepository(path: string, shown: string): Promise<OpenedRepository> {
  const { folder, rest } = await nearestThere(path);
  const { code, out, err } = await runGit(folder, ["rev-parse", "--show-cdup"]);
  if (code !== 0) throw notOpened(shown, err);
  const inside = await runGitOrFail(folder, ["rev-parse", "--is-inside-work-tree"], "open the repository");
  if (inside.toString().trim() !== "true") throw new AppError("A4021", `${shown} lies in a repository without a working tree.`, { hint: "Run it in a clone with files." });
  return { repository: { root: resolve(folder, out.toString("utf8").replace(/\n$/, "")) }, path: join(folder, rest) };
}

/** For somebody who stands in `cwd`: what lies in a submodule of where they stand has other branches and commits than they mean. */
export async function openRepositoryFrom(cwd: string, path: string | undefined): Promise<OpenedRepository> {
  const opened = await openRepository(resolve(cwd, path ?? "."), path ?? "this folder");
  const { root } = opened.repository;
  const { folder } = await nearestThere(cwd);
  if (folder === root || folder.startsWith(root + sep)) return opened;
  const { out } = await runGit(root, ["rev-parse", "--show-superproject-working-tree"]);
  const outer = out.toString("utf8").replace(/\n$/, "");
  if (outer === "") return opened;
  throw new AppError("A4025", `${path ?? "This folder"} lies in the submodule ${relative(outer, root)}, which is a repository of its own.`);
}

/** The commit's full digest. */
export async function commitOf({ root }: Repository, ref: string): Promise<string> {
  const found = await commitIfAny({ root }, ref);
  if (found !== undefined) return found;
  throw await unknownRef(root, ref);
}

/** undefined: no such ref. */
export async function commitIfAny({ root }: Repository, ref: string): Promise<string | undefined> {
  if (!isSafeRef(ref)) return undefined;
  const { code, out } = await runGit(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  const digest = out.toString("utf8").trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(digest) ? digest : undefined;
}

/** Where two histories part. `names`: of the two, for messages. */
export async function mergeBase({ root }: Repository, commits: readonly [string, string], names: readonly [string, string]): Promise<string> {
  const { code, out, err } = await runGit(root, ["merge-base", ...commits]);
  if (code === 0) return out.toString("utf8").trim().split("\n")[0] ?? "";
  const shallow = await isShallow(root);
  if (code !== 1 && !shallow) throw new AppError("A4020", `Git cannot find where ${names[0]} and ${names[1]} part: ${err}`);
  const why = shallow ? ": the clone is shallow, so that older commits are missing." : ".";
  throw new AppError("A4023", `${names[0]} and ${names[1]} have no commit in common here${why}`, shallow ? { hint: UNSHALLOW } : {});
}

export const UNSHALLOW = "Fetch the rest: `git fetch --unshallow`; in a pipeline, check out with the whole history (fetch-depth: 0).";

/** What could be taken for an option, or has no place in a ref, is none. */
function isSafeRef(ref: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters have no place in a ref
  return ref.length > 0 && ref.length <= 1000 && !ref.startsWith("-") && !/[\u0000-\u001f\u007f:]/.test(ref);
}

async function unknownRef(root: string, ref: string): Promise<AppError> {
  if (ref.startsWith("-")) return new AppError("A4022", `${ref} is no branch, tag or commit: none starts with a dash.`);
  if (ref === "HEAD") return new AppError("A4022", "There is no commit yet.", { hint: "Commit the model first; then there is something to compare with." });
  const shallow = await isShallow(root);
  const [, start] = /^([^~^]+)[~^]/.exec(ref) ?? [];
  if (start !== undefined && (await commitIfAny({ root }, start)) !== undefined) {
    return new AppError("A4022", `${start} has no commit ${ref} here${shallow ? ": the clone is shallow, so that older commits are missing." : "."}`, { hint: shallow ? UNSHALLOW : "It does not go back as far." });
  }
  const close = await nearestRef(root, ref);
  const message = `There is no branch, tag or commit ${ref}${close === undefined ? "." : `; did you mean ${close}?`}`;
  return new AppError("A4022", message, shallow ? { hint: `The clone is shallow and may not have it: fetch it with \`git fetch origin ${ref.replace(/^origin\//, "")}\`, or check out with the whole history.` } : {});
}

async function nearestRef(root: string, ref: string): Promise<string | undefined> {
  const { out } = await runGit(root, ["for-each-ref", "--format=%(if)%(symref)%(then)%(else)%(refname:short)%(end)", "--count=5000", "refs/heads", "refs/tags", "refs/remotes"]);
  const names = out.toString("utf8").split("\n").filter((name) => name !== "");
  return names.find((name) => name.endsWith(`/${ref}`)) ?? nearest(ref, names);
}

export async function isShallow(root: string): Promise<boolean> {
  const { out } = await runGit(root, ["rev-parse", "--is-shallow-repository"]);
  return out.toString("utf8").trim() === "true";
}

async function nearestThere(path: string): Promise<{ readonly folder: string; readonly rest: string }> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const real = await realpath(folder).catch(() => undefined);
    const rest = relative(folder, path);
    if (real !== undefined && (await isFolder(real))) return { folder: real, rest };
    if (folder === dirname(folder)) return { folder, rest };
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}

function notOpened(shown: string, said: string): AppError {
  if (/dubious ownership/.test(said)) {
    return new AppError("A4020", `Git does not trust the repository of ${shown}: it belongs to somebody else.`, { hint: "Say that it may be used: `git config --global --add safe.directory <its folder>`." });
  }
  if (/not a git repository/i.test(said)) return new AppError("A4021", `${shown} is not in a git repository.`);
  return new AppError("A4020", `Git cannot open the repository of ${shown}: ${said.split("\n")[0]?.replace(/^fatal: /, "") ?? ""}.`);
}
