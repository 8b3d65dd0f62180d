// Plants one violation of every layer rule in a small workspace; a rule that stays silent there guards nothing.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkLayers } from "./check-layers.ts";

const repository = join(import.meta.dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "merlon-layers-"));
afterAll(() => rmSync(root, { recursive: true }));

const names = ["schema", "core", "engine", "formats", "reports", "app", "cli", "testkit"];
const planted: Readonly<Record<string, string>> = {
  "packages/schema/src/index.ts": 'export * from "@merlon/core";\nexport * from "./shape.ts";\n',
  "packages/schema/src/shape.ts": "export const shape = 1;\n",
  "packages/core/src/index.ts": 'export * from "@merlon/engine";\nexport * from "./reads.ts";\nexport * from "./circle-a.ts";\n',
  "packages/core/src/reads.ts": 'import { readFileSync } from "node:fs";\nimport { build } from "esbuild";\nexport const reads = [readFileSync, build];\n',
  "packages/core/src/circle-a.ts": 'import type { B } from "./circle-b.ts";\nexport type A = B;\n',
  "packages/core/src/circle-b.ts": 'import type { A } from "./circle-a.ts";\nexport type B = A;\n',
  "packages/core/src/dead.ts": "export const dead = 1;\n",
  "packages/engine/src/index.ts": 'export * from "@merlon/formats";\nexport { shape } from "../../schema/src/shape.ts";\nexport * from "./barrel.ts";\n',
  "packages/engine/src/barrel.ts": 'export type * from "./index.ts";\n',
  "packages/formats/src/index.ts": 'export * from "@merlon/reports";\n',
  "packages/reports/src/index.ts": 'export * from "@merlon/engine";\nexport * from "./nowhere.ts";\n',
  "packages/app/src/index.ts": 'export * from "merlon";\nexport * from "@merlon/testkit";\n',
  "packages/cli/src/index.ts": 'export * from "@merlon/testkit";\nexport * from "./some.test.ts";\n',
  "packages/cli/src/some.test.ts": "export const some = 1;\n",
  "packages/testkit/src/index.ts": "export const kit = 1;\n",
};

function plant(): void {
  for (const name of names) {
    const id = name === "cli" ? "merlon" : `@merlon/${name}`;
    write(`packages/${name}/package.json`, JSON.stringify({ name: id, type: "module", exports: { ".": "./src/index.ts" } }));
    mkdirSync(join(root, "node_modules/@merlon"), { recursive: true });
    symlinkSync(join(root, "packages", name), join(root, "node_modules", id));
  }
  symlinkSync(join(repository, "node_modules/esbuild"), join(root, "node_modules/esbuild"));
  for (const [path, text] of Object.entries(planted)) write(path, text);
  for (const file of [".dependency-cruiser.mjs", "tsconfig.json"]) cpSync(join(repository, file), join(root, file));
  write("package.json", "{}");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test("every layer rule speaks about a violation planted for it, and every file is seen", async () => {
  plant();
  const { forbidden } = ((await import(join(repository, ".dependency-cruiser.mjs"))) as { default: { forbidden: { name: string }[] } }).default;
  const report = await checkLayers(root);
  const broken = new Set(report.problems.map((problem) => problem.rule));
  expect(forbidden.map((rule) => rule.name).filter((name) => !broken.has(name))).toEqual([]);
  expect(report.problems.filter((problem) => problem.instead === "")).toEqual([]);
  expect([report.seen, report.onDisk]).toEqual([15, 15]);
});
