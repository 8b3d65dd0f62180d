// Plants forbidden synonyms in every place the guard looks at, and one exception that excuses nothing.
import { expect, test } from "vitest";
import { vocabulary } from "./vocabulary.ts";
import { workspaceOf } from "./workspace.ts";

const table = "| word | means | not |\n|---|---|---|\n| **element** | a thing | `asset`, node |\n| crossing | derived | |\n| control | stops | counter measure, countermeasure |\n";
const list = "scripts/tidy/vocabulary-allowed.txt";

test("synonyms in names, file names, keys, titles and headings are reported", () => {
  const files = {
    "spec/VOCABULARY.md": table,
    "packages/core/src/asset-list.ts": "export function nodesOf(assetCount: number): unknown {\n  return { node: assetCount, fine: 1 };\n}\n",
    "library/a.yaml": "id: x\nasset-kind: y\ntitle: An asset over a node\nflow: {node: 1, title: A countermeasure}\n",
    "docs/a.md": "# Nodes and assets\nprose about an asset\n",
    "decisions/a.md": "# Why not asset\n",
  };
  expect(vocabulary.check(workspaceOf(files)).problems.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([
    'docs/a.md:1 "Nodes and assets" says asset; our word is element',
    'library/a.yaml:2 "asset-kind" says asset; our word is element',
    'library/a.yaml:4 "node" says node; our word is element',
    'library/a.yaml:3 "An asset over a node" says asset; our word is element',
    'library/a.yaml:4 "A countermeasure" says countermeasure; our word is control',
    'packages/core/src/asset-list.ts:1 "asset-list" says asset; our word is element',
    'packages/core/src/asset-list.ts:1 "nodesOf" says node; our word is element',
    'packages/core/src/asset-list.ts:1 "assetCount" says asset; our word is element',
    'packages/core/src/asset-list.ts:2 "node" says node; our word is element',
  ]);
});

test("an exception holds for its place only, and one that excuses nothing is reported", () => {
  const files = {
    "spec/VOCABULARY.md": table,
    "packages/core/src/text/a.ts": "export const node = 1;\n",
    "packages/core/src/b.ts": "export const node = 1;\n",
    [list]: "node | packages/core/src/text/ | of a syntax tree\nasset | * | never\n",
  };
  expect(vocabulary.check(workspaceOf(files)).problems).toEqual([
    { path: "packages/core/src/b.ts", line: 1, message: '"node" says node; our word is element' },
    { path: list, line: 2, message: '"asset | * | never" excuses nothing any more: remove it' },
  ]);
});

test("a table that cannot be read is a problem, not silence", () => {
  expect(vocabulary.check(workspaceOf({})).problems).toEqual([{ path: "spec/VOCABULARY.md", message: "has no table with the columns word, means and not" }]);
});
