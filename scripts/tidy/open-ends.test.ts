// Plants notes to oneself and a switched-off test, in pieces so that the guard does not find this file.
import { expect, test } from "vitest";
import { openEnds } from "./open-ends.ts";
import { workspaceOf } from "./workspace.ts";

test("each open end is reported with its line", () => {
  const text = ["// TO" + "DO later", "fine", "test.sk" + "ip('a')", "throw new Error('not imple" + "mented')", "test.skipIf(missing)"].join("\n");
  expect(openEnds.check(workspaceOf({ "packages/core/src/a.ts": text })).problems.map((problem) => problem.line)).toEqual([1, 3, 4]);
});
