// `any` switches the types off; the few that remain are counted against a budget.
import ts from "typescript";
import { budgets, minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isTypeScript } from "./paths.ts";
import { lineOf, walk } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

export const any: Guard = { name: "any", minimum: minimums.any, check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter(isTypeScript);
  const lines = files.reduce((total, path) => total + workspace.read(path).split("\n").length, 0);
  const uses = files.flatMap((path) => usesOf(workspace.parse(path)));
  const rate = (1000 * uses.length) / Math.max(1, lines);
  const note = `${uses.length} any in ${lines} lines (${rate.toFixed(2)} per 1,000, at most ${budgets.anyPerThousandLines})`;
  return { seen: files.length, problems: rate > budgets.anyPerThousandLines ? uses : [], notes: [note] };
}

function usesOf(source: ts.SourceFile): Problem[] {
  const uses: Problem[] = [];
  walk(source, (node) => {
    if (node.kind !== ts.SyntaxKind.AnyKeyword) return;
    uses.push({ path: source.fileName, line: lineOf(source, node), message: "any: take unknown in and parse it" });
  });
  return uses;
}
