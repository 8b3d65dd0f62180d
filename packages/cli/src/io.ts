// What a command sees of the terminal. Tests hand in their own; only processIo touches the process.

export interface Io {
  readonly out: (content: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly inIsTerminal: boolean;
  /** Of the terminal, when there is one. */
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** For a command that goes on until somebody ends it: from the call on, Ctrl-C is that instead of the end of the process. */
  readonly untilInterrupted?: () => AbortSignal;
}

export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  return {
    out: (content) => { stdout.write(content); },
    err: (text) => { stderr.write(text); },
    outIsTerminal: stdout.isTTY === true, errIsTerminal: stderr.isTTY === true, inIsTerminal: stdin.isTTY === true,
    columns: stdout.isTTY ? stdout.columns : undefined,
    env: process.env, cwd: process.cwd(), untilInterrupted,
  };
}

function untilInterrupted(): AbortSignal {
  const ending = new AbortController();
  process.once("SIGINT", () => ending.abort());
  return ending.signal;
}

/** `--no-color` first, then NO_COLOR, then FORCE_COLOR, then whether someone looks on. */
export function wantsColor(io: Pick<Io, "env">, terminal: boolean, asked: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.env;
  if (!asked || (NO_COLOR !== undefined && NO_COLOR !== "")) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return terminal && TERM !== "dumb";
}
