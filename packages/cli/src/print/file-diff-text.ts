// What a change of one file does to its model, for `git diff`: short, and with the way to the lines themselves.
import type { FileDiff } from "@merlon/app";
import { ink, line, placedWords, renderLines, type Ink, type Line, type Page } from "@merlon/reports";
import type { ModelOperation } from "@merlon/schema";
import { counted } from "./counts-text.ts";

const MOST = 40;

export interface FileDiffText {
  readonly page: Page;
  /** Where the file lay before. */
  readonly from: string;
  readonly program: string;
}

export function fileDiffText({ path, change, operations, besides, unreadable }: FileDiff, { page, from, program }: FileDiffText): string {
  const what = change === "changed" ? (from === path ? "" : ` (moved from ${from})`) : ` (${change === "new" ? "new" : "deleted"} file)`;
  const head = line(ink("bold", `merlon ${path}${what}`));
  const left = operations.length - MOST;
  const told: readonly Line[] = unreadable !== undefined ? [line(`A version cannot be read: ${unreadable}`, 2)]
    : operations.length > 0 ? [...operations.slice(0, MOST).map(operationLine), ...(left > 0 ? [line(`and ${counted(left, "change")} more`, 2)] : [])]
    : [line(besides.length > 0 ? `Only ${besides.join(", ")} changed: nothing that threats rest on.` : "The model says what it said: only layout, order or comments changed.", 2)];
  const more = unreadable === undefined && operations.length > 0 ? [line(ink("dim", `threats: ${program} diff · lines: git diff --no-ext-diff`), 2)] : [line(ink("dim", "lines: git diff --no-ext-diff"), 2)];
  return renderLines([head, ...told, ...more], page);
}

function operationLine(operation: ModelOperation): Line {
  const [sign, color] = signs[operation.kind];
  return line([ink(color, `${sign} `), placedWords(operation)], 2, 4);
}

const signs: Readonly<Record<ModelOperation["kind"], readonly [string, Ink]>> = {
  add: ["+", "green"], remove: ["-", "red"], rename: ["~", "yellow"], set: ["~", "yellow"], move: ["~", "yellow"], rewire: ["~", "yellow"], lifecycle: ["~", "yellow"],
};
