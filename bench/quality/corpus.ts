// Where the samples lie that nobody here wrote. They stay outside the repository; without them a section says so instead of measuring.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));

export const hasCorpus = existsSync(shared);

export function sharedPath(path: string): string {
  return `${shared}${path}`;
}

export function readShared(path: string): unknown {
  return JSON.parse(readFileSync(sharedPath(path), "utf8"));
}
