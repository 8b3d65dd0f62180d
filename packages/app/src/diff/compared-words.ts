// What the words of `merlon diff` stand for: two refs, a ref and the working tree, or two folders. Nothing is guessed between a ref and a folder of one name.
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { AppError } from "../app-error.ts";
import { commitIfAny, commitOf, mergeBase, openRepositoryFrom, type OpenedRepository, type Repository } from "../git/repository.ts";
import type { Session } from "../session.ts";

/** One of two versions; without a commit the working tree. */
export interface RefSide {
  readonly name: string;
  readonly commit?: string;
  /** The day that it is judged at, where that is its own. */
  readonly day?: string;
}

export type Compared =
  | { readonly kind: "paths"; readonly base: string; readonly head: string }
  | { readonly kind: "refs"; readonly base: RefSide; readonly head: RefSide; readonly model?: string; readonly opened: OpenedRepository };

export const WORKING_TREE = "working tree";

export async function whatIsCompared(words: readonly string[], model: string | undefined, session: Session): Promise<Compared> {
  const [first, second] = words;
  const opener = async (): Promise<OpenedRepository> => openRepositoryFrom(session.cwd, model);
  if (first === undefined) return { kind: "refs", ...(await headAndTree(model, await opener())) };
  const range = rangeOf(first);
  if (range) return inRange(range, await modelWord(second, model, session), session);
  return second === undefined ? oneWord(first, model, session, opener) : twoWords([first, second], model, session, opener);
}

interface Range {
  readonly base: string;
  readonly head: string;
  readonly dots: ".." | "...";
}

/** `a..b`, `a...b`, with HEAD for an end that is left out. `../b` is a path. */
export function rangeOf(word: string): Range | undefined {
  const [, base, dots, head] = /^((?:.*?[^./])?)(\.{2,3})((?:[^./].*)?)$/s.exec(word) ?? [];
  if (base === undefined || head === undefined || (base === "" && head === "")) return undefined;
  return { base: base || "HEAD", head: head || "HEAD", dots: dots === "..." ? "..." : ".." };
}

async function inRange({ base, head, dots }: Range, model: string | undefined, session: Session): Promise<Compared> {
  const opened = await openRepositoryFrom(session.cwd, model);
  const [from, to] = [await commitOf(opened.repository, base), await commitOf(opened.repository, head)];
  const start = dots === ".." ? { name: base, commit: from } : { name: `${base} (where ${head} parts from it)`, commit: await mergeBase(opened.repository, [from, to], [base, head]) };
  return { kind: "refs", base: start, head: { name: head, commit: to }, ...withModel(model), opened };
}

async function headAndTree(model: string | undefined, opened: OpenedRepository): Promise<Omit<Compared & { kind: "refs" }, "kind">> {
  return { base: { name: "HEAD", commit: await commitOf(opened.repository, "HEAD") }, head: { name: WORKING_TREE }, ...withModel(model), opened };
}

/** A ref against the working tree; or a model, as other commands take it. */
async function oneWord(word: string, model: string | undefined, session: Session, opener: () => Promise<OpenedRepository>): Promise<Compared> {
  const isPath = await isThere(word, session);
  if (isPath && model === undefined && !(await isRefAt(word, opener))) return { kind: "refs", ...(await headAndTree(word, await openRepositoryFrom(session.cwd, word))) };
  const opened = await opener();
  return { kind: "refs", base: { name: word, commit: await refOrFail(opened.repository, word, isPath) }, head: { name: WORKING_TREE }, ...withModel(model), opened };
}

async function twoWords([first, second]: readonly [string, string], model: string | undefined, session: Session, opener: () => Promise<OpenedRepository>): Promise<Compared> {
  const [firstIsPath, secondIsPath] = [await isThere(first, session), await isThere(second, session)];
  const [firstIsRef, secondIsRef] = [await isRefAt(first, opener), await isRefAt(second, opener)];
  if (firstIsPath && secondIsPath && !firstIsRef && !secondIsRef) {
    if (model !== undefined) throw new AppError("A4015", "Two folders are compared as they are.", { hint: "Leave --model out." });
    return { kind: "paths", base: first, head: second };
  }
  if (!firstIsRef && firstIsPath) throw secondIsPath ? ambiguous(second) : new AppError("A4015", `${first} is a folder or file, and ${second} is none.`, { hint: "Compare two folders, or two refs with --model." });
  const opened = await opener();
  const base = { name: first, commit: await refOrFail(opened.repository, first, firstIsPath) };
  if (secondIsPath && !secondIsRef && model === undefined) return { kind: "refs", base, head: { name: WORKING_TREE }, model: second, opened: await openRepositoryFrom(session.cwd, second) };
  return { kind: "refs", base, head: { name: second, commit: await refOrFail(opened.repository, second, secondIsPath) }, ...withModel(model), opened };
}

async function refOrFail(repository: Repository, ref: string, isPath: boolean): Promise<string> {
  if (isPath) throw ambiguous(ref);
  return commitOf(repository, ref);
}

function ambiguous(word: string): AppError {
  return new AppError("A4015", `Both a ref and a folder or file are called ${word}.`, { hint: `Write ./${word} for the folder, or refs/heads/${word} for the branch.` });
}

async function modelWord(second: string | undefined, model: string | undefined, session: Session): Promise<string | undefined> {
  if (second === undefined) return model;
  if (model === undefined && (await isThere(second, session))) return second;
  throw new AppError("A4015", `A range says both versions, so ${second} is one too many.`, { hint: "Name the model with --model." });
}

/** What could only be a path is never taken for a ref. */
export async function isRefAt(word: string, opener: () => Promise<OpenedRepository>): Promise<boolean> {
  if (/^\.{0,2}\/|^\.{1,2}$|\/$/.test(word)) return false;
  const opened = await opener().catch((error: unknown) => {
    // Whoever needs the repository is told by opening it; two folders need none, nor git.
    if (error instanceof AppError && (error.code === "A4020" || error.code === "A4021")) return undefined;
    throw error;
  });
  return opened !== undefined && (await commitIfAny(opened.repository, word)) !== undefined;
}

export async function isThere(word: string, session: Session): Promise<boolean> {
  return (await stat(resolve(session.cwd, word)).catch(() => undefined)) !== undefined;
}

export function withModel(model: string | undefined): { readonly model?: string } {
  return model === undefined ? {} : { model };
}
