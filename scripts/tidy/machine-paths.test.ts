// Plants a machine's path, a registry's address and a recorded download, in pieces so that the guard does not find this file.
import { expect, test } from "vitest";
import { machinePaths } from "./machine-paths.ts";
import { workspaceOf } from "./workspace.ts";

test("places on one machine and registry addresses are reported; addresses of pages and relative paths are not", () => {
  const files = {
    "README.md": ["see /wo" + "rk/main", "in ~/wo" + "rk/x and ./tmp/y and frame/wo" + "rk/z", "https://registry.npm" + "js.org", "/ro" + "ot/x", "`/tm" + "p/x`"].join("\n"),
    "package-lock.json": '{"resolved": "https://example.org/a.tgz"}\n{"resolved": "packages/core"}\n',
  };
  expect(machinePaths.check(workspaceOf(files)).problems.map(({ path, line }) => `${path}:${line}`)).toEqual([
    "README.md:1",
    "README.md:3",
    "README.md:4",
    "README.md:5",
    "package-lock.json:1",
  ]);
});
