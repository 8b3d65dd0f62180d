// One run of the command: parse, load what the command needs, run it, print what came of it, and say how it ended.
import { openSession, isDay, timeLimit, tooSlow, type BuiltIn, type Resources, type Session } from "@merlon/app";
import { nearest } from "@merlon/core";
import { ansiStyle, plainStyle, type Page } from "@merlon/reports";
import { commandFor, innerCommands, type Command, type CommandGroup, type Outcome } from "./command.ts";
import { commandOn, programName, type Context } from "./context.ts";
import { failureOf, usageError } from "./failure.ts";
import type { GlobalOptions } from "./global-options.ts";
import { wantsColor, type Io } from "./io.ts";
import { printFailure, printOutcome } from "./print/print-outcome.ts";
import { openProgress } from "./print/progress.ts";
import { buildProgram, commandWords, type Parsed } from "./program.ts";
import { registry } from "./registry.ts";

export interface RunOptions {
  readonly version: string;
  /** The library to use; the repository's own when left out. */
  readonly library?: BuiltIn;
  /** What pictures need; from the installed packages when left out. */
  readonly resources?: Resources;
}

/** 0 fine, 1 a gate or check failed, 2 something the person can fix, 3 our fault, 4 a merge left conflicts. Never throws. */
export async function run(argv: readonly string[], io: Io, options: RunOptions): Promise<number> {
  const asked = { json: argv.includes("--json"), color: !argv.includes("--no-color") };
  const words = commandWords(argv);
  try {
    const parsed = await parse(argv, words, io, options);
    return parsed ? await runCommand(parsed, io, options) : 0;
  } catch (error) {
    const name = registry.find((one) => one.name === words[0])?.name ?? "merlon";
    return printFailure(failureOf(error), { io, name, json: asked.json, page: pageOf(io, io.errIsTerminal, asked.color) });
  }
}

/** undefined when help or the version was all that was asked for. */
async function parse(argv: readonly string[], words: readonly string[], io: Io, options: RunOptions): Promise<Parsed | undefined> {
  const [name, inner] = words[0] === "help" ? words.slice(1) : words;
  const entry = registry.find((one) => one.name === name);
  const loaded = new Map<string, Command | CommandGroup>(entry ? [[entry.name, commandFor(await entry.load(), inner)]] : []);
  const found: Parsed[] = [];
  const width = widthOf(io, io.outIsTerminal);
  const program = buildProgram(registry, { version: options.version, program: programName(io.env), width, out: io.out, loaded, onCommand: (parsed) => found.push(parsed) });
  if (argv.length === 0) {
    program.outputHelp();
    return undefined;
  }
  try {
    program.parse([...helpArgs(words, entry?.name, loaded) ?? argv], { from: "user" });
  } catch (error) {
    if ((error as { readonly exitCode?: number }).exitCode === 0) return undefined;
    if ((error as { readonly code?: string }).code === "commander.help") throw usageError(`\`${words.join(" ")}\` needs a further word.`, `See \`${programName(io.env)} ${words[0] ?? ""} --help\`.`);
    throw error;
  }
  return found[0];
}

/** `help pack new` asks for what `pack new --help` tells; undefined where no command's help is asked for. */
function helpArgs([help, name, inner]: readonly string[], known: string | undefined, loaded: ReadonlyMap<string, Command | CommandGroup>): readonly string[] | undefined {
  if (help !== "help" || name === undefined) return undefined;
  const command = known === undefined ? undefined : loaded.get(known);
  if (!command) throw unknownCommand(name, registry.map((one) => one.name));
  if (inner === undefined) return [name, "--help"];
  const names = innerCommands(command).map((one) => one.name);
  if (!names.includes(inner)) throw unknownCommand(`${name} ${inner}`, names.map((one) => `${name} ${one}`));
  return [name, inner, "--help"];
}

function unknownCommand(name: string, known: readonly string[]): Error {
  const close = nearest(name, known);
  return usageError(`Unknown command \`${name}\`.`, close === undefined ? undefined : `Did you mean \`${close}\`?`);
}

async function runCommand({ command, name, input, global }: Parsed, io: Io, options: RunOptions): Promise<number> {
  const page = pageOf(io, io.outIsTerminal, global.color);
  const progress = openProgress(io, global.quiet || global.json);
  try {
    const seconds = secondsOf(global);
    const session = await sessionOf(global, io, options, { limit: timeLimit(seconds), pictureLimit: timeLimit(seconds / 2), progress: progress.step });
    const context: Context = { io, session, page, json: global.json, quiet: global.quiet, seconds, commandOn: commandOn(io.env) };
    const work = command.run(input, context);
    const outcome = command.interactive || command.endless ? await work : await withinSeconds(work, seconds);
    progress.end();
    if (command.endless) return outcome.exitCode ?? 0;
    return printOutcome(outcome, { io, name, json: global.json, quiet: global.quiet, page });
  } catch (error) {
    progress.end();
    return printFailure(failureOf(error), { io, name, json: global.json, page: pageOf(io, io.errIsTerminal, global.color) });
  }
}

async function sessionOf(global: GlobalOptions, io: Io, options: RunOptions, rest: Pick<Session, "limit" | "pictureLimit" | "progress">): Promise<Session> {
  const { at } = global;
  if (at !== undefined && !isDay(at)) throw usageError(`\`${at}\` is not a day.`, "Write it as year, month and day: --at 2026-03-31.");
  return openSession({ cwd: io.cwd, version: options.version, ...rest, ...(at === undefined ? {} : { at }), ...(options.library ? { library: options.library } : {}), ...(options.resources ? { resources: options.resources } : {}) });
}

function secondsOf(global: GlobalOptions): number {
  const seconds = Number(global.time);
  if (!(seconds > 0) || seconds > 86_400) throw usageError(`\`${global.time}\` is not a number of seconds.`, "Write a number greater than 0, at most 86400: --time 120.");
  return seconds;
}

/** For what waits on disks; what computes is stopped by the session's own limits. */
async function withinSeconds(work: Promise<Outcome>, seconds: number): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(tooSlow(seconds)), 2 * seconds * 1000); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function pageOf(io: Io, terminal: boolean, color: boolean): Page {
  return { style: wantsColor(io, terminal, color) ? ansiStyle : plainStyle, width: widthOf(io, terminal) };
}

/** Of the terminal, within what can be read; a fixed width for files and pipes, so that they do not depend on where they were made. */
function widthOf(io: Io, terminal: boolean): number {
  return terminal ? Math.min(Math.max(io.columns ?? 100, 40), 160) : 100;
}
