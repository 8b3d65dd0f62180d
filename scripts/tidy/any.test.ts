// Plants more `any` than the budget allows.
import { expect, test } from "vitest";
import { any } from "./any.ts";
import { workspaceOf } from "./workspace.ts";

test("any over the budget is reported where it stands, within the budget it is only counted", () => {
  const use = "export function f(a: any): unknown {\n  return a;\n}\n";
  expect(any.check(workspaceOf({ "scripts/a.ts": use })).problems).toEqual([{ path: "scripts/a.ts", line: 1, message: "any: take unknown in and parse it" }]);
  const wide = any.check(workspaceOf({ "scripts/a.ts": use + "\n".repeat(2000) }));
  expect(wide).toEqual({ seen: 1, problems: [], notes: ["1 any in 2004 lines (0.50 per 1,000, at most 0.5)"] });
});
