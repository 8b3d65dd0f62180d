// The commits that touched some paths, newest first, each with those before it that touched them too.
import type { Commit } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import type { Repository } from "./repository.ts";
import { runGit, runGitOrFail } from "./run-git.ts";

/** More than anybody waits for; what is older is not listed. */
export const MOST_COMMITS = 5_000;

/** `since`: a commit; what it has is left out. */
export async function historyOf({ root }: Repository, commit: string, paths: readonly string[], since?: string): Promise<readonly Commit[]> {
  const range = since === undefined ? [commit] : [commit, `^${since}`];
  const words = ["log", "-z", "--no-show-signature", "--topo-order", "--parents", `--max-count=${MOST_COMMITS}`, "--format=%H%x00%P%x00%as%x00%aN%x00%s", ...range, "--", ...paths];
  const parts = (await runGitOrFail(root, words, "list the commits of the model")).toString("utf8").replace(/\0$/, "").split("\0");
  if (parts.length === 1) return [];
  if (parts.length % FIELDS !== 0) throw new AppError("A4020", "Git lists the commits of the model in a form that is not understood.");
  return Array.from({ length: parts.length / FIELDS }, (_, index) => {
    const [id = "", parents = "", date = "", author = "", subject = ""] = parts.slice(index * FIELDS, (index + 1) * FIELDS);
    return { id, parents: parents === "" ? [] : parents.split(" "), date, author, subject };
  });
}

const FIELDS = 5;

/** Whether a shallow clone ends at this commit: it says that others come before, and the clone does not have them. */
export async function isCutAt({ root }: Repository, commit: string): Promise<boolean> {
  const known = await runGit(root, ["rev-list", "--parents", "--max-count=1", commit]);
  if (known.out.toString("utf8").trim().includes(" ")) return false;
  const { out } = await runGit(root, ["cat-file", "commit", commit]);
  return /^parent /m.test(out.toString("utf8").split("\n\n", 1)[0] ?? "");
}

/** From where git thinks that a commit moved the first file that `isWanted` names; undefined when from nowhere. Paths start at the repository's root. */
export async function movedFrom({ root }: Repository, commit: string, isWanted: (path: string) => boolean): Promise<string | undefined> {
  const { out } = await runGit(root, ["diff-tree", "-r", "-M", "-z", "--diff-filter=R", "--name-status", "--no-commit-id", commit]);
  const parts = out.toString("utf8").split("\0");
  const at = parts.findIndex((path, index) => index % 3 === 2 && isWanted(path));
  return at < 0 ? undefined : parts[at - 1];
}
