// Plants a link to nothing and a script that does not exist.
import { expect, test } from "vitest";
import { pointers } from "./pointers.ts";
import { workspaceOf } from "./workspace.ts";

test("dead relative links and unknown scripts are reported; folders, anchors and outside addresses are fine", () => {
  const files = {
    "README.md": "[a](docs/a.md) [b](docs) [c](docs/a.md#part) [d](https://example.org/x)\n[e](docs/gone.md) npm run check and npm run dance\n",
    "docs/a.md": "[up](../README.md) [gone](../docs/b.md)\n",
    "package.json": '{"scripts": {"check": "x"}}',
  };
  expect(pointers.check(workspaceOf(files)).problems).toEqual([
    { path: "README.md", line: 2, message: "points at docs/gone.md, which does not exist" },
    { path: "README.md", line: 2, message: "names the script dance, which package.json does not have" },
    { path: "docs/a.md", line: 1, message: "points at ../docs/b.md, which does not exist" },
  ]);
});
