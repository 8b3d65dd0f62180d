// Switching a check off for a line needs a reason on that line, after two dashes. In a test an expected type error
// is the assertion itself and needs none.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isCode, isTest } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

const marker = /\/[/*]\s*((?:ox|es)lint-disable[a-z-]*|@ts-[a-z-]+|knip-ignore)\b(.*)/;

export const disables: Guard = { name: "disables", minimum: minimums.disables, check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter(isCode);
  return { seen: files.length, problems: files.flatMap((path) => unexplained(path, workspace.read(path))) };
}

function unexplained(path: string, text: string): Problem[] {
  return text.split("\n").flatMap((line, index) => {
    const found = marker.exec(line);
    if (!found || (isTest(path) && found[1] === "@ts-expect-error") || /--\s*\S.{9,}/.test(found[2] ?? "")) return [];
    return [{ path, line: index + 1, message: `${found[1]} without a reason: write it after two dashes, or mend the line` }];
  });
}
