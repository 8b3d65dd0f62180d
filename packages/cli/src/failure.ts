// What went wrong as something to print and an exit code: 2 when the person can fix it, 3 when it is our fault.
import { AppError, appCodes, diagnosticOf } from "@merlon/app";
import type { Diagnostic } from "@merlon/schema";
import { CommanderError } from "commander";

export interface Failure {
  readonly exitCode: 2 | 3;
  readonly diagnostics: readonly Diagnostic[];
  /** A last sentence for people, when the diagnostics need one. */
  readonly closing?: string;
  /** For MERLON_DEBUG. */
  readonly stack?: string;
}

export function usageError(message: string, hint?: string): AppError {
  return new AppError("A4015", message, hint === undefined ? {} : { hint });
}

export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) return { exitCode: 2, diagnostics: [diagnosticOf(usageError(sentence(error.message)))] };
  if (error instanceof AppError) {
    const stack = error.stack === undefined ? {} : { stack: error.stack };
    return error.diagnostics.length > 0
      ? { exitCode: 2, diagnostics: error.diagnostics, closing: `${error.message} ${error.hint}`, ...stack }
      : { exitCode: 2, diagnostics: [diagnosticOf(error)], ...stack };
  }
  return ourFault(error);
}

function ourFault(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return {
    exitCode: 3,
    diagnostics: [{ code: "A4099", severity: "error", message: `Merlon made a mistake: ${message}`, hint: appCodes.A4099.fix }],
    ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
  };
}

/** `error: unknown option '--foo'\n(Did you mean --all?)` becomes a sentence. */
function sentence(message: string): string {
  const text = message.replace(/^error: /, "").replace(/\n\(Did you mean (?:one of )?(.+)\?\)$/s, "; did you mean $1?");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?]$/.test(text) ? "" : "."}`;
}
