// The committed entry of the command, alone in a folder: it answers --version itself and says what to do when nothing is built.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "merlon-bin-"));
const folder = join(root, "packages/cli");

beforeAll(() => {
  mkdirSync(join(folder, "bin"), { recursive: true });
  cpSync(join(import.meta.dirname, "../bin"), join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"version": "1.2.3"}');
});
afterAll(() => rmSync(root, { recursive: true }));

function merlon(...args: readonly string[]): readonly [number | null, string] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "bin/merlon.mjs"), ...args], { encoding: "utf8" });
  return [status, stdout + stderr];
}

test("--version needs no bundle", () => {
  expect(merlon("--version")).toEqual([0, "1.2.3\n"]);
});

test("anything else without a bundle says how to build it", () => {
  expect(merlon("analyze", "x")).toEqual([2, `Merlon is not built yet: run "npm start" in ${root}/\n`]);
});

test("with a bundle it hands over, whatever is kept of its compiled form", () => {
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/merlon.cjs"), "console.log(process.argv.slice(2).join());\n");
  const without = merlon("analyze", "x");
  writeFileSync(join(folder, "dist/merlon.cjs.cache"), "of another version of Node");
  expect([without, merlon("analyze", "x")]).toEqual([[0, "analyze,x\n"], [0, "analyze,x\n"]]);
});
