// Problems as GitLab's code quality report, a subset of the Code Climate format. The fingerprint is that of the problem's name, so that it is the same wherever it moves.
import { sha256 } from "@merlon/core";
import type { Severity } from "@merlon/schema";
import { oneLine } from "../escape/visible.ts";
import type { PipelineOptions, PipelineProblem, PipelineSuite } from "./pipeline-problem.ts";
import { repositoryPath } from "./repository-path.ts";

export function codeQualityText(suites: readonly PipelineSuite[], { root = "" }: PipelineOptions = {}): string {
  const entries = suites.flatMap(({ model, problems }) => problems.map((problem) => entryOf(problem, model, root)));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

type CodeQualitySeverity = "info" | "minor" | "major" | "critical" | "blocker";

const bySeverity: Readonly<Record<Severity, CodeQualitySeverity>> = { critical: "blocker", high: "critical", medium: "major", low: "minor", info: "info" };
const byLevel: Readonly<Record<PipelineProblem["level"], CodeQualitySeverity>> = { error: "critical", warning: "minor", note: "info" };

/** The format wants a place, so what has none stands at the start of a model's file. */
function entryOf({ level, kind, severity, title, lines, where, key }: PipelineProblem, model: string, root: string): object {
  return {
    description: [title, ...lines.slice(0, 1)].map(oneLine).join(": "), check_name: oneLine(kind), fingerprint: sha256(`${model}\n${key}`),
    severity: severity ? bySeverity[severity] : byLevel[level],
    location: { path: repositoryPath(where?.file ?? "model.yaml", root), lines: { begin: where?.line ?? 1 } },
  };
}
