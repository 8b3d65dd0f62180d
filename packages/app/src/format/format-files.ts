// `merlon fmt`: tidies the files that people write, without changing what they say. A file that cannot be read is told, and left alone.
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileRole, formatYaml, type SourceFile } from "@merlon/core";
import type { Diagnostic } from "@merlon/schema";
import { readText } from "../files/read-text.ts";
import { shownPath } from "../files/shown-path.ts";
import { findModels } from "../model/find-models.ts";
import { absolutePath, loadModel } from "../model/load-model.ts";
import type { Session } from "../session.ts";
import type { FileChange } from "../write/plan-change.ts";
import { writeFileChanges } from "../write/write-change.ts";

export interface FormattedFiles {
  /** Files that were looked at, as shown. */
  readonly files: readonly string[];
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
}

interface FoundFile extends SourceFile {
  readonly onDisk: string;
}

/** `paths`: folders of models, models, or single files; without any the model that the person is in. */
export async function formatFiles(paths: readonly string[], session: Session, options: { readonly dryRun?: boolean } = {}): Promise<FormattedFiles> {
  const found = new Map<string, FoundFile>();
  for (const path of paths.length === 0 ? [undefined] : paths) for (const file of await filesAt(path, session)) found.set(file.onDisk, file);
  const changes: FileChange[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, text } of found.values()) {
    const formatted = session.limit(() => formatYaml({ path, text }));
    diagnostics.push(...formatted.diagnostics);
    if (formatted.file.text !== text) changes.push({ path, before: text, after: formatted.file.text });
  }
  const onDisk = new Map([...found.values()].map((file) => [file.path, file.onDisk]));
  if (!options.dryRun) await writeFileChanges(changes, (path) => onDisk.get(path) ?? path);
  return { files: [...onDisk.keys()], changes, diagnostics };
}

async function filesAt(path: string | undefined, session: Session): Promise<readonly FoundFile[]> {
  if (path !== undefined) {
    const onDisk = resolve(session.cwd, path);
    const info = await stat(onDisk).catch(() => undefined);
    const shown = shownPath(path, session.cwd);
    if (info?.isFile()) return [{ path: shown, text: await readText(onDisk, shown), onDisk }];
  }
  const { places } = await findModels(path, session.cwd);
  const all: FoundFile[] = [];
  for (const place of places) {
    const { files, root } = await loadModel(place, session);
    all.push(...files.filter((file) => place.kind === "file" || isOurs(file.path.slice(root.length))).map((file) => ({ ...file, onDisk: absolutePath(place, file.path) })));
  }
  return all;
}

/** Imported files and the lock are written by Merlon itself. */
function isOurs(path: string): boolean {
  const role = fileRole(path);
  return role !== undefined && role !== "imported" && role !== "lock";
}
