// Plants a violation of every lint rule the house relies on; a rule whose name or option oxlint no longer knows stays silent here.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const repository = join(import.meta.dirname, "..");
const root = mkdtempSync(join(tmpdir(), "merlon-lint-"));
afterAll(() => rmSync(root, { recursive: true }));

const long = "  count = count + 1;\n".repeat(41);
const branches = Array.from({ length: 21 }, (_, index) => `if (a === ${index}) return ${index};`).join("\n");

const planted: Readonly<Record<string, string>> = {
  "max-lines": "export const line = 1;\n" + "// more\n".repeat(400),
  "max-lines-per-function": `export function f(): number {\n  let count = 0;\n${long}  return count;\n}\n`,
  complexity: `export function f(a: number): number {\n${branches}\nreturn 0;\n}\n`,
  "max-depth": "export function f(a: boolean): void {\n if (a) { if (a) { if (a) { if (a) { if (a) { f(a); } } } } }\n}\n",
  "max-params": "export function g(a: number, b: number, c: number, d: number, e: number, f: number): number { return a + b + c + d + e + f; }\n",
  eqeqeq: "export function f(a: unknown): boolean { return a == 1; }\n",
  "no-var": "export var a = 1;\n",
  "prefer-const": "let a = 1;\nexport const b = a;\n",
  "no-empty": "export function f(a: boolean): void { if (a) {} }\n",
  "no-param-reassign": "export function f(a: number): number { a = 1; return a; }\n",
  "default-param-last": "export function f(a = 1, b: number): number { return a + b; }\n",
  "func-style": "export const f = function (): number { return 1; };\n",
  "no-unused-vars": "const a = 1;\n",
  "no-default-export": "export default 1;\n",
  "consistent-type-imports": 'import { A } from "./a.ts";\nexport const a: A = 1;\n',
  "no-explicit-any": "export const a: any = 1;\n",
  "no-namespace": "export namespace A { export const a = 1; }\n",
  "parameter-properties": "export class A extends Error { constructor(readonly a: number) { super(); } }\n",
  "consistent-type-definitions": "export type A = { a: string };\n",
  "no-static-only-class": "export class A { static a = 1; }\n",
  "no-restricted-globals": "export const now = Date.now();\n",
  "no-restricted-properties": "export const luck = Math.random();\n",
  "no-restricted-imports": 'export { readFileSync } from "node:fs";\n',
};

test("every rule of the house speaks about a violation planted for it", () => {
  for (const [rule, text] of Object.entries(planted)) write(`packages/core/src/${rule}.ts`, text);
  write("packages/core/src/filenameCase.ts", "export const a = 1;\n");
  write("packages/core/src/disabled.test.ts", 'import { expect, test } from "vitest";\ntest.' + 'skip("a", () => { expect(1).toBe(1); });\n');
  write("packages/core/src/focused.test.ts", 'import { expect, test } from "vitest";\ntest.on' + 'ly("a", () => { expect(1).toBe(1); });\n');
  write("packages/core/src/asserting.test.ts", 'import { test } from "vitest";\ntest("a", () => {});\n');
  const expected = [...Object.keys(planted), "filename-case", "no-disabled-tests", "no-focused-tests", "expect-expect"];
  const reported = new Set(lint());
  expect(expected.filter((rule) => !reported.has(rule))).toEqual([]);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Names of the rules that were broken. */
function lint(): string[] {
  cpSync(join(repository, ".oxlintrc.json"), join(root, ".oxlintrc.json"));
  const tool = join(repository, "node_modules/oxlint/bin/oxlint");
  const { diagnostics } = JSON.parse(outputOf(() => execFileSync(process.execPath, [tool, "--format=json"], { cwd: root, encoding: "utf8" }))) as {
    diagnostics: readonly { code: string }[];
  };
  return diagnostics.map(({ code }) => /\((.*)\)/.exec(code)?.[1] ?? code);
}

/** Oxlint exits with 1 when it has something to say. */
function outputOf(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
