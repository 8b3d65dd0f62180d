// From a model's files to the model in memory. Never throws because of what a file says: what is wrong is in the diagnostics, and the model holds what could be read.
import type { Diagnostic, Library, Lock } from "@merlon/schema";
import { runChecks } from "../checks/run-checks.ts";
import { sortDiagnostics } from "../diagnose.ts";
import { defaultLimits } from "../text/source-file.ts";
import type { Limits, SourceFile } from "../text/source-file.ts";
import { buildModel } from "./build-model.ts";
import type { Context } from "./context.ts";
import { indexLibrary } from "./library-index.ts";
import { mergeSources } from "./merge.ts";
import type { Model } from "./model.ts";
import { readSources } from "./read-sources.ts";
import type { ModelSource, SourcesRead } from "./read-sources.ts";
import { resolveScales } from "./scales.ts";

export interface ReadModelOptions {
  /** Folder of the model as it appears in the files' paths; "" when paths start there. */
  readonly root?: string;
  readonly limits?: Limits;
  /** Calendar date (YYYY-MM-DD) that expiries are judged at. Absent: nothing has expired. */
  readonly at?: string;
}

export interface ModelRead {
  readonly model: Model;
  readonly documents: readonly ModelSource[];
  readonly lock?: Lock;
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `files`: all files of one model folder, or the only file of a one-file model; paths with forward slashes.
 * Never fails: what cannot be read is left out of the model and named in the diagnostics (C1xxx).
 */
export function readModel(files: readonly SourceFile[], library: Library, options: ReadModelOptions = {}): ModelRead {
  const index = indexLibrary(library);
  return modelOf(readSources(files, { index, root: options.root ?? "", limits: options.limits ?? defaultLimits }), library, options);
}

/** The model of files that are read already, some of them perhaps with other values than on disk. */
export function modelOfSources(sources: readonly ModelSource[], library: Library, options: Pick<ReadModelOptions, "at"> = {}): ModelRead {
  return modelOf({ sources, diagnostics: [], broken: new Set() }, library, options);
}

function modelOf(read: SourcesRead, library: Library, options: ReadModelOptions): ModelRead {
  const index = indexLibrary(library);
  const { merged, diagnostics: duplicates } = mergeSources(read.sources);
  const scales = resolveScales(merged, index);
  const context: Context = {
    ...merged, index, scales: scales.scales, trustLevels: scales.trustLevels, broken: read.broken,
    ...(options.at === undefined ? {} : { at: options.at }),
  };
  const built = buildModel(context);
  const diagnostics = sortDiagnostics([
    ...read.diagnostics, ...duplicates, ...scales.diagnostics, ...built.diagnostics, ...runChecks({ ...context, model: built.model, structure: built.structure, sources: read.sources }),
  ]);
  const lock = read.sources.find(({ role }) => role === "lock")?.document;
  return { model: built.model, documents: read.sources, ...(lock === undefined ? {} : { lock: lock as unknown as Lock }), diagnostics };
}
