// A rule pack that an import brings: as a folder beside the model it came with, or as all that a file holds.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readYaml } from "@merlon/core";
import type { ForeignPack } from "@merlon/formats";
import { AppError, fileStart } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { shownInside } from "../files/shown-path.ts";
import type { OutputFile } from "../files/write-files.ts";

export interface PackPlan {
  readonly files: readonly OutputFile[];
  /** Rules of an earlier import that the source does not have any more. */
  readonly remove: readonly string[];
}

/** `inside`: the pack's folder below the folder that is written to; empty for that folder itself. */
export async function planPack(pack: ForeignPack, folder: string, inside: string): Promise<PackPlan> {
  const files = pack.files.map(({ path, text }) => ({ path: join(inside, path), content: text }));
  const wanted = new Set(files.map(({ path }) => path));
  const there = await readdir(join(folder, inside), { recursive: true }).catch(() => []);
  return { files, remove: there.map((path) => join(inside, path)).filter((path) => path.endsWith(".yaml") && !wanted.has(path)).sort() };
}

/** Refuses a folder that holds a model, or a pack that did not come from this source. */
export async function assertPackFolder(pack: ForeignPack, folder: string, shown: string): Promise<void> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException): string[] => {
    if (cause.code === "ENOENT") return [];
    throw new AppError("A4008", `${shown} is no folder that a pack can be written to.`, { cause, where: fileStart(shown), hint: "Give another folder with -o." });
  });
  const model = names.find((name) => /^model\.(?:yaml|yml|json)$/.test(name));
  if (model !== undefined) throw new AppError("A4008", `${shown} holds a model, and this file holds rules.`, { where: fileStart(shownInside(shown, model)), hint: `Give a folder for the rules with -o, such as ${shownInside(shown, `rules/${pack.id}`)}.` });
  if (!names.includes("pack.yaml")) return;
  const path = shownInside(shown, "pack.yaml");
  const { value } = readYaml({ path, text: await readText(join(folder, "pack.yaml"), path) });
  const id = typeof value === "object" && value !== null && "id" in value ? String(value.id) : "another";
  if (id !== pack.id) throw new AppError("A4008", `${shown} holds another pack (\`${id}\`).`, { where: fileStart(path), hint: "Choose another folder, or say --force to replace that pack." });
}
