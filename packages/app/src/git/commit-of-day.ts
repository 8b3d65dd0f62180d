// Which commit a day means: the last one of that day or before it, in UTC, as the branch that one is on had it.
import { AppError } from "../app-error.ts";
import { commitOf, isShallow, UNSHALLOW, type Repository } from "./repository.ts";
import { runGitOrFail } from "./run-git.ts";

/** Of merged branches only the merge counts: before it the branch did not have their commits. */
export async function commitOfDay(repository: Repository, day: string): Promise<string> {
  const head = await commitOf(repository, "HEAD");
  const out = await runGitOrFail(repository.root, ["rev-list", "--first-parent", "--max-count=1", `--before=${day}T23:59:59Z`, head], `find the last commit of ${day}`);
  const found = out.toString("utf8").trim();
  if (found !== "") return found;
  const isCut = await isShallow(repository.root);
  throw new AppError("A4022", `There is no commit of ${day} or before it${isCut ? ": the clone is shallow, so that older commits are missing." : "."}`, { hint: isCut ? UNSHALLOW : "The history begins later; `git log --reverse` shows with what." });
}
