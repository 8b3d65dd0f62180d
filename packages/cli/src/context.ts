// What a running command is given besides its arguments: the session, the page it prints on, and how to name other commands.
import type { Session } from "@merlon/app";
import type { Page } from "@merlon/reports";
import type { Io } from "./io.ts";

export interface Context {
  readonly io: Io;
  readonly session: Session;
  /** Style and width of the standard output. */
  readonly page: Page;
  readonly json: boolean;
  readonly quiet: boolean;
  /** How long one piece of work may take. */
  readonly seconds: number;
  /** How the person would run a command on this model: `stride` gives `npx merlon stride examples/webshop`. */
  readonly commandOn: (model: string | undefined) => (verb: string) => string;
}

/** The words that start Merlon here, as far as the environment tells. */
export function programName(env: Io["env"]): string {
  return env["npm_execpath"] === undefined && env["npm_command"] === undefined ? "merlon" : "npx merlon";
}

export function commandOn(env: Io["env"]): Context["commandOn"] {
  const program = programName(env);
  return (model) => (verb) => `${program} ${verb}${model === undefined || model === "." ? "" : ` ${quoted(model)}`}`;
}

/** So that it can be pasted into a shell. */
export function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
