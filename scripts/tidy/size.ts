// Files stay short enough to read like a page, and nothing large slips into the repository.
import { budgets, minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isCode, isGenerated, isTest } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

export const size: Guard = { name: "size", minimum: minimums.size, check };

function check(workspace: Workspace): Outcome {
  const code = workspace.files.filter((path) => isCode(path) && !isGenerated(path));
  const lines = new Map(code.map((path) => [path, workspace.read(path).split("\n").length - 1]));
  const source = code.filter((path) => !isTest(path)).map((path) => lines.get(path) ?? 0);
  const tests = code.filter(isTest).map((path) => lines.get(path) ?? 0);
  return { seen: code.length, problems: [...tooLong(lines), ...tooLarge(workspace)], notes: [report(source, tests)] };
}

function tooLong(lines: ReadonlyMap<string, number>): Problem[] {
  const long = [...lines].filter(([, count]) => count > budgets.fileLines);
  return long.map(([path, count]) => ({ path, message: `${count} lines, at most ${budgets.fileLines}: split it by what it exports` }));
}

function tooLarge(workspace: Workspace): Problem[] {
  const large = workspace.files.filter((path) => workspace.bytes(path) > budgets.fileBytes);
  return large.map((path) => ({ path, message: "over 1 MiB: generate it, or compress the facts it holds" }));
}

function report(source: readonly number[], tests: readonly number[]): string {
  const [p50, p90, max] = [percentile(source, 0.5), percentile(source, 0.9), percentile(source, 1)];
  const ratio = sum(tests) / Math.max(1, sum(source));
  return (
    `source file lines p50 ${p50} (aim ${budgets.fileLinesAimP50}), p90 ${p90} (aim ${budgets.fileLinesAimP90}), max ${max}; ` +
    `${sum(source)} lines of source, ${ratio.toFixed(2)} lines of tests for each`
  );
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
