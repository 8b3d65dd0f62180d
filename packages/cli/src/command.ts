// What a command is: data for the parser, the help and the reference, and a function that does the work. One file each in commands/.
import type { Diagnostic } from "@merlon/schema";
import type { Context } from "./context.ts";

export interface ArgumentSpec {
  /** `<file>` is needed, `[model]` may be left out. */
  readonly name: string;
  readonly description: string;
}

export interface OptionSpec {
  /** As commander reads them: `-o, --out <folder>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** May be given several times; all values count. */
  readonly repeatable?: true;
}

export interface Example {
  /** Without the program's name. */
  readonly line: string;
  readonly does: string;
}

/** Arguments and options as given; `options` by their long name in camel case. */
export interface Input {
  readonly args: readonly (string | undefined)[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** What came of it. The frame prints it: text for people, or the envelope with `--json`. */
export interface Outcome {
  /** What `--json` gives. */
  readonly result: unknown;
  /** Name and version of the result's shape; the command's name and `/1` when left out. */
  readonly shape?: string;
  readonly diagnostics?: readonly Diagnostic[];
  /** What people see on the standard output; bytes for a picture. Called only without `--json`. */
  readonly text: () => string | Uint8Array;
  /** A sentence for people about what was done, on the standard error. */
  readonly notes?: readonly string[];
  /** 1: a gate or a check said no. 2: the input cannot be used, and the result says why. 4: a merge left conflicts. */
  readonly exitCode?: 1 | 2 | 4;
}

export interface Command {
  /** Further words that are commands of their own: `landscape diff`. Whatever else is called like one is asked for in another way. */
  readonly inner?: CommandGroup["commands"];
  /** Two or three sentences for the top of the help. */
  readonly description: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** At least one. */
  readonly examples: readonly Example[];
  /** What `result` is with `--json`, in one sentence. */
  readonly json: string;
  /** Waits for people, so that no clock runs. */
  readonly interactive?: boolean;
  /** Goes on until somebody ends it, and has printed everything by then. */
  readonly endless?: boolean;
  readonly run: (input: Input, context: Context) => Promise<Outcome>;
}

/** A command whose first word is followed by another, such as `rules list`. */
export interface CommandGroup {
  readonly description: string;
  readonly commands: readonly (Command & { readonly name: string; readonly summary: string })[];
}

export function isGroup(command: Command | CommandGroup): command is CommandGroup {
  return "commands" in command;
}

/** The commands of a group, or those that a command has beside itself. */
export function innerCommands(command: Command | CommandGroup): CommandGroup["commands"] {
  return isGroup(command) ? command.commands : command.inner ?? [];
}

/** A command with inner ones is a group of these where one of them is named, so that its own options are not taken for theirs. */
export function commandFor(command: Command | CommandGroup, word: string | undefined): Command | CommandGroup {
  const inner = isGroup(command) ? undefined : command.inner;
  return inner?.some(({ name }) => name === word) ? { description: command.description, commands: inner } : command;
}

/** The argument that most commands end with. */
export const modelArgument: ArgumentSpec = { name: "[model]", description: "a model's folder or file; left out, the model that you are in" };

export function textOption(input: Input, name: string): string | undefined {
  const value = input.options[name];
  return typeof value === "string" ? value : undefined;
}

export function flagOption(input: Input, name: string): boolean {
  return input.options[name] === true;
}

/** Every value of a repeatable option. */
export function listOption(input: Input, name: string): readonly string[] {
  const value = input.options[name];
  return Array.isArray(value) ? value as readonly string[] : [];
}
