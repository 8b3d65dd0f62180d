// What a range of `merlon landscape diff` stands for: days, two folders, or refs as `merlon diff` takes them.
import { resolve } from "node:path";
import { AppError } from "../app-error.ts";
import { isRefAt, isThere, rangeOf, whatIsCompared, WORKING_TREE, withModel, type Compared, type RefSide } from "../diff/compared-words.ts";
import { commitOfDay } from "../git/commit-of-day.ts";
import { commitIfAny, commitOf, openRepository, type Repository } from "../git/repository.ts";
import { isDay, type Session } from "../session.ts";

/** Without a range the last commit against the working tree. */
export async function landscapeVersions(range: string | undefined, model: string | undefined, session: Session): Promise<Compared> {
  if (range === undefined) return whatIsCompared([], model, session);
  const folders = await twoFolders(range, model, session);
  if (folders) return { kind: "paths", ...folders };
  const days = rangeOf(range) ?? { base: range, head: undefined, dots: ".." };
  if (days.dots !== ".." || !(isDay(days.base) || (days.head !== undefined && isDay(days.head)))) return whatIsCompared([range], model, session);
  const opened = await openRepository(resolve(session.cwd, model ?? "."), model ?? "this folder");
  const base = await sideOf(days.base, opened.repository);
  const head = days.head === undefined ? { name: WORKING_TREE } : await sideOf(days.head, opened.repository);
  return { kind: "refs", base, head, ...withModel(model), opened };
}

async function sideOf(word: string, repository: Repository): Promise<RefSide> {
  const ref = await commitIfAny(repository, word);
  if (!isDay(word)) return { name: word, commit: ref ?? await commitOf(repository, word) };
  if (ref !== undefined) throw new AppError("A4015", `${word} is a day, and a branch or tag is called the same.`, { hint: `Write refs/tags/${word} or refs/heads/${word} for that one, or another day.` });
  return { name: word, commit: await commitOfDay(repository, word), day: word };
}

/** `before..after`, where both are there and neither is a ref. */
async function twoFolders(range: string, model: string | undefined, session: Session): Promise<{ readonly base: string; readonly head: string } | undefined> {
  for (const { index } of range.matchAll(/(?<=[^.])\.\.(?=[^.]|\.\.?\/)/g)) {
    const [base, head] = [range.slice(0, index), range.slice(index + 2)];
    if (!(await isThere(base, session)) || !(await isThere(head, session))) continue;
    const opener = async () => openRepository(session.cwd, "this folder");
    if ((await isRefAt(base, opener)) || (await isRefAt(head, opener))) continue;
    if (model !== undefined) throw new AppError("A4015", "Two folders are compared as they are.", { hint: "Leave --model out." });
    return { base, head };
  }
  return undefined;
}
