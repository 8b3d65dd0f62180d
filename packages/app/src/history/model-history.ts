// The versions of one model in git: the commits that touched its files or its own packs, and the model as each of them has it.
import { realpath } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import type { ImpactSide } from "@merlon/engine";
import type { Commit } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { emptied } from "../diff/absent-model.ts";
import { historyOf, isCutAt, MOST_COMMITS, movedFrom } from "../git/history.ts";
import { modelsOfCommit } from "../git/models-of-commit.ts";
import { commitOf, openRepository, type Repository } from "../git/repository.ts";
import { findModel, modelFiles, type ModelPlace } from "../model/find-models.ts";
import { loadModel, type LoadedModel } from "../model/load-model.ts";
import { isDay, type Session } from "../session.ts";
import { chainFrom } from "./threat-origin.ts";

export interface ModelHistory {
  /** As the files are now. */
  readonly now: LoadedModel;
  /** What stands before the first version. */
  readonly empty: LoadedModel;
  /** Newest first. */
  readonly commits: readonly Commit[];
  readonly byId: ReadonlyMap<string, Commit>;
  /** Those at which what is at hand ends, though it is not the begin. */
  readonly cutAt: ReadonlySet<string>;
  /** A sentence for each reason for which older commits are missing. */
  readonly missing: readonly string[];
  readonly versionAt: (commit: string) => Promise<ModelVersion>;
  /** Those that touched a file that may hold decisions. */
  readonly decisionCommits: () => Promise<ReadonlySet<string>>;
  /** Those of a day or later, or those that a ref does not have. */
  readonly since: (dayOrRef: string) => Promise<readonly Commit[]>;
}

/** absent: the commit has no such model, and an empty one stands for it. broken: it has errors, of which the first is told. */
export type ModelVersion =
  | { readonly kind: "sound" | "absent"; readonly loaded: LoadedModel }
  | { readonly kind: "broken"; readonly problem: string };

export async function modelHistory(path: string | undefined, session: Session): Promise<ModelHistory> {
  const place = await findModel(path, session.cwd);
  const now = await loadModel(place, session);
  const { repository, path: opened } = await openRepository(place.path, place.shown);
  const head = await commitOf(repository, "HEAD");
  session.progress(`Listing the commits of ${place.shown}`);
  const paths = pathsOf(place, opened, repository, now);
  const commits = await historyOf(repository, head, paths);
  if (commits.length === 0) throw new AppError("A4002", `${place.shown === "." ? "This model" : place.shown} is in no commit yet.`, { hint: "Commit it first; then it has a history." });
  const decisionPaths = place.kind === "file" ? [opened] : decisionParts.map((part) => resolve(opened, part));
  return {
    now, empty: emptied(now, session), commits, byId: new Map(commits.map((one) => [one.id, one])), ...(await endOf(commits, repository, paths)), versionAt: versions({ repository, path: opened, now, session }),
    decisionCommits: async () => new Set((await historyOf(repository, head, inside(decisionPaths, repository))).map(({ id }) => id)),
    async since(dayOrRef) {
      if (isDay(dayOrRef)) return commits.filter(({ date }) => date >= dayOrRef);
      const later = new Set((await historyOf(repository, head, paths, await commitOf(repository, dayOrRef))).map(({ id }) => id));
      return commits.filter(({ id }) => later.has(id));
    },
  };
}

/** Where the list ends before the history does. */
async function endOf(commits: readonly Commit[], repository: Repository, paths: readonly string[]): Promise<Pick<ModelHistory, "cutAt" | "missing">> {
  const last = commits.at(-1);
  if (last && commits.length === MOST_COMMITS) return { cutAt: new Set([last.id]), missing: [`Only the newest ${MOST_COMMITS} commits are listed.`] };
  const missing = new Map<string, string>();
  for (const { id, parents } of commits) {
    const why = parents.length > 0 ? undefined : await whyCut(id, repository, paths);
    if (why !== undefined) missing.set(id, why);
  }
  return { cutAt: new Set(missing.keys()), missing: [...missing.values()] };
}

async function whyCut(commit: string, repository: Repository, paths: readonly string[]): Promise<string | undefined> {
  if (await isCutAt(repository, commit)) return `The clone is shallow: what is older than commit ${commit.slice(0, 7)} is missing. Fetch it with git fetch --unshallow.`;
  const from = await movedFrom(repository, commit, (path) => paths.includes(path) && !/^(?:decisions|policy)\./.test(basename(path)));
  return from === undefined ? undefined : `Before commit ${commit.slice(0, 7)} the model was at ${from}; what was done there is not told.`;
}

const decisionParts = ["decisions", ...modelFiles, ...endings("decisions")];
const parts = [...decisionParts, "model", "imported", ...endings("policy")];

function endings(name: string): readonly string[] {
  return ["yaml", "yml", "json"].map((ending) => `${name}.${ending}`);
}

/** The files of the model, and the packs that it names by path: what they say changes the threats. */
function pathsOf({ kind }: ModelPlace, opened: string, repository: Repository, { model }: LoadedModel): readonly string[] {
  const folder = kind === "folder" ? opened : dirname(opened);
  const files = kind === "folder" ? parts.map((part) => resolve(folder, part)) : [opened];
  const packs = (model.header.packs ?? []).filter((pack) => pack.startsWith(".")).map((pack) => resolve(folder, pack));
  return inside([...files, ...packs], repository);
}

/** From the repository's root; what is outside of it is in no commit. */
function inside(paths: readonly string[], { root }: Repository): readonly string[] {
  return paths.map((path) => relative(root, path).split(sep).join("/")).filter((path) => path !== "" && path !== ".." && !path.startsWith("../"));
}

/** The nearest version from a commit back that can be read; undefined when none can. */
export async function soundBefore(commit: string, { versionAt, byId }: ModelHistory): Promise<LoadedModel | undefined> {
  for (let at: string | undefined = commit; at !== undefined; at = byId.get(at)?.parents[0]) {
    const version = await versionAt(at);
    if (version.kind !== "broken") return version.loaded;
  }
  return undefined;
}

/** What begins with a commit before which no version can be read. */
export function beginOf(commit: Commit, { byId, cutAt }: ModelHistory): "model" | "history" {
  return cutAt.has(chainFrom(commit, byId).at(-1)?.id ?? "") ? "history" : "model";
}

interface Reader {
  readonly repository: Repository;
  readonly path: string;
  readonly now: LoadedModel;
  readonly session: Session;
}

/** Each is read once, and only the latest are kept: a history may be long. */
function versions(reader: Reader): ModelHistory["versionAt"] {
  const known = new Map<string, Promise<ModelVersion>>();
  return (commit) => {
    const found = known.get(commit) ?? readVersion(commit, reader);
    known.delete(commit);
    known.set(commit, found);
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    return found;
  };
}

const MOST_KEPT = 24;

async function readVersion(commit: string, { repository, path, now, session }: Reader): Promise<ModelVersion> {
  const cwd = await realpath(session.cwd);
  try {
    const { places: [place], set } = await modelsOfCommit({ repository, name: commit.slice(0, 7), commit }, path, cwd);
    if (!place || set) return { kind: "absent", loaded: emptied(now, session) };
    const loaded = await loadModel(place, session);
    const errors = loaded.diagnostics.filter(({ severity }) => severity === "error");
    const [first] = errors;
    return first ? { kind: "broken", problem: `${errors.length === 1 ? "1 error" : `${errors.length} errors`}: ${first.code} ${first.message}` } : { kind: "sound", loaded };
  } catch (error) {
    // A pack that is gone, a link out of the folder: that version cannot be read, others can.
    if (error instanceof AppError && error.code !== "A4020" && error.code !== "A4012") return { kind: "broken", problem: `${error.code} ${error.message}` };
    throw error;
  }
}

export function sideOf({ model, library, documents, place }: LoadedModel): ImpactSide {
  return { version: { name: place.shown, model: model.header.id, digest: model.digest }, model, library, documents };
}
