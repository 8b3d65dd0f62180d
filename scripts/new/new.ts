// `npm run new rule|format|report <id>`: writes files, test and index line that already pass.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { newFormat } from "./new-format.ts";
import { newReport } from "./new-report.ts";
import { newRule } from "./new-rule.ts";
import { applyScaffold, ScaffoldError } from "./scaffold.ts";
import type { Scaffold } from "./scaffold.ts";

const kinds: Readonly<Record<string, (what: string) => Scaffold>> = { rule: newRule, format: newFormat, report: newReport };

function run([kind = "", what = ""]: readonly string[], root: string): void {
  const make = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (make === undefined || what === "") throw new ScaffoldError("Say what: npm run new rule <pack>/<id>, npm run new format <id> or npm run new report <id>.");
  const scaffold = make(what);
  for (const path of applyScaffold(root, scaffold)) console.log(`wrote ${path}`);
  for (const [tool, ...args] of scaffold.after) runTool(root, tool, args);
  console.log(`\nWhat to do now:\n${scaffold.next.map((step, index) => `${index + 1}. ${step}`).join("\n")}`);
}

function runTool(root: string, tool: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", tool), ...args], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new ScaffoldError(`${args.join(" ")} did not succeed:\n${stdout}${stderr}`);
}

try {
  run(process.argv.slice(2), process.cwd());
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
