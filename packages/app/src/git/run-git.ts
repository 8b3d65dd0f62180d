// The port to git: one program with a list of words, never a shell, bounded in time and output, and nothing of a caller's repository in its environment.
import { execFile, type ExecFileException } from "node:child_process";
import { AppError } from "../app-error.ts";

export interface GitOptions {
  /** Given to the program on its standard input. */
  readonly input?: string;
  /** The most that it may answer, in bytes. */
  readonly most?: number;
}

export interface GitAnswer {
  /** 0: it went well. */
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

const SECONDS = 60;
const MOST = 64_000_000;
/** In hooks these point to the repository of the hook, which need not be the one that is asked for. */
const pointers = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY"];

/** Answers whatever its exit code; throws when git is not there, takes too long or says too much. */
export function runGit(folder: string, words: readonly string[], { input, most = MOST }: GitOptions = {}): Promise<GitAnswer> {
  const args = ["--no-optional-locks", "--no-pager", "--literal-pathspecs", ...words];
  return new Promise((resolve, reject) => {
    const child = execFile("git", args, { cwd: folder, env: environment(), encoding: "buffer", maxBuffer: most, timeout: SECONDS * 1000, killSignal: "SIGKILL", windowsHide: true }, (error, out, err) => {
      const said = err.toString("utf8").trim();
      if (!error) resolve({ code: 0, out, err: said });
      else if (typeof error.code === "number" && !error.killed) resolve({ code: error.code, out, err: said });
      else reject(faultOf(error, words[0] ?? "git"));
    });
    child.stdin?.on("error", () => undefined); // it may end before it has read all: its exit code tells
    child.stdin?.end(input ?? "");
  });
}

/** For what must go well; `what` says in a clause what was wanted. */
export async function runGitOrFail(folder: string, words: readonly string[], what: string, options?: GitOptions): Promise<Buffer> {
  const { code, out, err } = await runGit(folder, words, options);
  if (code === 0) return out;
  throw gitFault(what, err);
}

export function gitFault(what: string, said: string): AppError {
  return new AppError("A4020", `Git cannot ${what}: ${firstLine(said)}`);
}

function faultOf(error: ExecFileException, verb: string): AppError {
  if (error.code === "ENOENT") return new AppError("A4020", "Git cannot be started: it is not installed, or not on the PATH.", { cause: error, hint: "Install git, or compare two folders." });
  if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return new AppError("A4004", "The repository answers with more than is read.", { cause: error });
  if (error.killed) return new AppError("A4012", `\`git ${verb}\` takes longer than ${SECONDS} seconds.`, { cause: error, hint: "Look whether the repository is on a slow disk, or locked." });
  return new AppError("A4020", `Git cannot be run: ${error.message}`, { cause: error });
}

function environment(): NodeJS.ProcessEnv {
  const rest = Object.entries(process.env).filter(([name]) => !pointers.includes(name));
  return { ...Object.fromEntries(rest), GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1", LC_ALL: "C" };
}

function firstLine(said: string): string {
  const [first = ""] = said.split("\n").filter((one) => one.trim() !== "");
  const text = first.replace(/^(?:fatal|error): /, "");
  return text === "" ? "it does not say why." : /[.!?]$/.test(text) ? text : `${text}.`;
}
