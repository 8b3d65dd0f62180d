// `npm run check` calls this for the house rules that no other tool knows.
import { guards } from "./guards.ts";
import { runGuards } from "./run-guards.ts";
import { openWorkspace } from "./workspace.ts";

const verdict = runGuards(guards, openWorkspace(process.cwd()));
console.log(verdict.lines.join("\n"));
if (verdict.failed) process.exitCode = 1;
