// A fault of the world: something that the user can fix (exit 2) or that is ours (exit 3). Problems inside a model are diagnostics instead.
import type { Diagnostic, Where } from "@merlon/schema";
import { appCodes, type AppCodeId } from "./app-codes.ts";

export interface AppErrorOptions {
  /** What to do; the code's own advice when left out. */
  readonly hint?: string;
  readonly cause?: unknown;
  readonly where?: Where;
  /** What is wrong in the user's material; then these say it all and the message only counts them. */
  readonly diagnostics?: readonly Diagnostic[];
}

export class AppError extends Error {
  readonly code: AppCodeId;
  readonly hint: string;
  readonly where: Where | undefined;
  readonly diagnostics: readonly Diagnostic[];

  constructor(code: AppCodeId, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.hint = options.hint ?? appCodes[code].fix;
    this.where = options.where;
    this.diagnostics = options.diagnostics ?? [];
  }
}

/** The start of a file, for faults that concern it as a whole. */
export function fileStart(file: string): Where {
  return { file, line: 1, column: 1 };
}

/** A fault of the world as a diagnostic, for outputs that list problems. */
export function diagnosticOf(error: AppError): Diagnostic {
  return { code: error.code, severity: "error", message: error.message, ...(error.where ? { where: error.where } : {}), hint: error.hint };
}
