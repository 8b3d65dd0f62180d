// The five inner packages give the same bytes for the same input: no clock, chance, environment, locale, network or files.
// Oxlint says the same while typing; this guard has no switch to turn it off with.
import ts from "typescript";
import { minimums } from "./budgets.ts";
import type { Guard, Problem } from "./guard.ts";
import { isPure } from "./paths.ts";
import { lineOf, walk } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

const globals = new Set([
  "Date", "Intl", "process", "fetch", "performance", "crypto", "require", "globalThis", "console",
  "setTimeout", "setInterval", "setImmediate", "queueMicrotask", "eval", "Function",
]);
const methods = new Set(["localeCompare", "toLocaleString", "toLocaleLowerCase", "toLocaleUpperCase", "toLocaleDateString"]);

export const purity: Guard = { name: "purity", minimum: minimums.purity, check };

function check(workspace: Workspace): { seen: number; problems: readonly Problem[] } {
  const files = workspace.files.filter(isPure);
  return { seen: files.length, problems: files.flatMap((path) => impurities(path, workspace.parse(path))) };
}

function impurities(path: string, source: ts.SourceFile): Problem[] {
  const problems: Problem[] = [];
  walk(source, (node) => {
    const what = impurity(node);
    if (what !== undefined) problems.push({ path, line: lineOf(source, node), message: `${what} is not pure; take the value in as an argument` });
  });
  return problems;
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) && isModuleName(node) && node.text.startsWith("node:")) return `the module ${node.text}`;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return "import()";
  if (ts.isPropertyAccessExpression(node)) {
    if (methods.has(node.name.text)) return `.${node.name.text}`;
    if (node.expression.getText() === "Math" && node.name.text === "random") return "Math.random";
  }
  if (ts.isIdentifier(node) && globals.has(node.text) && isFreeValue(node)) return node.text;
  return undefined;
}

function isModuleName(node: ts.StringLiteral): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
}

/** The identifier stands for the global: not a property's name, not a type, not something this file declares. */
function isFreeValue(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (ts.isTypeReferenceNode(parent) || ts.isPropertySignature(parent) || ts.isBindingElement(parent)) return false;
  return !ts.isParameter(parent) && !ts.isFunctionDeclaration(parent);
}
