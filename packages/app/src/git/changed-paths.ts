// Which files differ from where a ref and HEAD part: committed since, staged, changed on disk or not yet known to git.
import { join } from "node:path";
import { commitIfAny, commitOf, mergeBase, type Repository } from "./repository.ts";
import { runGitOrFail } from "./run-git.ts";

/** Absolute paths; undefined for HEAD where there is no commit yet, so that everything is new. Those that are gone are named too. */
export async function changedPaths(repository: Repository, ref: string): Promise<readonly string[] | undefined> {
  const { root } = repository;
  const head = await commitIfAny(repository, "HEAD");
  if (head === undefined && ref === "HEAD") return undefined;
  const since = await commitOf(repository, ref);
  const base = head === undefined ? since : await mergeBase(repository, [since, head], [ref, "HEAD"]);
  const changed = await runGitOrFail(root, ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", base, "--"], "list what changed");
  const staged = head === undefined ? changed : await runGitOrFail(root, ["diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff", base, "--"], "list what is staged");
  const unknown = await runGitOrFail(root, ["ls-files", "-z", "--others", "--exclude-standard"], "list new files");
  const names = [changed, staged, unknown].flatMap((out) => out.toString("utf8").split("\0")).filter((name) => name !== "");
  return [...new Set(names)].sort().map((name) => join(root, name));
}
