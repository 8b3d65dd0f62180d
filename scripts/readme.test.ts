// What README.md promises a newcomer works: its model is sound and gives the threats that its commands name, and its commands exist.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analyzeModels, openSession } from "@merlon/app";
import { registry } from "merlon";

const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");

test("the model in the README is sound and gives the threats that the README goes on with", async () => {
  const root = mkdtempSync(join(tmpdir(), "merlon-readme-"));
  writeFileSync(join(root, "model.yaml"), /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "");
  const { models } = await analyzeModels(".", await openSession({ cwd: root, at: "2026-01-01" }));
  rmSync(root, { recursive: true });
  expect(models.map(({ diagnostics, analysis }) => ({ diagnostics, threats: analysis.threats.map((threat) => threat.id).sort() }))).toEqual([
    { diagnostics: [], threats: ["plaintext-flow-across-boundary@save", "sensitive-store-not-encrypted@subscribers"] },
  ]);
  const named = [...readme.matchAll(/ ([a-z-]+@[a-z-]+) /g)].map((found) => found[1]);
  expect(new Set(named)).toEqual(new Set(["plaintext-flow-across-boundary@save"]));
});

test("every command in the README exists", () => {
  const named = [...readme.matchAll(/npx merlon ([a-z-]+)/g)].map((found) => found[1] ?? "");
  const known = new Set(["help", ...registry.map((entry) => entry.name)]);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
