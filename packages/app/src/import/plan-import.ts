// Which files an import writes into a folder, and which of people's it leaves alone. Plans only; nothing is written here.
import { printYaml } from "@merlon/core";
import type { ModelDocument } from "@merlon/schema";
import { AppError, fileStart } from "../app-error.ts";
import { shownInside } from "../files/shown-path.ts";
import type { OutputFile } from "../files/write-files.ts";
import type { ImportTarget } from "./import-target.ts";
import { splitDocument } from "./split-document.ts";

export interface ImportPlan {
  /** The model's files, without the report. */
  readonly files: readonly OutputFile[];
  /** Paths inside the folder that go. */
  readonly remove: readonly string[];
  /** Sentences about what was left as it is. */
  readonly kept: readonly string[];
  readonly decisions: { readonly added: readonly string[]; readonly kept: readonly string[] };
}

/** add: a further source of the model that is there. replace: another model takes its place. */
export type ImportMode = "fresh" | "add" | "replace";

export function planImport(document: ModelDocument, source: string, target: ImportTarget, mode: ImportMode): ImportPlan {
  const importedPath = `imported/${source}.yaml`;
  const { loaded } = target;
  if (loaded && mode === "fresh" && !target.paths.has(importedPath)) {
    throw new AppError("A4008", `${target.shown} holds another model (\`${loaded.model.header.id}\`).`, {
      where: fileStart(shownInside(target.shown, "model.yaml")),
      hint: "Choose another folder, say --add to lay this source under that model, or --force to replace that model.",
    });
  }
  const parts = splitDocument(document);
  const header = loaded && mode !== "replace" ? [] : [{ path: "model.yaml", content: printYaml(parts.header) }];
  const remove = mode === "replace" ? [...target.paths].filter((path) => /^imported\/.+\.(?:yaml|yml|json)$/.test(path) && path !== importedPath) : [];
  const decisions = planDecisions(parts.decisions, parts.evidence, source, target);
  const views = planViews(parts.views, target);
  return {
    files: [...header, { path: importedPath, content: `${importedRemark}${printYaml(parts.system)}` }, ...decisions.files, ...views.files],
    remove, kept: [...(loaded && header.length === 0 ? ["model.yaml is left as it is."] : []), ...decisions.notes, ...views.notes],
    decisions: { added: decisions.added, kept: decisions.kept },
  };
}

const importedRemark = "# Imported. The next import writes this file anew: changes belong into model/ or into the source.\n";

interface PlannedDecisions {
  readonly files: readonly OutputFile[];
  readonly added: readonly string[];
  readonly kept: readonly string[];
  readonly notes: readonly string[];
}

/** Decisions of people stay as they are; only keys that nobody decided are added, and never into an existing file. */
function planDecisions(decisions: Readonly<Record<string, unknown>>, evidence: Readonly<Record<string, unknown>>, source: string, target: ImportTarget): PlannedDecisions {
  const known = target.loaded?.model.decisions;
  const added = Object.keys(decisions).filter((key) => !known?.has(key));
  const kept = Object.keys(decisions).filter((key) => known?.has(key));
  const newEvidence = Object.keys(evidence).filter((key) => !target.loaded?.model.evidence.has(key));
  const notes = kept.length === 0 ? [] : [`${kept.length === 1 ? "1 decision is" : `${kept.length} decisions are`} left as people wrote them.`];
  if (added.length + newEvidence.length === 0) return { files: [], added, kept, notes };
  const content = {
    ...(added.length > 0 ? { decisions: pick(decisions, added) } : {}),
    ...(newEvidence.length > 0 ? { evidence: pick(evidence, newEvidence) } : {}),
  };
  return { files: [{ path: freeDecisionsPath(source, target.paths), content: printYaml(content) }], added, kept, notes };
}

function freeDecisionsPath(source: string, taken: ReadonlySet<string>): string {
  if (!taken.has("decisions.yaml")) return "decisions.yaml";
  for (let number = 1; ; number++) {
    const path = `decisions/${source}${number === 1 ? "" : `-${number}`}.yaml`;
    if (!taken.has(path)) return path;
  }
}

function planViews(views: Readonly<Record<string, unknown>>, target: ImportTarget): { readonly files: readonly OutputFile[]; readonly notes: readonly string[] } {
  if (Object.keys(views).length === 0) return { files: [], notes: [] };
  if (target.paths.has("views.yaml")) return { files: [], notes: ["views.yaml is left as it is."] };
  return { files: [{ path: "views.yaml", content: printYaml({ views }) }], notes: [] };
}

function pick(object: Readonly<Record<string, unknown>>, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.map((key) => [key, object[key]]));
}
