// What docs/guides/ci.md shows is short and names only what is there; and the script that starts Merlon from its clone.
import { execFileSync } from "node:child_process";
import { cp, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readYaml } from "@merlon/core";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFile(join(root, path), "utf8");
const yaml = (text: string) => readYaml({ path: "a.yaml", text }).value;
const blocks = [...(await read("docs/guides/ci.md")).matchAll(/```yaml\n([^]*?)```/g)].map(([, text = ""]) => text);
const [github = "", , gitlab = "", hooks = ""] = blocks;

test("the YAML that a user writes has fewer than 20 lines", () => {
  expect(blocks.map((text) => [text.trimEnd().split("\n").length < 20, readYaml({ path: "a.yaml", text }).diagnostics.length])).toEqual(blocks.map(() => [true, 0]));
});

test("it names inputs, variables and hooks that there are", async () => {
  const step = (yaml(github) as { readonly jobs: { readonly merlon: { readonly steps: readonly { readonly uses: string; readonly with: object }[] } } }).jobs.merlon.steps.at(-1)!;
  const { inputs } = yaml(await read(`${step.uses.replace(/^OWNER\/merlon\/|@main$/g, "")}/action.yml`)) as { readonly inputs: object };
  expect(Object.keys(step.with).filter((name) => !(name in inputs))).toEqual([]);
  const { include: [included], variables } = yaml(gitlab) as { readonly include: readonly { readonly file: string }[]; readonly variables: object };
  const known = `${await read(included!.file)}${await read("ci/pipeline.sh")}`;
  expect(Object.keys(variables).filter((name) => !known.includes(name))).toEqual([]);
  const { repos: [repo] } = yaml(hooks) as { readonly repos: readonly { readonly hooks: readonly { readonly id: string }[] }[] };
  const [hook] = yaml(await read(".pre-commit-hooks.yaml")) as readonly { readonly id: string; readonly entry: string }[];
  expect([repo!.hooks.map(({ id }) => id), ((await stat(join(root, hook!.entry.split(" ")[0]!))).mode & 0o111) !== 0]).toEqual([[hook!.id], true]);
});

test("Merlon's own clone is set up first, which nobody reads as its result", async () => {
  const { folder } = await workplace({
    "a clone/scripts/set-up.mjs": 'console.log("Installing …");\n',
    "a clone/packages/cli/bin/merlon.mjs": "console.log(JSON.stringify(process.argv.slice(2)));\nprocess.exitCode = 1;\n",
  });
  await cp(join(root, "ci"), join(folder, "a clone/ci"), { recursive: true });
  expect(() => execFileSync(join(folder, "a clone/ci/merlon.sh"), ["check", "a b"], { stdio: "pipe", encoding: "utf8" })).toThrow(expect.objectContaining({ status: 1, stdout: '["check","a b"]\n', stderr: "Installing …\n" }));
});
