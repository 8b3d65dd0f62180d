// Plants a switched-off check without a reason.
import { expect, test } from "vitest";
import { disables } from "./disables.ts";
import { workspaceOf } from "./workspace.ts";

test("a switched-off check needs a reason; an expected type error in a test does not", () => {
  const files = {
    "packages/core/src/a.ts": "// oxlint-disable-next-line eqeqeq\n// oxlint-disable-next-line eqeqeq -- null and undefined alike\n// @ts-ignore\n",
    "packages/core/src/a.test.ts": "// @ts-expect-error\n// @ts-ignore\n",
  };
  expect(disables.check(workspaceOf(files)).problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
    "packages/core/src/a.test.ts:2",
    "packages/core/src/a.ts:1",
    "packages/core/src/a.ts:3",
  ]);
});
