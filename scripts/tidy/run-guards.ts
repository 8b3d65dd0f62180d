// Runs every guard over a workspace and puts what they say into lines. A guard that sees too little fails like one that
// finds a problem, because a blind guard is always content.
import type { Guard, Outcome } from "./guard.ts";
import type { Workspace } from "./workspace.ts";

export interface Verdict {
  readonly lines: readonly string[];
  readonly failed: boolean;
}

export function runGuards(guards: readonly Guard[], workspace: Workspace): Verdict {
  const verdicts = guards.map((guard) => verdictOf(guard, guard.check(workspace)));
  return { lines: verdicts.flatMap((verdict) => verdict.lines), failed: verdicts.some((verdict) => verdict.failed) };
}

function verdictOf(guard: Guard, { seen, problems, notes = [] }: Outcome): Verdict {
  const blind = seen < guard.minimum ? [`  sees only ${seen}, at least ${guard.minimum} expected: has something moved?`] : [];
  const found = problems.map(({ path, line, message }) => `  ${path}${line === undefined ? "" : `:${line}`}  ${message}`);
  const failed = blind.length + found.length > 0;
  const head = `${failed ? "FAIL" : "ok  "} ${guard.name} (${seen} seen, ${problems.length} problems)`;
  return { lines: [head, ...notes.map((note) => `  ${note}`), ...blind, ...found], failed };
}
