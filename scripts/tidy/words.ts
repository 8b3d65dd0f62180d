// The words that a name is made of, and where names, keys and titles stand in a file.
import ts from "typescript";
import { lineOf, walk } from "./workspace.ts";

export interface Named {
  readonly name: string;
  readonly line: number;
}

/** `edgeCountOf`, `edge-count` and `EdgeCounts` all hold the word edge; plurals count as their singular. */
export function wordsOf(name: string): string[] {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z]+/);
  return parts.filter((part) => part !== "").map((part) => singular(part.toLowerCase()));
}

/** Names that this source declares, not those it merely uses: another library's names are its own affair. */
export function declaredNames(source: ts.SourceFile): Named[] {
  const names: Named[] = [];
  walk(source, (node) => {
    const name = declaredName(node);
    if (name !== undefined) names.push({ name: name.text, line: lineOf(source, name) });
  });
  return names;
}

export function yamlKeys(text: string): Named[] {
  return matches(text, /(?:^|[{,]\s*|-\s+)\s*["']?([A-Za-z][\w.-]*)["']?:(?=\s|$)/g);
}

export function yamlTitles(text: string): Named[] {
  return matches(text, /(?:^|[{,]\s*)\s*title:\s*([^,}\n]+)/g);
}

export function headings(text: string): Named[] {
  return matches(text, /^#{1,6}\s+(.+)$/g);
}

function declaredName(node: ts.Node): ts.Identifier | ts.StringLiteral | undefined {
  const names =
    ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ||
    ts.isParameter(node) || ts.isPropertySignature(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) ||
    ts.isMethodDeclaration(node) || ts.isClassDeclaration(node);
  if (!names || node.name === undefined) return undefined;
  return ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name : undefined;
}

function matches(text: string, pattern: RegExp): Named[] {
  return text.split("\n").flatMap((line, index) => [...line.matchAll(pattern)].map((found) => ({ name: found[1] ?? "", line: index + 1 })));
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}
