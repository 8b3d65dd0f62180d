// Plants a loose version, a dependency without a reason and a licence that is not accepted.
import { expect, test } from "vitest";
import { dependencies } from "./dependencies.ts";
import { workspaceOf } from "./workspace.ts";

test("versions are exact, reasons written, licences of what ships accepted", () => {
  const files = {
    "package.json": JSON.stringify({ devDependencies: { loose: "^1.0.0", unexplained: "1.0.0", alias: "npm:real@7.0.2" } }),
    "packages/core/package.json": JSON.stringify({ dependencies: { "@merlon/schema": "0.1.0" } }),
    "decisions/dependencies.md": "| `loose` | because |\n| `alias` | because |\n",
    "package-lock.json": JSON.stringify({
      packages: {
        "node_modules/good": { license: "MIT" },
        "node_modules/good/node_modules/bad": { license: "GPL-3.0" },
        "node_modules/tool": { license: "GPL-3.0", dev: true },
        "node_modules/@merlon/core": { link: true },
      },
    }),
  };
  expect(dependencies.check(workspaceOf(files))).toEqual({
    seen: 6,
    problems: [
      { path: "package.json", message: "loose ^1.0.0 is not an exact version" },
      { path: "package.json", message: "unexplained has no line in decisions/dependencies.md that says why it is here" },
      { path: "package-lock.json", message: 'bad has the licence "GPL-3.0", which is not among those we accept' },
    ],
  });
});
