// What a command that edits a model prints: the lines that change, and where.
import type { FileChange, ModelChange } from "@merlon/app";
import { ink, line, renderLines, type Line, type Page } from "@merlon/reports";
import type { Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { changedLines } from "./changed-lines.ts";

export interface ChangeOutcomeOptions {
  readonly dryRun: boolean;
  /** What else `--json` gives. */
  readonly result: object;
  /** A sentence about what was done. */
  readonly done: string;
  /** Shown below the changes. */
  readonly more?: readonly Line[];
}

export function changeOutcome({ files, after }: Pick<ModelChange, "files" | "after">, { page }: Pick<Context, "page">, { dryRun, result, done, more = [] }: ChangeOutcomeOptions): Outcome {
  return {
    result: { ...result, files, written: !dryRun }, diagnostics: after.diagnostics.filter((d) => d.severity === "error"),
    text: () => `${changesText(files, page)}${renderLines(more, page)}`,
    notes: [files.length === 0 ? "Nothing changes." : dryRun ? "Nothing was written (--dry-run)." : done],
  };
}

/** Like a patch, without context: the place, what goes and what comes. */
export function changesText(files: readonly FileChange[], page: Page): string {
  const lines = files.flatMap(({ path, before, after }): readonly Line[] => [
    line(ink("bold", before === undefined ? `${path} (new)` : path)),
    ...changedLines(before ?? "", after).map(({ sign, number, text }) => line([ink("dim", `${String(number).padStart(5)} `), ink(sign === "-" ? "red" : "green", `${sign} `), ink(sign === "-" ? "red" : "green", keepIndent(text))], 0, 8)),
  ]);
  return renderLines(lines, page);
}

/** Lines are shown as they are; only their white space in front would be lost. */
function keepIndent(text: string): string {
  return text.replace(/\t/g, "  ");
}
