// What a scaffold writes: new files, and one line more in files that list them. Applied whole or not at all.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Scaffold {
  readonly files: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
  /** Tools to run afterwards, with their arguments, so that what is generated from the new files is fresh. */
  readonly after: readonly (readonly [tool: string, ...args: string[]])[];
  /** What to do now, one sentence each. */
  readonly next: readonly string[];
}

export interface Edit {
  readonly path: string;
  readonly change: (text: string) => string;
}

/** Something wrong with what was asked for; the message is for the person who asked. */
export class ScaffoldError extends Error {}

/** The paths it wrote. */
export function applyScaffold(root: string, { files, edits }: Scaffold): readonly string[] {
  const taken = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new ScaffoldError(`${taken} exists already.`);
  const changed = edits.map(({ path, change }) => [path, changedText(join(root, path), path, change)] as const);
  const all = [...Object.entries(files), ...changed];
  for (const [path, text] of all) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return all.map(([path]) => path);
}

function changedText(file: string, path: string, change: (text: string) => string): string {
  const text = readFileSync(file, "utf8");
  const changed = change(text);
  if (changed === text) throw new ScaffoldError(`${path} does not look as expected; add the line by hand.`);
  return changed;
}
