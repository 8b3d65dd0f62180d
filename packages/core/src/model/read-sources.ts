// From files to valid documents: which file is what, text to value, version, schema. Everything wrong becomes a diagnostic.
import {
  DecisionsDocumentSchema, LockSchema, ModelDocumentSchema, PolicySchema, SystemDocumentSchema, ViewsDocumentSchema,
} from "@merlon/schema";
import type { Diagnostic } from "@merlon/schema";
import type * as z from "zod";
import { diagnose } from "../diagnose.ts";
import { readYaml } from "../text/read-yaml.ts";
import { whereAt } from "../text/parsed-file.ts";
import type { ParsedFile } from "../text/parsed-file.ts";
import type { Limits, SourceFile } from "../text/source-file.ts";
import { describeValue } from "./explain-issue.ts";
import { fileRole, fromRoot } from "./file-role.ts";
import type { FileRole } from "./file-role.ts";
import type { LibraryIndex } from "./library-index.ts";
import { isObject, mapNames } from "./maps.ts";
import type { PlainObject } from "./maps.ts";
import { knownVersion, migrateDocument } from "./migrate-document.ts";
import { validate } from "./validate.ts";

/** One file of a model, read and checked. */
export interface ModelSource {
  readonly role: FileRole;
  readonly parsed: ParsedFile;
  /** As written, after migration; extensions and characteristics included. */
  readonly raw: PlainObject;
  /** What fits the schema. Extensions and characteristics may be left in elements, flows and boundaries. */
  readonly document: PlainObject;
}

export interface SourcesRead {
  /** People's files first, then imported ones; each by path. */
  readonly sources: readonly ModelSource[];
  readonly diagnostics: readonly Diagnostic[];
  /** Ids that were written but dropped because something about them was wrong; references to them are not reported again. */
  readonly broken: ReadonlySet<string>;
}

export interface SourceOptions {
  readonly index: LibraryIndex;
  readonly root: string;
  readonly limits: Limits;
}

const schemas: Readonly<Record<FileRole, z.ZodType>> = {
  model: ModelDocumentSchema, system: SystemDocumentSchema, imported: SystemDocumentSchema,
  decisions: DecisionsDocumentSchema, views: ViewsDocumentSchema, policy: PolicySchema, lock: LockSchema,
};

const order: readonly FileRole[] = ["model", "system", "decisions", "views", "policy", "lock", "imported"];

const homes: ReadonlyMap<string, string> = new Map([
  ...["id", "title", "description", "version", "stage", "depth", "owners", "packs", "imports", "scope", "adversaries", "attack-version"]
    .map((key) => [key, "`model.yaml`"] as const),
  ...["scales", "data", "boundaries", "elements", "flows", "controls", "assumptions", "threats", "risks"]
    .map((key) => [key, "`model.yaml` or a file under `model/`"] as const),
  ...["decisions", "evidence"].map((key) => [key, "`decisions.yaml`"] as const),
  ["views", "`views.yaml`"], ["policy", "`policy.yaml`"],
]);

export function readSources(files: readonly SourceFile[], options: SourceOptions): SourcesRead {
  const { roles, diagnostics } = assignRoles(files, options.root);
  const broken = new Set<string>();
  const sources: ModelSource[] = [];
  for (const { file, role } of roles) {
    const read = readSource(file, role, options);
    diagnostics.push(...read.diagnostics);
    for (const id of read.lost ?? []) broken.add(id);
    if (read.source === undefined) continue;
    sources.push(read.source);
    addBroken(read.source, broken);
  }
  return { sources, diagnostics, broken };
}

interface Assigned {
  readonly file: SourceFile;
  readonly role: FileRole;
}

function assignRoles(files: readonly SourceFile[], root: string): { readonly roles: readonly Assigned[]; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const roles: Assigned[] = [];
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const only = sorted.length === 1 ? sorted[0] : undefined;
  if (only !== undefined && /\.(?:yaml|yml|json)$/.test(only.path)) return { roles: [{ file: only, role: "model" }], diagnostics };
  if (only !== undefined && root === "" && fileRole(only.path) === undefined) {
    return { roles, diagnostics: [diagnose("C1018", { file: only.path, line: 1, column: 1 }, { file: only.path })] };
  }
  for (const file of sorted) {
    const role = fileRole(fromRoot(file.path, root));
    const other = role === "model" ? roles.find((assigned) => assigned.role === "model") : undefined;
    if (role === undefined) diagnostics.push(diagnose("C1014", { file: file.path, line: 1, column: 1 }));
    else if (other !== undefined) diagnostics.push(diagnose("C1011", { file: file.path, line: 1, column: 1 }, { file: other.file.path, other: file.path }));
    else roles.push({ file, role });
  }
  if (!roles.some(({ role }) => role === "model")) diagnostics.push(diagnose("C1010", undefined, { folder: root === "" ? "this folder" : `\`${root.replace(/\/$/, "")}\`` }));
  return { roles: roles.sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)), diagnostics };
}

interface SourceRead {
  readonly source?: ModelSource;
  readonly diagnostics: readonly Diagnostic[];
  readonly lost?: readonly string[];
}

function readSource(file: SourceFile, role: FileRole, options: SourceOptions): SourceRead {
  const parsed = readYaml(file, options.limits);
  if (parsed.value === undefined) return { diagnostics: parsed.diagnostics, lost: keysIn(file.text) };
  const value = parsed.value ?? {};
  if (!isObject(value)) return { diagnostics: [diagnose("C1009", whereAt(parsed, 0), { found: describeValue(value) })] };
  const diagnostics: Diagnostic[] = [];
  let raw = value;
  if (role !== "lock") {
    const versioned = migrateDocument(parsed, value);
    diagnostics.push(...versioned.diagnostics);
    raw = versioned.document;
  }
  if (role === "model" && !("merlon" in raw)) {
    diagnostics.push(diagnose("C1013", whereAt(parsed, 0), { known: knownVersion }));
    // Some other YAML or JSON: what is wrong with each of its keys interests nobody.
    if (!mapNames.some((map) => map !== "imports" && map in raw)) return { diagnostics };
    raw = { id: "model", ...raw, merlon: knownVersion };
  }
  if (role === "policy") raw = Object.fromEntries(Object.entries(raw).filter(([key]) => key !== "merlon"));
  const fallback: PlainObject = role === "model" ? { merlon: knownVersion, id: "model" } : {};
  const newer = diagnostics.some(({ code }) => code === "C1012");
  const checked = validate(parsed, raw, schemas[role], { index: options.index, elsewhere: homes, fallback });
  return { source: { role, parsed, raw, document: checked.document }, diagnostics: newer ? diagnostics : [...diagnostics, ...checked.diagnostics], lost: checked.lost };
}

/** A file as if it said something else; places stay those of the text. */
export function withRaw(source: ModelSource, raw: PlainObject, index: LibraryIndex): { readonly source: ModelSource; readonly diagnostics: readonly Diagnostic[] } {
  const { document, diagnostics } = validate(source.parsed, raw, schemas[source.role], { index, elsewhere: homes, fallback: { merlon: knownVersion, id: "model" } });
  return { source: { ...source, raw, document }, diagnostics };
}

/** What may be ids in a text that could not be read. */
function keysIn(text: string): readonly string[] {
  return [...text.slice(0, mostText).matchAll(/^[ \t]*"?([a-z][a-z0-9-]{0,62})"?[ \t]*:/gm)].map((found) => found[1] ?? "");
}

const mostText = 2_000_000;

function addBroken(source: ModelSource, broken: Set<string>): void {
  for (const map of mapNames) {
    const written = source.raw[map];
    const kept = source.document[map];
    if (!isObject(written)) continue;
    for (const id of Object.keys(written)) {
      if (!isObject(kept) || !Object.hasOwn(kept, id)) broken.add(id);
    }
  }
}
