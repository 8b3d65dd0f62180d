// The standard and the tests agree: every numbered behaviour of spec/SPEC.md is cited by the name of a test,
// and no test cites a number that the standard does not have.
import ts from "typescript";
import { readAllowList } from "./allow-list.ts";
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isTest } from "./paths.ts";
import { lineOf, walk } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

const spec = "spec/SPEC.md";
const uncited = "scripts/tidy/uncited-spec-ids.txt";

export const specIds: Guard = { name: "spec ids", minimum: minimums["spec ids"], check };

interface Citation {
  readonly id: string;
  readonly path: string;
  readonly line: number;
}

function check(workspace: Workspace): Outcome {
  const stated = statedIds(workspace.files.includes(spec) ? workspace.read(spec) : "");
  const citations = workspace.files.filter(isTest).flatMap((path) => citationsIn(workspace.parse(path)));
  const cited = new Set(citations.map((citation) => citation.id));
  const unknown = citations.filter((citation) => !stated.has(citation.id));
  const allowed = readAllowList(workspace, uncited);
  const untested = [...stated].filter(([id]) => !cited.has(id) && !allowed.use(([entry]) => entry === id));
  const problems: Problem[] = [
    ...repeatedIds(workspace.files.includes(spec) ? workspace.read(spec) : ""),
    ...unknown.map(({ id, path, line }) => ({ path, line, message: `cites [${id}], which ${spec} does not have` })),
    ...untested.map(([id, line]) => ({ path: spec, line, message: `[${id}] is cited by no test name` })),
    ...allowed.unused(),
  ];
  return { seen: stated.size, problems, notes: [`${stated.size} numbered behaviours, ${allowed.entries.length} of them not yet cited by a test`] };
}

function statedIds(text: string): Map<string, number> {
  return new Map(statements(text));
}

function repeatedIds(text: string): Problem[] {
  const seen = new Set<string>();
  return statements(text).flatMap(([id, line]) => {
    if (!seen.has(id)) return seen.add(id) && [];
    return [{ path: spec, line, message: `[${id}] is stated twice` }];
  });
}

function statements(text: string): (readonly [string, number])[] {
  return text.split("\n").flatMap((line, index) => [...line.matchAll(/\*\*\[([A-Z]+-\d+[a-z]?)\]\*\*/g)].map((found) => [found[1] ?? "", index + 1] as const));
}

function citationsIn(source: ts.SourceFile): Citation[] {
  const citations: Citation[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !/^(test|it|describe)\b/.test(node.expression.getText(source))) return;
    const [name] = node.arguments;
    if (name === undefined) return;
    for (const id of leadingIds(nameText(name))) citations.push({ id, path: source.fileName, line: lineOf(source, name) });
  });
  return citations;
}

function nameText(name: ts.Expression): string {
  if (ts.isStringLiteralLike(name)) return name.text;
  return ts.isTemplateExpression(name) ? name.head.text : "";
}

/** `[MOD-12] …`, `[MOD-12][MOD-13] …` and `[MOD-12, MOD-13] …` all cite. */
function leadingIds(name: string): string[] {
  const head = /^(?:\s*\[[A-Z0-9a-z, -]+\])+/.exec(name)?.[0] ?? "";
  return head.match(/[A-Z]+-\d+[a-z]?/g) ?? [];
}
