// The runner fails on a problem and on blindness alike; every guard is listed, tested and has something it must see.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Guard } from "./guard.ts";
import { guards } from "./guards.ts";
import { runGuards } from "./run-guards.ts";
import { openWorkspace, workspaceOf } from "./workspace.ts";

const content: Guard = { name: "content", minimum: 1, check: () => ({ seen: 1, problems: [], notes: ["1 of 1"] }) };
const strict: Guard = { name: "strict", minimum: 1, check: () => ({ seen: 2, problems: [{ path: "a.ts", line: 3, message: "wrong" }] }) };
const blind: Guard = { name: "blind", minimum: 5, check: () => ({ seen: 4, problems: [] }) };

test("what the guards say, in lines", () => {
  expect(runGuards([content, strict, blind], workspaceOf({}))).toEqual({
    failed: true,
    lines: [
      "ok   content (1 seen, 0 problems)",
      "  1 of 1",
      "FAIL strict (2 seen, 1 problems)",
      "  a.ts:3  wrong",
      "FAIL blind (4 seen, 0 problems)",
      "  sees only 4, at least 5 expected: has something moved?",
    ],
  });
  expect(runGuards([content], workspaceOf({})).failed).toBe(false);
});

test("every guard fails where there is nothing to see", () => {
  expect(guards.filter((guard) => !runGuards([guard], workspaceOf({})).failed)).toEqual([]);
});

test("every guard has a test of its own beside it", () => {
  const files = guards.map((guard) => `${guard.name.replaceAll(" ", "-")}.test.ts`);
  expect(files.filter((file) => !existsSync(join(import.meta.dirname, file)))).toEqual([]);
});

test("a folder without git is read from the disk", () => {
  const root = mkdtempSync(join(tmpdir(), "merlon-tidy-"));
  mkdirSync(join(root, "packages/core/src"), { recursive: true });
  writeFileSync(join(root, "packages/core/src/a.ts"), "export const now = Date.now();\n");
  const workspace = openWorkspace(root);
  const [purity] = guards;
  expect(workspace.files).toEqual(["packages/core/src/a.ts"]);
  expect(purity?.check(workspace).problems).toHaveLength(1);
  rmSync(root, { recursive: true });
});
