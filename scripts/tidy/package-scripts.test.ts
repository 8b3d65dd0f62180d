// Plants a package that differs from its siblings.
import { expect, test } from "vitest";
import { packageScripts } from "./package-scripts.ts";
import { workspaceOf } from "./workspace.ts";

test("a package with other script names or another version is reported", () => {
  const files = {
    "packages/a/package.json": JSON.stringify({ version: "0.1.0", license: "Apache-2.0", type: "module" }),
    "packages/b/package.json": JSON.stringify({ version: "0.2.0", license: "Apache-2.0", type: "module", scripts: { own: "x" } }),
  };
  expect(packageScripts.check(workspaceOf(files)).problems).toEqual([
    { path: "packages/b/package.json", message: "script names: own, but none in packages/a/package.json; packages share them" },
    { path: "packages/b/package.json", message: "version: 0.2.0, but 0.1.0 in packages/a/package.json; packages share them" },
  ]);
});
