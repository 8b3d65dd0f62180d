// Finds the packs among the files of a folder: each file belongs to the nearest pack.yaml above it, so packs may lie in packs.
import type { SourceFile } from "@merlon/core";
import { readPack, type Pack } from "./read-pack.ts";

/** An outer pack comes before those inside it. Files above every pack.yaml belong to none. */
export function readPacks(files: readonly SourceFile[]): readonly Pack[] {
  const roots = files.flatMap(({ path }) => (/(?:^|\/)pack\.yaml$/.test(path) ? [path.slice(0, -"pack.yaml".length)] : [])).sort();
  const members = new Map<string, SourceFile[]>(roots.map((root) => [root, []]));
  for (const file of files) members.get(roots.findLast((root) => file.path.startsWith(root)) ?? "")?.push(file);
  return roots.flatMap((root) => readPack(members.get(root) ?? [], root) ?? []);
}
