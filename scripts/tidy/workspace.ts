// What the guards look at: the repository's own files, as text and as syntax. A test builds one from a few strings.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";

export interface Workspace {
  /** Paths with forward slashes, relative to the root, sorted. */
  readonly files: readonly string[];
  readonly read: (path: string) => string;
  readonly bytes: (path: string) => number;
  readonly parse: (path: string) => ts.SourceFile;
}

/** The files git tracks or would track; every file where there is no git. */
export function openWorkspace(root: string): Workspace {
  const files = (existsSync(join(root, ".git")) ? trackedFiles(root) : allFiles(root)).filter((path) => existsSync(join(root, path)));
  return workspace(files, (path) => readFileSync(join(root, path), "utf8"), (path) => statSync(join(root, path)).size);
}

export function workspaceOf(texts: Readonly<Record<string, string>>): Workspace {
  const text = (path: string): string => texts[path] ?? "";
  return workspace(Object.keys(texts), text, (path) => text(path).length);
}

export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function workspace(paths: readonly string[], readFile: (path: string) => string, bytes: (path: string) => number): Workspace {
  const texts = new Map<string, string>();
  const sources = new Map<string, ts.SourceFile>();
  return { files: [...paths].sort(), read, bytes, parse };

  function read(path: string): string {
    return remember(texts, path, () => readFile(path));
  }
  function parse(path: string): ts.SourceFile {
    return remember(sources, path, () => ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, true));
  }
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}

function trackedFiles(root: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  return execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }).split("\0").filter((path) => path !== "");
}

function allFiles(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).split(sep).join("/"))
    .filter((path) => !path.includes("node_modules/"));
}
