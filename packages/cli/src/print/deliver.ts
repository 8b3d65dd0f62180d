// Where a command's text goes: to the screen, or to files, each in the form that its name tells.
import { resolve } from "node:path";
import { shownPath, writeAtomic } from "@merlon/app";
import { listOption, textOption, type Input, type OptionSpec, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";

export interface Output<F extends string> {
  readonly format: F;
  /** The screen when left out. */
  readonly file?: string;
}

/** `endings`: the forms by how a file's name ends, in lower case. */
export interface Forms<F extends string> {
  readonly formats: readonly F[];
  readonly endings: Readonly<Record<string, F>>;
}

export const outOption: OptionSpec = { flags: "-o, --out <file>", description: "write it to a file; may be given several times, each file in the form that its name tells", repeatable: true };

export function outputsOf<F extends string>(input: Input, { formats, endings }: Forms<F>): readonly Output<F>[] {
  const asked = formats.find((format) => format === textOption(input, "format"));
  const files = listOption(input, "out");
  if (files.length > 1 && asked) throw usageError("--format says the form of one file.", "Leave it out: several files tell theirs by their names.");
  if (files.length === 0) return [{ format: asked ?? formats[0]! }];
  return files.map((file) => ({ format: asked ?? formOf(file, endings), file }));
}

function formOf<F extends string>(file: string, endings: Forms<F>["endings"]): F {
  const fits = Object.keys(endings).filter((ending) => file.toLowerCase().endsWith(ending)).sort((a, b) => b.length - a.length);
  const found = endings[fits[0] ?? ""];
  if (found === undefined) throw usageError(`It is not clear in which form ${file} should be.`, `End the name with ${Object.keys(endings).join(", ")}, or say --format.`);
  return found;
}

/** What came of one output: its content, unless it was written as files of its own; and sentences about either. */
export interface Delivery {
  readonly content?: string | Uint8Array;
  readonly notes?: readonly string[];
}

/** Nothing is made for the screen where `--json` prints the result instead. */
export async function deliver<F extends string>(outputs: readonly Output<F>[], make: (output: Output<F>) => Promise<Delivery>, { session, json }: Context): Promise<Required<Pick<Outcome, "text" | "notes">>> {
  const said: string[] = [];
  let shown: string | Uint8Array = "";
  for (const output of outputs) {
    if (output.file === undefined && json) continue;
    const { content, notes = [] } = await make(output);
    said.push(...notes);
    if (output.file === undefined) shown = content ?? "";
    else if (content !== undefined) {
      await writeAtomic(resolve(session.cwd, output.file), content);
      said.push(`Written: ${shownPath(output.file, session.cwd)}`);
    }
  }
  return { text: () => shown, notes: said };
}
