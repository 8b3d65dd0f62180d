// Plants a file with too many lines and one with too many bytes.
import { expect, test } from "vitest";
import { percentile, size } from "./size.ts";
import { workspaceOf } from "./workspace.ts";

test("a long file and a large file are reported, a generated long one is not", () => {
  const files = {
    "packages/core/src/long.ts": "a\n".repeat(401),
    "packages/core/src/fits.ts": "a\n".repeat(400),
    "packages/core/src/generated/long.ts": "a\n".repeat(401),
    "library/large.json": "a".repeat(1024 * 1024 + 1),
  };
  expect(size.check(workspaceOf(files)).problems).toEqual([
    { path: "packages/core/src/long.ts", message: "401 lines, at most 400: split it by what it exports" },
    { path: "library/large.json", message: "over 1 MiB: generate it, or compress the facts it holds" },
  ]);
});

test("a percentile is a value that occurs", () => {
  expect([percentile([3, 1, 2], 0.5), percentile([3, 1, 2], 1), percentile([], 0.5)]).toEqual([2, 3, 0]);
});
