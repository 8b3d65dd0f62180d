// `merlon impact`: what if. The impact of a change that nobody has made, said in options instead of a branch.
import { whatIf, whatIfExamples, type WhatIf } from "@merlon/app";
import { listOption, modelArgument, type Command } from "../command.ts";
import { quoted, type Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { impactOptions, impactOutcome } from "../impact-output.ts";

export const impact: Command = {
  description: "Shows what a change would do before anybody makes it: the same as `diff`, for a change that is said in options instead of a branch. Nothing on disk changes. Exits with 1 when the change would not pass the gate.",
  arguments: [modelArgument],
  options: [
    { flags: "--set <object.field=value>", description: "a field or characteristic of an element, flow, boundary, data or any other object with another value, or of the `model` itself; nothing after = takes it out", repeatable: true },
    { flags: "--add-file <file>", description: "a file as they lie under model/: its new objects join, and what it says of objects that are there takes the place of what was said", repeatable: true },
    { flags: "--remove <id>", description: "without this object and what cannot be without it, such as the flows of an element", repeatable: true },
    ...impactOptions,
  ],
  examples: [
    { line: "impact examples/webshop --set customers-db.encryption-at-rest=no", does: "what would go wrong if the customers were stored in clear" },
    { line: "impact --set login.authentication=mutual-tls --set web.technology=nodejs,react", does: "several values at once, and a list" },
    { line: "impact --set card-number.levels.confidentiality=public", does: "a field inside of a field" },
    { line: "impact --remove mail-provider", does: "without an element and its flows" },
    { line: "impact --add-file proposal.yaml --format html -o impact.html", does: "a proposal as a page to discuss" },
    { line: "impact --set model.stage=operate", does: "what the next stage would ask" },
  ],
  json: "The impact (docs/reference/schema/impact.md), as `diff` gives it.",
  async run(input, context) {
    const asked: WhatIf = { files: listOption(input, "addFile"), remove: listOption(input, "remove"), set: listOption(input, "set") };
    if (asked.files.length + asked.remove.length + asked.set.length === 0) throw await nothingAsked(input.args[0], context);
    const rest = wordsOf(asked);
    // The pages that tell an impact call its command `diff`.
    const again = (verb: string): string => `${context.commandOn(input.args[0])(verb.replace(/^diff\b/, "impact"))}${rest}`;
    return impactOutcome(() => whatIf(input.args[0], asked, context.session), { input, context, again });
  },
};

function wordsOf({ files, remove, set }: WhatIf): string {
  const words = [...files.map((file) => ["--add-file", file]), ...remove.map((id) => ["--remove", id]), ...set.map((text) => ["--set", text])];
  return words.map(([option = "", value = ""]) => ` ${option} ${quoted(value)}`).join("");
}

async function nothingAsked(path: string | undefined, { commandOn, session }: Context): Promise<Error> {
  const examples = await whatIfExamples(path, session);
  return usageError("What if what? Say it with --set, --add-file or --remove.", `For example: ${examples.map((words) => `\`${commandOn(path)("impact")} ${words}\``).join(", ")}.`);
}
