// Nothing is left open in the code: no notes to oneself, no tests switched off or singled out.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import { isCode } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

// Written in pieces so that this file does not find itself.
const open = new RegExp(["TO" + "DO", "FIX" + "ME", "X" + "XX", "Error\\(.*not imple" + "mented", "\\.sk" + "ip\\(", "(?:test|it|describe)\\.on" + "ly"].join("|"));

export const openEnds: Guard = { name: "open ends", minimum: minimums["open ends"], check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter(isCode);
  return { seen: files.length, problems: files.flatMap((path) => found(path, workspace.read(path))) };
}

function found(path: string, text: string): Problem[] {
  return text.split("\n").flatMap((line, index) => {
    const match = open.exec(line);
    return match ? [{ path, line: index + 1, message: `"${match[0]}" is left open: finish it, or say it in an issue` }] : [];
  });
}
