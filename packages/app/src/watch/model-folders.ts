// The folders whose files a model is made of: its own, those inside that belong to it, and its packs'.
import { readdir } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isPassedOver } from "../files/read-folder.ts";
import type { ModelPlace } from "../model/find-models.ts";
import { modelFolders } from "../model/load-model.ts";

/** Absolute; those above come before those inside. `packs`: folders as people in `cwd` see them. */
export async function foldersOf({ kind, path }: ModelPlace, packs: readonly string[], cwd: string): Promise<readonly string[]> {
  const own = kind === "file" ? [dirname(path)] : await withInner(path, (inner) => modelFolders.test(inner));
  const ofPacks: string[] = [];
  for (const pack of packs) ofPacks.push(...await withInner(resolve(cwd, pack), () => true));
  return [...new Set([...own, ...ofPacks])];
}

async function withInner(root: string, enter: (path: string) => boolean): Promise<readonly string[]> {
  const found = [root];
  for (const folder of found) { // grows as inner ones are found
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const inner = join(folder, entry.name);
      if (entry.isDirectory() && !isPassedOver(entry.name) && enter(relative(root, inner).split(sep).join("/"))) found.push(inner);
    }
  }
  return found;
}
