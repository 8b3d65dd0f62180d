// What is wrong with a model's files, for a pipeline.
import type { Diagnostic } from "@merlon/schema";
import type { PipelineProblem, PipelineSuite } from "./pipeline-problem.ts";

export interface CheckedFiles {
  readonly model: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The check fails on warnings too. */
  readonly strict?: boolean;
}

export function suiteOfDiagnostics({ model, diagnostics, strict = false }: CheckedFiles): PipelineSuite {
  return { model, passes: "The files are sound", problems: diagnostics.map((diagnostic) => problemOf(diagnostic, strict)) };
}

function problemOf({ code, severity, message, where, hint }: Diagnostic, strict: boolean): PipelineProblem {
  return {
    level: severity === "error" || fails(severity, code, strict) ? "error" : severity === "warning" ? "warning" : "note",
    kind: code, title: `${code} ${message}`, lines: hint === undefined || hint === "" ? [] : [hint], ...(where ? { where } : {}),
    key: [code, where?.file ?? "", where?.path ?? "", message].join(" "),
  };
}

/** A lock that differs fails the check by itself. */
function fails(severity: Diagnostic["severity"], code: string, strict: boolean): boolean {
  return severity === "warning" && (strict || code === "A4013");
}
