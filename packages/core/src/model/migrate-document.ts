// Looks at the version a document states: current, older (migrated, with a note) or not readable by this program.
import { currentVersion, migrate } from "@merlon/schema";
import type { Diagnostic } from "@merlon/schema";
import { diagnose } from "../diagnose.ts";
import { whereIsValue } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import { isObject } from "./maps.ts";
import type { PlainObject } from "./maps.ts";

export const knownVersion = currentVersion;

export interface Versioned {
  readonly document: PlainObject;
  readonly diagnostics: readonly Diagnostic[];
}

/** `merlon` is left as written when it is no whole number; the schema then says what is wrong with it. */
export function migrateDocument(parsed: ParsedFile, raw: PlainObject): Versioned {
  const version = raw["merlon"];
  if (typeof version !== "number" || !Number.isInteger(version) || version === knownVersion) return { document: raw, diagnostics: [] };
  const where = whereIsValue(parsed, ["merlon"]);
  if (version < 0 || version > knownVersion) {
    return { document: { merlon: knownVersion }, diagnostics: [diagnose("C1012", where, { version, known: knownVersion })] };
  }
  const migrated = migrate(raw).document;
  return { document: isObject(migrated) ? migrated : { merlon: knownVersion }, diagnostics: [diagnose("C1015", where, { version, known: knownVersion })] };
}
