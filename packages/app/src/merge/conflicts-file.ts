// The file that a merge leaves beside a model for people: what was not merged, and which threats only the merge has. Nothing reads it again.
import { printYaml, type MergeConflict } from "@merlon/core";
import type { ConflictEntry, MergeConflicts } from "@merlon/schema";
import type { EmergentThreat } from "./emergent-threats.ts";

export const conflictsName = "merge-conflicts.yaml";

/** Of one file that git merged: beside it. */
export function listOf(path: string): string {
  return `${path}.conflicts`;
}

const intro = `# What a merge could not decide. The model holds our version of each; write what is right there, then delete this file.\n`;

/** undefined when there is nothing to decide. */
export function conflictsText(conflicts: readonly MergeConflict[], emergent: readonly EmergentThreat[] = []): string | undefined {
  if (conflicts.length === 0) return undefined;
  const threats = emergent.map(({ threat: { id, severity, title }, severityBefore }) => ({ id, severity, ...(severityBefore === undefined ? {} : { before: severityBefore }), title }));
  const file: MergeConflicts = { schema: "merlon/merge-conflicts/1", conflicts: conflicts.map(entry), ...(threats.length > 0 ? { "emergent-threats": threats } : {}) };
  return intro + printYaml(file);
}

function entry({ where, ...conflict }: MergeConflict): ConflictEntry {
  return { ...conflict, ...(where ? { where: `${where.file}:${where.line}` } : {}) };
}
