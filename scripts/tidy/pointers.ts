// What the documents point at exists: files behind relative links, and scripts behind `npm run …`.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import type { Workspace } from "./workspace.ts";

export const pointers: Guard = { name: "pointers", minimum: minimums.pointers, check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter((path) => path.endsWith(".md") && !path.startsWith("docs/reference/"));
  const known = new Set(workspace.files.flatMap((path) => [path, ...foldersOf(path)]));
  const { scripts = {} } = JSON.parse(workspace.files.includes("package.json") ? workspace.read("package.json") : "{}") as { scripts?: Record<string, string> };
  const problems = files.flatMap((path) => [...deadLinks(path, workspace.read(path), known), ...unknownScripts(path, workspace.read(path), scripts)]);
  return { seen: files.length, problems };
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function deadLinks(path: string, text: string, known: ReadonlySet<string>): Problem[] {
  return lineMatches(text, /\]\(([^)\s#:]+)(?:#[^)]*)?\)/g).flatMap(([target, line]) => {
    return known.has(resolve(path, target)) ? [] : [{ path, line, message: `points at ${target}, which does not exist` }];
  });
}

function unknownScripts(path: string, text: string, scripts: Readonly<Record<string, string>>): Problem[] {
  return lineMatches(text, /npm run ([a-z][a-z:-]*)/g).flatMap(([name, line]) => {
    return name in scripts ? [] : [{ path, line, message: `names the script ${name}, which package.json does not have` }];
  });
}

function lineMatches(text: string, pattern: RegExp): (readonly [string, number])[] {
  return text.split("\n").flatMap((line, index) => [...line.matchAll(pattern)].map((found) => [found[1] ?? "", index + 1] as const));
}

function resolve(from: string, target: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
}
