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
    { flags: "--all", description: "list every threat and decision instead of the first few" },
  ],
  examples: [
    { line: "log", does: "the last commits of the model that you are in" },
    { line: "log examples/webshop -n 3 --all", does: "everything that the last three did" },
    { line: "log examples/webshop --json", does: "for a tool" },
  ],
  json: "An object with the `model`, its `commits` (commit, author, date, subject, `threats`, `decisions`, `questions`, and `open` threats after it), how many `more` there are, and whether the clone is `shallow`.",
  async run(input, context) {
    const found = await logModel(input.args[0], limitOf(input), context.session);
    const again = context.commandOn(input.args[0]);
    return { result: found, text: () => logText(found, { ...context.page, all: flagOption(input, "all"), command: again }) };
  },
};

function limitOf(input: Input): number {
  const said = textOption(input, "limit") ?? "";
  if (!/^[1-9]\d{0,3}$/.test(said)) throw usageError("--limit takes a number from 1 to 9999.");
  return Number(said);
}
