// Plants impure code, with and without a switched-off lint, and names that only look like it.
import { expect, test } from "vitest";
import { purity } from "./purity.ts";
import { workspaceOf } from "./workspace.ts";

test("every impurity is reported with its line, even where a lint comment hides it", () => {
  const text = [
    'import { readFileSync } from "node:fs";',
    "// oxlint-disable-next-line no-restricted-globals -- hidden from the lint",
    "export const now = Date.now();",
    "export const luck = Math.random();",
    'export const order = "a".localeCompare("b");',
    "export const where = [process.cwd(), fetch, new Intl.Collator()];",
    "export const late = setTimeout(() => performance.now(), 1);",
    'export const lazy = import("./other.ts");',
    "export const shorthand = { process };",
  ].join("\n");
  const { problems } = purity.check(workspaceOf({ "packages/core/src/a.ts": text }));
  expect(problems.map(({ line, message }) => `${line} ${message.split(" is not pure")[0]}`)).toEqual([
    "1 the module node:fs",
    "3 Date",
    "4 Math.random",
    "5 .localeCompare",
    "6 process",
    "6 fetch",
    "6 Intl",
    "7 setTimeout",
    "7 performance",
    "8 import()",
    "9 process",
  ]);
});

test("words in comments, texts, types and property names are not impurities", () => {
  const text = 'interface A { readonly process: number; date?: Date }\n// Date\nexport const a = { process: 1, kind: "process" };\nexport const b = a.process;\n';
  expect(purity.check(workspaceOf({ "packages/core/src/a.ts": text }))).toEqual({ seen: 1, problems: [] });
});

test("tests and the outer packages may touch the world", () => {
  const impure = "export const now = Date.now();\n";
  const files = { "packages/core/src/a.test.ts": impure, "packages/app/src/a.ts": impure, "packages/cli/src/a.ts": impure };
  expect(purity.check(workspaceOf(files))).toEqual({ seen: 0, problems: [] });
});
