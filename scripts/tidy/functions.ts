// Functions are declared with `function` at the top of a file and stay short. Oxlint enforces the limit on length;
// this guard measures how far from it the code usually is.
import ts from "typescript";
import { budgets, minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isGenerated, isTest, isTypeScript } from "./paths.ts";
import { percentile } from "./size.ts";
import { lineOf, walk } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

export const functions: Guard = { name: "functions", minimum: minimums.functions, check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter((path) => isTypeScript(path) && !isGenerated(path) && !isTest(path));
  const sources = files.map((path) => workspace.parse(path));
  return { seen: files.length, problems: sources.flatMap(topLevelArrows), notes: [report(sources.flatMap(lengths))] };
}

/** A constant with a written type is a value of that type, say an entry of a table, and may well be an arrow function. */
function topLevelArrows(source: ts.SourceFile): Problem[] {
  const constants = source.statements.filter(ts.isVariableStatement).flatMap((statement) => [...statement.declarationList.declarations]);
  return constants
    .filter((constant) => constant.type === undefined && constant.initializer !== undefined && ts.isArrowFunction(constant.initializer))
    .map((constant) => ({ path: source.fileName, line: lineOf(source, constant), message: "is an arrow function in a constant: write a function declaration" }));
}

function lengths(source: ts.SourceFile): number[] {
  const found: number[] = [];
  walk(source, (node) => {
    if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return;
    const start = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    found.push(source.getLineAndCharacterOfPosition(node.end).line - start + 1);
  });
  return found;
}

function report(all: readonly number[]): string {
  const over = all.filter((length) => length > budgets.functionLines).length;
  return (
    `function lines p50 ${percentile(all, 0.5)} (aim ${budgets.functionLinesAimP50}), p90 ${percentile(all, 0.9)} ` +
    `(aim ${budgets.functionLinesAimP90}), over ${budgets.functionLines}: ${over} of ${all.length}`
  );
}
