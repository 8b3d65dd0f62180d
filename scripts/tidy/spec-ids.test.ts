// Plants a behaviour without a test, a test without a behaviour, a repeated number and an idle exception.
import { expect, test } from "vitest";
import { specIds } from "./spec-ids.ts";
import { workspaceOf } from "./workspace.ts";

const list = "scripts/tidy/uncited-spec-ids.txt";

test("numbers and test names must meet", () => {
  const files = {
    "spec/SPEC.md": "**[MOD-1]** one\n**[MOD-2]** two\n**[MOD-3]** three\n**[MOD-4]** four\n**[MOD-1]** again\n",
    "packages/core/src/a.test.ts": 'test("[MOD-1][MOD-2] a", () => {});\ntest.each([1])(`[MOD-9] ${1}`, () => {});\ntest("says [MOD-8] later", () => {});\n',
    [list]: "# comment\nMOD-3\nMOD-2\n",
  };
  expect(specIds.check(workspaceOf(files))).toEqual({
    seen: 4,
    problems: [
      { path: "spec/SPEC.md", line: 5, message: "[MOD-1] is stated twice" },
      { path: "packages/core/src/a.test.ts", line: 2, message: "cites [MOD-9], which spec/SPEC.md does not have" },
      { path: "spec/SPEC.md", line: 4, message: "[MOD-4] is cited by no test name" },
      { path: list, line: 3, message: '"MOD-2" excuses nothing any more: remove it' },
    ],
    notes: ["4 numbered behaviours, 2 of them not yet cited by a test"],
  });
});
