// `merlon log`: the history of a model's threats and decisions, from git.
import { logModel } from "@merlon/app";
import { flagOption, modelArgument, textOption, type Command, type Input } from "../command.ts";
import { usageError } from "../failure.ts";
import { logText } from "../print/log-text.ts";

export const log: Command = {
  description: "Shows for each commit that touched the model what it did to the threats, decisions and questions, newest first. Every version is judged by the rules and the day of now, so that only what was committed makes a difference; of a merge only what none of its sides has.",
  arguments: [modelArgument],
  options: [
    { flags: "-n, --limit <number>", description: "how many commits to look at", default: "15" },
    { flags: "--since <day or ref>", description: "only what is later: of this day or after it (2026-05-01), or not in this branch, tag or commit" },
    { flags: "--all", description: "list every threat and decision instead of the first few" },
  ],
  examples: [
    { line: "log", does: "the last commits of the model that you are in" },
    { line: "log examples/webshop -n 3 --all", does: "everything that the last three did" },
    { line: "log examples/webshop --since main", does: "what your branch did so far, commit by commit" },
    { line: "log examples/webshop --since 2026-05-01 -n 500 --json", does: "for a tool" },
  ],
  json: "The log (docs/reference/schema/model-log.md).",
  async run(input, context) {
    const since = textOption(input, "since");
    const found = await logModel(input.args[0], { limit: limitOf(input), ...(since === undefined ? {} : { since }) }, context.session);
    const more = context.commandOn(input.args[0])(`log -n ${Math.min(9_999, limitOf(input) + found.more)}${since === undefined ? "" : ` --since ${since}`}`);
    return { result: found, text: () => logText(found, { ...context.page, all: flagOption(input, "all"), more }) };
  },
};

function limitOf(input: Input): number {
  const said = textOption(input, "limit") ?? "";
  if (!/^[1-9]\d{0,3}$/.test(said)) throw usageError("--limit takes a number from 1 to 9999.");
  return Number(said);
}
