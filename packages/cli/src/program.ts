// Turns the declared commands into a commander program that parses, and prints help with examples.
import { Command as Parser, Option } from "commander";
import type { Command, CommandGroup, Example, Input, OptionSpec } from "./command.ts";
import { isGroup } from "./command.ts";
import { globalOptions, type GlobalOptions } from "./global-options.ts";
import type { Registered } from "./registry.ts";

export interface Parsed {
  readonly command: Command;
  /** `rules list` for a command of a group. */
  readonly name: string;
  readonly input: Input;
  readonly global: GlobalOptions;
}

export interface ProgramOptions {
  readonly version: string;
  /** How the person started Merlon, for examples. */
  readonly program: string;
  readonly width: number;
  readonly out: (text: string) => void;
  /** The commands as far as they are loaded; the others are only listed. */
  readonly loaded: ReadonlyMap<string, Command | CommandGroup>;
  readonly onCommand: (parsed: Parsed) => void;
}

export function buildProgram(registry: readonly Registered[], options: ProgramOptions): Parser {
  const program = new Parser("merlon");
  program.description("Threat models as data: describe a system, see what can go wrong, decide, and keep it true.")
    .version(options.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help about a command")
    .configureHelp({ showGlobalOptions: true, helpWidth: options.width, styleTitle: (title) => title })
    .configureOutput({ writeOut: options.out, writeErr: () => undefined })
    .exitOverride();
  addOptions(program, globalOptions);
  for (const { name, summary, group } of registry) {
    const sub = program.command(name).summary(summary).helpGroup(`${group}:`);
    const command = options.loaded.get(name);
    if (command) define(sub, command, name, options);
    else sub.allowExcessArguments().allowUnknownOption();
  }
  program.addHelpText("after", `\nStart with \`${options.program} analyze examples/webshop\`, or with a model of your own: \`${options.program} init\`.`);
  return program;
}

/** A bare parser that only finds the command's name among global options. */
export function commandWords(argv: readonly string[]): readonly string[] {
  const finder = addOptions(new Parser("merlon"), globalOptions).exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    return finder.parseOptions([...argv]).operands;
  } catch {
    return [];
  }
}

function define(parser: Parser, command: Command | CommandGroup, name: string, options: ProgramOptions): void {
  parser.description(command.description);
  if (!isGroup(command)) {
    if (command.inner) parser.addHelpText("after", innerText(command.inner, `${options.program} ${name}`));
    return defineOne(parser, command, name, options);
  }
  for (const inner of command.commands) {
    const sub = parser.command(inner.name).summary(inner.summary).description(inner.description);
    defineOne(sub, inner, `${name} ${inner.name}`, options);
  }
}

function defineOne(parser: Parser, command: Command, name: string, options: ProgramOptions): void {
  for (const { name: argument, description } of command.arguments ?? []) parser.argument(argument, description);
  addOptions(parser, command.options ?? []);
  parser.addHelpText("after", examplesText(command.examples, options.program));
  parser.action((...given: unknown[]) => {
    const args = given.slice(0, -2) as (string | undefined)[]; // commander gives the arguments, then options and the parser itself
    options.onCommand({ command, name, input: { args, options: parser.opts() }, global: parser.optsWithGlobals() });
  });
}

function addOptions(parser: Parser, specs: readonly OptionSpec[]): Parser {
  for (const spec of specs) {
    const option = new Option(spec.flags, spec.description);
    if (spec.choices) option.choices(spec.choices);
    if (spec.default !== undefined) option.default(spec.default, spec.default);
    if (spec.repeatable) option.argParser<readonly string[] | undefined>((value, before) => [...before ?? [], value]);
    parser.addOption(option);
  }
  return parser;
}

function innerText(inner: CommandGroup["commands"], start: string): string {
  return `\nFurther words:\n${inner.map(({ name, summary }) => `  ${start} ${name} --help\n      ${summary}`).join("\n")}`;
}

function examplesText(examples: readonly Example[], program: string): string {
  const lines = examples.map(({ line, does }) => `  ${program} ${line}\n      ${does}`);
  return `\nExamples:\n${lines.join("\n")}`;
}
