// Plants a top-level arrow function; measures lengths.
import { expect, test } from "vitest";
import { functions } from "./functions.ts";
import { workspaceOf } from "./workspace.ts";

test("an arrow function in an untyped constant at the top is reported; inner and typed ones are not", () => {
  const text = "export const add = (a: number) => a + 1;\nexport const table: Table = () => 1;\nexport function outer() {\n  const inner = () => 1;\n  return inner;\n}\n";
  const { problems, notes } = functions.check(workspaceOf({ "packages/core/src/a.ts": text }));
  expect(problems).toEqual([{ path: "packages/core/src/a.ts", line: 1, message: "is an arrow function in a constant: write a function declaration" }]);
  expect(notes).toEqual(["function lines p50 4 (aim 8), p90 4 (aim 25), over 40: 0 of 1"]);
});
