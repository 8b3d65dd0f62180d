// `merlon import`: reads a file of another tool into a model folder. Checks everything first; a failed import writes nothing.
import { rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { readModel } from "@merlon/core";
import { detectFormat, formats, type ForeignPack, type Format, type ReadResult } from "@merlon/formats";
import { lossMarkdown, toJson } from "@merlon/reports";
import type { Diagnostic, ImportResult, Loss, ModelDocument } from "@merlon/schema";
import { AppError } from "../app-error.ts";
import { readText } from "../files/read-text.ts";
import { shownInside, shownPath } from "../files/shown-path.ts";
import { writeFiles, type OutputFile } from "../files/write-files.ts";
import type { Session } from "../session.ts";
import { slugOf } from "../slug-of.ts";
import { unknownId } from "../unknown-id.ts";
import { assertPackFolder, planPack } from "./import-pack.ts";
import { earlierImport, openTarget, type ImportTarget } from "./import-target.ts";
import { planImport, type ImportMode, type ImportPlan } from "./plan-import.ts";

export interface ImportOptions {
  readonly out: string;
  /** Id of a format; found out from the content when left out. */
  readonly format?: string;
  /** What to do when the folder holds a model that is not an earlier import of this file. Refused when left out. */
  readonly existing?: "add" | "replace";
}

/** The loss report: what was read, what came of it, and what could not be carried. Saved as import-report.json. */
export interface ImportReport {
  readonly schema: "merlon/import-report/1";
  readonly source: string;
  readonly format: string;
  readonly formatVersion: string;
  /** The id of the model that came of it; of the pack, when the file holds rules and no model. */
  readonly model: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly losses: readonly Loss[];
  readonly diagnostics: readonly Diagnostic[];
  readonly decisions: ImportPlan["decisions"];
}

export interface ImportedModel {
  readonly folder: string;
  /** A file of rules alone becomes a pack. */
  readonly holds: "model" | "pack";
  readonly report: ImportReport;
  /** What the reader gave, for other forms of the loss report. */
  readonly read: Omit<ImportResult, "document">;
  /** As shown to people. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
  /** Errors that people's own files have together with the new ones. */
  readonly problems: readonly Diagnostic[];
}

export async function importModel(file: string, options: ImportOptions, session: Session): Promise<ImportedModel> {
  const shown = shownPath(file, session.cwd);
  const text = await readText(resolve(session.cwd, file), shown);
  const format = chosenFormat(options.format, shown, text, session);
  session.progress(`Importing ${shown}`);
  if (format.holds === "pack") return importPack(session.limit(() => format.read(text, { path: shown })), shown, options, session);
  const target = await openTarget(options.out, session);
  const earlier = target.loaded && options.existing !== "replace" ? earlierImport(target.loaded, sourceName(file)) : {};
  const read = session.limit(() => format.read(text, { path: shown, ...earlier }));
  const document = soundDocument(read, shown);
  const plan = planImport(document, sourceName(file), target, options.existing ?? "fresh" satisfies ImportMode);
  assertReadable(plan, target, session);
  const pack = read.pack && await planPack(read.pack, target.folder, `rules/${read.pack.id}`);
  const report = reportOf(read, document.id, shown, plan.decisions);
  const files = [...plan.files, ...reportFiles(report, read)];
  const remove = [...plan.remove, ...(pack?.remove ?? [])];
  await writeFiles(target.folder, [...files, ...(pack?.files ?? [])]);
  await removeFiles(target.folder, remove);
  const inside = (paths: readonly string[]) => paths.map((path) => shownInside(target.shown, path));
  return {
    folder: target.shown, holds: "model", report, read, written: inside([...files.map(({ path }) => path), ...(read.pack ? [`rules/${read.pack.id}`] : [])]), removed: inside(remove),
    kept: [...plan.kept, ...packNote(read.pack, document, target, plan)], problems: problemsOf(plan, target, session),
  };
}

async function importPack(read: ReadResult, source: string, options: ImportOptions, session: Session): Promise<ImportedModel> {
  const { pack } = read;
  if (!pack) throw new AppError("A4010", `${source} cannot be imported.`, { diagnostics: read.diagnostics.filter((d) => d.severity === "error") });
  const folder = resolve(session.cwd, options.out);
  const shown = shownPath(options.out, session.cwd);
  if (options.existing !== "replace") await assertPackFolder(pack, folder, shown);
  const { files, remove } = await planPack(pack, folder, "");
  const report = reportOf(read, pack.id, source, { added: [], kept: [] });
  const written = [...files, ...reportFiles(report, read)];
  await writeFiles(folder, written);
  await removeFiles(folder, remove);
  const inside = (paths: readonly string[]) => paths.map((path) => shownInside(shown, path));
  return { folder: shown, holds: "pack", report, read, written: inside(written.map(({ path }) => path)), removed: inside(remove), kept: [], problems: [] };
}

/** The header of a model that is there is people's, so the pack is not entered in it. */
function packNote(pack: ForeignPack | undefined, document: ModelDocument, target: ImportTarget, plan: ImportPlan): readonly string[] {
  const own = `./rules/${pack?.id ?? ""}`;
  const isNamed = plan.files.some(({ path }) => path === "model.yaml") || target.loaded?.model.header.packs?.includes(own) === true;
  return pack && document.packs?.includes(own) && !isNamed ? [`The rules that came with it do not run yet: add \`${own}\` to \`packs\` in model.yaml.`] : [];
}

function reportFiles(report: ImportReport, read: ReadResult): readonly OutputFile[] {
  return [{ path: "import-report.json", content: toJson(report) }, { path: "import-report.md", content: lossMarkdown(read) }];
}

async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(join(folder, path), { force: true });
}

/** The formats that can be imported, for people to choose from. */
export const importFormats: readonly Pick<Format, "id" | "title">[] = formats;

function chosenFormat(id: string | undefined, shown: string, text: string, session: Session): Format {
  if (id !== undefined) {
    const format = formats.find((one) => one.id === id);
    if (!format) throw unknownId("format", id, formats.map((one) => one.id));
    return format;
  }
  const { format, diagnostics } = session.limit(() => detectFormat(shown, text));
  if (!format) throw new AppError("A4010", `${shown} cannot be imported.`, { diagnostics });
  return format;
}

function soundDocument(read: ReadResult, shown: string): ModelDocument {
  if (read.document && !read.diagnostics.some((d) => d.severity === "error")) return read.document;
  throw new AppError("A4010", `${shown} cannot be imported.`, { diagnostics: read.diagnostics.filter((d) => d.severity === "error") });
}

/** What the import brings must be a model by itself, or something is wrong with the source (or with the reader). */
function assertReadable(plan: ImportPlan, target: ImportTarget, session: Session): void {
  const own = target.loaded?.files.filter((file) => /(?:^|\/)model\.(?:yaml|yml|json)$/.test(file.path)) ?? [];
  const header = plan.files.some(({ path }) => path === "model.yaml") ? [] : own;
  const { diagnostics } = session.limit(() => readModel([...header, ...sourceFiles(plan.files, target)], session.builtIn.library, { root: shownInside(target.shown, "") }));
  const errors = diagnostics.filter((d) => d.severity === "error" && plan.files.some(({ path }) => shownInside(target.shown, path) === d.where?.file));
  if (errors.length > 0) throw new AppError("A4010", "What the import brings is not a sound model.", { diagnostics: errors });
}

/** The whole folder as it is now. */
function problemsOf(plan: ImportPlan, target: ImportTarget, session: Session): readonly Diagnostic[] {
  if (!target.loaded) return [];
  const replaced = new Set([...plan.files.map(({ path }) => path), ...plan.remove].map((path) => shownInside(target.shown, path)));
  const files = [...target.loaded.files.filter((file) => !replaced.has(file.path)), ...sourceFiles(plan.files, target)];
  const { diagnostics } = session.limit(() => readModel(files, target.loaded?.library ?? session.builtIn.library, { root: shownInside(target.shown, "") }));
  return diagnostics.filter((d) => d.severity === "error");
}

function sourceFiles(files: readonly OutputFile[], target: ImportTarget) {
  return files.map(({ path, content }) => ({ path: shownInside(target.shown, path), text: String(content) }));
}

function reportOf(read: ReadResult, model: string, source: string, decisions: ImportReport["decisions"]): ImportReport {
  const { format, formatVersion, counts, losses, diagnostics } = read;
  return { schema: "merlon/import-report/1", source, format, formatVersion, model, counts, losses, diagnostics, decisions };
}

/** The name of the source inside the model folder: the same file is the same source, wherever it lies. */
function sourceName(file: string): string {
  return slugOf(basename(file).replace(/(\.[a-z0-9]+)+$/i, ""), "source");
}
