// Runs the scaffolder in a copy of the parts it writes into; what it writes must compile and pass at once.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSession, testRules } from "@merlon/app";
import { newFormat } from "./new-format.ts";
import { newReport } from "./new-report.ts";
import { newRule } from "./new-rule.ts";
import { applyScaffold } from "./scaffold.ts";

const repository = join(import.meta.dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "merlon-new-"));

beforeAll(() => {
  for (const path of ["library", "packages/formats", "packages/reports", "tsconfig.json"]) cpSync(join(repository, path), join(root, path), { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const settings = { extends: "./tsconfig.json", include: ["packages/formats/src/sunny-tool", "packages/formats/src/formats.ts", "packages/reports/src/rainy-list"] };
  writeFileSync(join(root, "tsconfig.new.json"), JSON.stringify(settings));
  writeFileSync(join(root, "vitest.config.mjs"), 'export default { test: { include: ["packages/*/src/{sunny-tool,rainy-list}/*.test.ts"] } };\n');
});
afterAll(() => rmSync(root, { recursive: true }));

function run(tool: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(repository, "node_modules", tool), ...args], { cwd: root, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  return stdout + stderr;
}

test("a new rule passes its own tests, and no condition of it is idle", async () => {
  applyScaffold(root, newRule("web/plain-scaffold"));
  const { rules } = await testRules(await openSession({ cwd: root }), { folder: "library", only: "plain-scaffold" });
  expect(rules).toEqual([{ rule: "plain-scaffold", tests: 4, kinds: { fires: 1, nearMiss: 2, unknown: 1 }, mutants: 2, failures: [] }]);
});

test("a new format and a new report compile, are listed and pass their tests", { timeout: 60_000 }, () => {
  applyScaffold(root, newFormat("sunny-tool"));
  applyScaffold(root, newReport("rainy-list"));
  expect(readFileSync(join(root, "packages/formats/src/formats.ts"), "utf8")).toMatch(/, sunnyTool\];/);
  expect(readFileSync(join(root, "packages/reports/src/index.ts"), "utf8")).toContain('export { rainyListReport } from "./rainy-list/rainy-list-report.ts";\n');
  expect(run("typescript7/bin/tsc", "-p", "tsconfig.new.json").split("\n").filter((line) => /sunny-tool|rainy-list/.test(line))).toEqual([]);
  expect(run("vitest/vitest.mjs", "run")).toMatch(/Tests +3 passed/);
});

test("nothing is written over, and what cannot be is said", () => {
  expect(() => applyScaffold(root, newReport("rainy-list"))).toThrow("packages/reports/src/rainy-list/rainy-list-report.ts exists already.");
  expect(() => newRule("plain-scaffold")).toThrow("Say where the rule belongs");
  expect(() => newRule("weather/plain-scaffold")).toThrow('There is no pack "weather"');
  expect(() => newFormat("Sunny")).toThrow('"Sunny" is not in kebab case');
});
