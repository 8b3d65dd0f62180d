// Compares generated texts with the files of the repository and writes those that differ.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./generators.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Folders that hold generated files only: what no generator writes there any more is stale too. */
const wholeFolders: Readonly<Record<string, readonly string[]>> = {
  "json-schema": ["spec/v1"],
  "schema-docs": ["docs/reference/schema"],
  "word-docs": ["docs/reference/words"],
};

/** Paths whose content is not what the generator gives, sorted. */
export function staleFiles(files: Files, generator: string): readonly string[] {
  const changed = [...files].filter(([path, text]) => readIfThere(path) !== text).map(([path]) => path);
  const left = (wholeFolders[generator] ?? []).flatMap(filesIn).filter((path) => !files.has(path));
  return [...changed, ...left].sort();
}

export function writeFiles(files: Files, paths: readonly string[]): void {
  for (const path of paths) {
    const text = files.get(path);
    if (text === undefined) {
      rmSync(join(root, path));
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
}

function readIfThere(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : undefined;
}

function filesIn(folder: string): readonly string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [];
}
