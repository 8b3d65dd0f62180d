// A folder of its own for a test of a use case, made from texts, and a session that stands in it.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { openSession } from "../src/session.ts";
import type { Session } from "../src/session.ts";

export interface Place {
  readonly session: Session;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  /** Every file with its text, by path. */
  readonly files: () => Promise<Readonly<Record<string, string>>>;
}

const opened = await openSession({ at: "2026-06-01", version: "1.0.0" });

/** Only inside a test, which removes it at its end. */
export async function place(files: Readonly<Record<string, string>> = {}): Promise<Place> {
  const cwd = await mkdtemp(join(tmpdir(), "merlon-app-"));
  onTestFinished(() => rm(cwd, { recursive: true, force: true }));
  async function write(more: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(more)) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    }
  }
  async function read(): Promise<Readonly<Record<string, string>>> {
    const entries = (await readdir(cwd, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1)).sort();
    return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(cwd, path), "utf8")] as const)));
  }
  await write(files);
  return { session: { ...opened, cwd }, write, files: read };
}
