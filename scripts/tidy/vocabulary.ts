// One word for a concept, everywhere: the synonyms that spec/VOCABULARY.md forbids appear in no name, key, title or
// heading. Exceptions, each with its reason, stand in vocabulary-allowed.txt.
import { readAllowList } from "./allow-list.ts";
import type { AllowList } from "./allow-list.ts";
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isGenerated, isProduct } from "./paths.ts";
import { declaredNames, headings, wordsOf, yamlKeys, yamlTitles } from "./words.ts";
import type { Named } from "./words.ts";
import type { Workspace } from "./workspace.ts";

const table = "spec/VOCABULARY.md";
const exceptions = "scripts/tidy/vocabulary-allowed.txt";

/** These have an everyday meaning too, so that a sentence may use them; a name or key may not. */
const everyday = new Set(["diagram", "project", "node", "component", "link", "edge", "connection", "attribute", "issue", "tracking"]);

export const vocabulary: Guard = { name: "vocabulary", minimum: minimums.vocabulary, check };

function check(workspace: Workspace): Outcome {
  const forbidden = forbiddenWords(workspace.files.includes(table) ? workspace.read(table) : "");
  const allowed = readAllowList(workspace, exceptions);
  const files = workspace.files.filter((path) => isLookedAt(path));
  const problems = files.flatMap((path) => synonymsIn(path, workspace, forbidden, allowed));
  const missing = forbidden.size === 0 ? [{ path: table, message: "has no table with the columns word, means and not" }] : [];
  return { seen: files.length, problems: [...missing, ...problems, ...allowed.unused()], notes: [`${forbidden.size} forbidden synonyms`] };
}

/** Forbidden word to the one that the table gives in its place. */
export function forbiddenWords(text: string): ReadonlyMap<string, string> {
  const rows = text.split("\n").filter((line) => line.startsWith("|")).map((line) => line.split("|").map((cell) => cell.replaceAll(/[`*_]/g, "").trim()));
  const column = rows[0]?.indexOf("not") ?? -1;
  const words = rows.slice(2).flatMap((row) => (row[column] ?? "").split(",").map((word) => [singleWord(word), row[1] ?? ""] as const));
  return new Map(words.filter(([word]) => word !== ""));
}

function singleWord(cell: string): string {
  const word = cell.replaceAll(/\(.*?\)/g, "").trim().toLowerCase();
  return /^[a-z]+$/.test(word) ? word : "";
}

function isLookedAt(path: string): boolean {
  if (isGenerated(path)) return false;
  return isProduct(path) || isYaml(path) || (path.endsWith(".md") && path !== table && !path.startsWith("decisions/"));
}

function isYaml(path: string): boolean {
  return /^(library|examples|spec)\/.*\.ya?ml$/.test(path);
}

function synonymsIn(path: string, workspace: Workspace, forbidden: ReadonlyMap<string, string>, allowed: AllowList): Problem[] {
  const strict = new Map([...forbidden].filter(([word]) => !everyday.has(word)));
  const report = (found: readonly Named[], words: ReadonlyMap<string, string>): Problem[] => found.flatMap((named) => problemsOf(path, named, words, allowed));
  if (isProduct(path)) {
    const file = { name: path.slice(path.lastIndexOf("/") + 1, -".ts".length), line: 1 };
    return report([file, ...declaredNames(workspace.parse(path))], forbidden);
  }
  const text = workspace.read(path);
  if (isYaml(path)) return [...report(yamlKeys(text), forbidden), ...report(yamlTitles(text), strict)];
  return report(headings(text), strict);
}

function problemsOf(path: string, { name, line }: Named, words: ReadonlyMap<string, string>, allowed: AllowList): Problem[] {
  return wordsOf(name).flatMap((word) => {
    const instead = words.get(word);
    if (instead === undefined) return [];
    if (allowed.use(([what, place = ""]) => (what === word || what === name) && (place === "*" || path.startsWith(place)))) return [];
    return [{ path, line, message: `"${name}" says ${word}; our word is ${instead}` }];
  });
}
