// Brings a document of an older schema version to today's, one named step after the other. A document that needs nothing is given back as it is.
import { from0to1 } from "./from-0-to-1.ts";
import type { Migration } from "./migration.ts";
import { isPlain } from "./plain.ts";

export const currentVersion = 1;

export const migrations: readonly Migration[] = [from0to1];

export interface Migrated {
  readonly document: unknown;
  /** Names of the steps, in order; empty when nothing was to be done. */
  readonly applied: readonly string[];
}

export function migrate(document: unknown): Migrated {
  let current = document;
  const applied: string[] = [];
  for (const step of migrations) {
    if (!isPlain(current) || current.merlon !== step.from) continue;
    current = { merlon: step.from + 1, ...step.up(current) };
    applied.push(step.name);
  }
  return { document: current, applied };
}
