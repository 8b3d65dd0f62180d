// The set-up script in a small repository with an npm that only takes notes: it installs once, and falls back when the lock file lacks platforms.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "merlon-set-up-"));
  mkdirSync(join(root, "scripts"));
  mkdirSync(join(root, "bin"));
  cpSync(join(import.meta.dirname, "set-up.mjs"), join(root, "scripts/set-up.mjs"));
  writeFileSync(join(root, "scripts/build.mjs"), 'export function buildIfChanged() { console.log("built"); }\n');
  lock({ "node_modules/zod": { version: "4.0.0" } });
});
afterEach(() => rmSync(root, { recursive: true }));

function lock(packages: Readonly<Record<string, unknown>>): void {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
}

/** An npm that writes down its verb and says and does what the test wants of it. */
function fakeNpm(script: string): void {
  writeFileSync(join(root, "bin/npm"), `#!/bin/sh\necho "$1" >> verbs\n${script}\n`);
  chmodSync(join(root, "bin/npm"), 0o755);
}

function setUp(): { readonly output: string; readonly verbs: string } {
  const env = { PATH: `${join(root, "bin")}:${process.env["PATH"] ?? ""}` };
  let output = "";
  try {
    output = execFileSync(process.execPath, ["scripts/set-up.mjs"], { cwd: root, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    output = `exit ${status}: ${stderr}`;
  }
  return { output, verbs: existsSync(join(root, "verbs")) ? readFileSync(join(root, "verbs"), "utf8") : "" };
}

test("installs once, then does nothing, then again when the lock file changes", () => {
  fakeNpm("mkdir -p node_modules");
  expect(setUp().output).toContain("Installing packages");
  expect(setUp()).toEqual({ output: "built\n", verbs: "ci\n" });
  lock({ "node_modules/zod": { version: "4.0.1" } });
  expect(setUp().verbs).toBe("ci\nci\n");
});

test("falls back to npm install where npm ci finds the lock file incomplete", () => {
  fakeNpm('mkdir -p node_modules\n[ "$1" = install ] || { echo "npm error code EUSAGE" >&2; exit 1; }');
  const { output, verbs } = setUp();
  expect([verbs, output.split("\n").at(-2)]).toEqual(["ci\ninstall\n", "built"]);
});

test("any other failure ends it with npm's own words", () => {
  fakeNpm('echo "npm error code ENOTFOUND" >&2; exit 1');
  const { output, verbs } = setUp();
  expect(verbs).toBe("ci\n");
  expect(output).toMatch(/^exit 1: npm error code ENOTFOUND\nInstalling failed/);
});

test("takes what someone installed by hand as it is, when the versions are the lock file's", () => {
  fakeNpm("mkdir -p node_modules");
  mkdirSync(join(root, "node_modules"));
  writeFileSync(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: { "node_modules/zod": { version: "4.0.0" } } }));
  expect(setUp()).toEqual({ output: "built\n", verbs: "" });
});
