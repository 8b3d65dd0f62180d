// `merlon pack new`: a folder with a pack that passes its own tests, to be changed into what is wanted.
import { readdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { AppError, fileStart } from "../app-error.ts";
import { shownInside, shownPath } from "../files/shown-path.ts";
import { writeFiles } from "../files/write-files.ts";
import type { Session } from "../session.ts";
import { slugOf } from "../slug-of.ts";
import { packTexts } from "./pack-texts.ts";

export interface NewPackOptions {
  /** Made from the folder's name when left out. */
  readonly id?: string;
  readonly title?: string;
}

export interface NewPack {
  readonly id: string;
  readonly title: string;
  readonly folder: string;
  readonly files: readonly string[];
}

export async function newPack(path: string, options: NewPackOptions, session: Session): Promise<NewPack> {
  const folder = resolve(session.cwd, path);
  const shown = shownPath(path, session.cwd);
  const there = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    throw new AppError("A4008", `${shown} is no folder.`, { where: fileStart(shown), hint: "Give another name: `merlon pack new rules`.", cause });
  });
  if (there.some((name) => !name.startsWith("."))) throw new AppError("A4008", `${shown} is not empty.`, { where: fileStart(shown), hint: "Nothing was written. Give a new folder: `merlon pack new rules`." });
  const id = options.id ?? slugOf(basename(folder), "pack", 30);
  assertFree(id, session);
  const title = options.title ?? `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
  const texts = packTexts(id, title);
  await writeFiles(folder, Object.entries(texts).map(([name, content]) => ({ path: name, content })));
  return { id, title, folder: shown, files: Object.keys(texts).map((name) => shownInside(shown, name)) };
}

function assertFree(id: string, session: Session): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) throw new AppError("A4015", `\`${id}\` cannot be a pack's id.`, { hint: "Use lower-case letters, digits and hyphens, as in `--id acme-payments`." });
  if (id === "default" || session.builtIn.library.packs.some((pack) => pack.id === id)) {
    throw new AppError("A4008", `A pack \`${id}\` comes with Merlon.`, { hint: `Give yours a name of its own: \`--id our-${id}\`.` });
  }
}
