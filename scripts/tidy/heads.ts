// Every source file starts by saying what it is for.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome } from "./guard.ts";
import { isCode, isTest } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

export const heads: Guard = { name: "heads", minimum: minimums.heads, check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter((path) => isCode(path) && !isTest(path));
  const bare = files.filter((path) => !hasHead(workspace.read(path)));
  const message = "starts without a comment: say in one to three sentences what the file is for";
  return { seen: files.length, problems: bare.map((path) => ({ path, line: 1, message })) };
}

function hasHead(text: string): boolean {
  const [first = "", second = ""] = text.split("\n");
  const line = first.startsWith("#!") ? second : first;
  return /^(\/\/|\/\*\*?)\s*\S.{12,}/.test(line) || (/^\/\*\*?\s*$/.test(line) && /^\s*\*?\s*\S.{12,}/.test(second));
}
