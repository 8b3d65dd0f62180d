// Plants a source file that does not say what it is for.
import { expect, test } from "vitest";
import { heads } from "./heads.ts";
import { workspaceOf } from "./workspace.ts";

test("a file without a first comment, or with an empty one, is reported", () => {
  const files = {
    "packages/core/src/bare.ts": "export const a = 1;\n",
    "packages/core/src/curt.ts": "// things\nexport const a = 1;\n",
    "packages/core/src/good.ts": "// Says what it is for.\nexport const a = 1;\n",
    "packages/core/src/block.ts": "/**\n * Says what it is for.\n */\nexport const a = 1;\n",
    "packages/cli/bin/run.mjs": "#!/usr/bin/env node\n// Says what it is for.\n",
  };
  expect(heads.check(workspaceOf(files)).problems.map((problem) => problem.path)).toEqual(["packages/core/src/bare.ts", "packages/core/src/curt.ts"]);
});
