// `merlon git-setup`: tells git in this clone to merge the files of models by object and to show their changes by object, and which files those are.
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { writeAtomic } from "../files/write-files.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { runGitOrFail } from "../git/run-git.ts";
import { findModels, modelFiles, type ModelPlace } from "../model/find-models.ts";
import type { Session } from "../session.ts";

export interface GitSetup {
  /** The words that start Merlon in a shell. */
  readonly program: string;
  /** Set the drivers and write .gitattributes; else nothing is touched. */
  readonly write: boolean;
}

export interface GitIsSetUp {
  /** What git calls to merge. */
  readonly driver: string;
  /** What git calls to show a change. */
  readonly differ: string;
  /** All lines that .gitattributes needs. */
  readonly lines: readonly string[];
  /** Those that it does not have yet, or did not have. */
  readonly missing: readonly string[];
  readonly written: boolean;
}

export async function setUpGit(path: string | undefined, { program, write }: GitSetup, session: Session): Promise<GitIsSetUp> {
  const { places } = await findModels(path, session.cwd);
  const { repository } = await openRepository(places[0]?.path ?? session.cwd, places[0]?.shown ?? ".");
  const driver = `${program} merge --driver=%P %O %A %B`;
  const differ = `${program} git-diff`;
  const lines: string[] = [];
  for (const place of places) lines.push(...await linesFor(place, repository.root));
  const target = join(repository.root, ".gitattributes");
  const before = await readFile(target, "utf8").catch((error: NodeJS.ErrnoException) => { if (error.code === "ENOENT") return ""; throw error; });
  const missing = lines.filter((line) => !before.split(/\r?\n/).includes(line));
  const written = write && missing.length > 0;
  if (write) await keepDrivers(repository, [["merge.merlon.name", "threat models, by object and field"], ["merge.merlon.driver", driver], ["diff.merlon.command", differ]]);
  if (written) await writeAtomic(target, `${before}${before === "" || before.endsWith("\n") ? "" : "\n"}${missing.join("\n")}\n`);
  return { driver, differ, lines, missing, written };
}

async function keepDrivers({ root }: Repository, settings: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, value] of settings) await runGitOrFail(root, ["config", "--local", name, value], "keep the drivers");
}

async function linesFor({ kind, path }: ModelPlace, root: string): Promise<readonly string[]> {
  const inside = relative(root, path).split(sep).join("/");
  if (kind === "file") return [lineFor(inside, "", both)];
  const model = (await readdir(path)).find((name) => modelFiles.includes(name)) ?? "model.yaml";
  const ending = basename(model).replace("model", "");
  return [
    ...[model, `model/**/*${ending}`, `imported/*${ending}`, `decisions${ending}`, `decisions/*${ending}`].map((pattern) => lineFor(inside, pattern, both)),
    // Of these a diff by object would tell nothing.
    ...[`views${ending}`, `policy${ending}`].map((pattern) => lineFor(inside, pattern, "merge=merlon")),
  ];
}

const both = "merge=merlon diff=merlon";

/** From the root; what would be a pattern in the folder's name is not one, and a space needs quotes. */
function lineFor(folder: string, pattern: string, drivers: string): string {
  const literal = folder.replace(/[\\*?[\]!#]/g, (sign) => `\\${sign}`);
  const whole = `/${[literal, pattern].filter((part) => part !== "").join("/")}`;
  return `${/[\s"\\]/.test(whole) ? JSON.stringify(whole) : whole} ${drivers}`;
}
