// Several steps of a merge look at the same file: a large one is read once.
import type { ParsedFile } from "../text/parsed-file.ts";
import { readYaml } from "../text/read-yaml.ts";
import type { SourceFile } from "../text/source-file.ts";

const known = new WeakMap<SourceFile, ParsedFile>();

export function parsedOnce(file: SourceFile): ParsedFile {
  const parsed = known.get(file) ?? readYaml(file);
  known.set(file, parsed);
  return parsed;
}
