// Prints what came of a command: text for people, or the envelope that docs/json.md describes. Results go to the standard output, the rest to the standard error.
import type { Envelope } from "@merlon/schema";
import { diagnosticsText, toJson, type Page } from "@merlon/reports";
import type { Outcome } from "../command.ts";
import { programName } from "../context.ts";
import type { Failure } from "../failure.ts";
import type { Io } from "../io.ts";

export interface PrintOptions {
  readonly io: Io;
  /** Of the command. */
  readonly name: string;
  readonly json: boolean;
  readonly page: Page;
}

export function printOutcome(outcome: Outcome, { io, name, json, quiet }: PrintOptions & { readonly quiet: boolean }): number {
  const exitCode = outcome.exitCode ?? 0;
  if (json) {
    io.out(envelope({ schema: shapeOf(name, outcome.shape), ok: exitCode === 0, diagnostics: outcome.diagnostics ?? [], result: outcome.result }));
    return exitCode;
  }
  io.out(outcome.text());
  if (!quiet) for (const note of outcome.notes ?? []) io.err(`${note}\n`);
  return exitCode;
}

export function printFailure(failure: Failure, { io, name, json, page }: PrintOptions): number {
  if (json) io.out(envelope({ schema: shapeOf(name), ok: false, diagnostics: failure.diagnostics, result: null }));
  else io.err(asTyped(`${diagnosticsText(failure.diagnostics, page)}${failure.closing === undefined ? "" : `${failure.closing}\n`}`, io));
  if (failure.stack !== undefined && io.env["MERLON_DEBUG"]) io.err(`${failure.stack}\n`);
  return failure.exitCode;
}

/** Commands in hints start with the words that start Merlon here. */
function asTyped(text: string, { env }: Io): string {
  return text.replaceAll("`merlon ", `\`${programName(env)} `);
}

function shapeOf(name: string, shape = `${name.replaceAll(" ", "-")}/1`): string {
  return `merlon/${shape}`;
}

function envelope(content: Envelope<unknown>): string {
  return toJson(content);
}
