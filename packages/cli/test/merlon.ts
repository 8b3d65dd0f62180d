// Runs the command inside the test's process, in a folder of its own that is made from texts and removed afterwards.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadBuiltIn, readBuiltInTests, sourceLibrary } from "@merlon/app";
import type { Diagnostic, Envelope } from "@merlon/schema";
import { onTestFinished } from "vitest";
import { run } from "../src/run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Workplace {
  /** Absolute. */
  readonly folder: string;
  readonly merlon: (...args: readonly string[]) => Promise<Ran>;
  /** Parses the envelope that `--json` prints. */
  readonly json: <T>(...args: readonly string[]) => Promise<{ readonly code: number; readonly envelope: Envelope<T> }>;
  /** Paths of all files, sorted. */
  readonly files: () => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<string>;
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
}

/** Read once, so that a run costs no more than for people. */
const library = { loaded: await loadBuiltIn(sourceLibrary), tests: await readBuiltInTests(sourceLibrary) };

/** Only inside a test, which removes it at its end. */
export async function workplace(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "merlon-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const place: Workplace = {
    folder,
    async merlon(...args) {
      const printed = { out: "", err: "" };
      const code = await run(args, {
        out: (content) => { printed.out += typeof content === "string" ? content : Buffer.from(content).toString("latin1"); },
        err: (text) => { printed.err += text; },
        outIsTerminal: false, errIsTerminal: false, inIsTerminal: false, columns: undefined, env: {}, cwd: folder,
      }, { version: "0.0.0", library });
      return { code, ...printed };
    },
    async json<T>(...args: readonly string[]) {
      const { code, out } = await place.merlon(...args, "--json");
      return { code, envelope: JSON.parse(out) as Envelope<T> };
    },
    async files() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
    },
    read: (path) => readFile(join(folder, path), "utf8"),
    async write(more) {
      for (const [path, content] of Object.entries(more)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
    },
  };
  await place.write(files);
  return place;
}

/** `code file:line:column` of each diagnostic. */
export function places(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, where }) => `${code} ${where?.file ?? ""}:${where?.line ?? ""}:${where?.column ?? ""}`);
}
