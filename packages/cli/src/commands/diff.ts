// `merlon diff`: the impact of a change, between two versions in git or between two folders.
import { diffModels, type DiffRequest } from "@merlon/app";
import { flagOption, textOption, type Command, type Input } from "../command.ts";
import { quoted, type Context } from "../context.ts";
import { impactOptions, impactOutcome } from "../impact-output.ts";

export const diff: Command = {
  description: "Shows what a change does: threats that came, went or turned into questions, each with the lines of the model that brought it and what would clear it; decisions that hold no more; what is more exposed; what is to ask and to think of. Exits with 1 when the change brings an open threat of severity high (or what the policy of the older version says) or makes a decision stale.",
  arguments: [
    { name: "[base]", description: "`main..feature`, `main...feature` (from where they part), a branch, tag or commit, or a folder; HEAD when left out" },
    { name: "[head]", description: "the other version; your files as they are when left out" },
  ],
  options: [
    { flags: "--model <path>", description: "the model, or a folder of models; left out, the model that you are in" },
    ...impactOptions,
    { flags: "--force", description: "compare models with different ids" },
  ],
  examples: [
    { line: "diff", does: "what you changed since the last commit" },
    { line: "diff main --model examples/webshop", does: "your files against a branch" },
    { line: "diff origin/main...HEAD --format markdown -o comment.md", does: "for a pull request: empty when there is nothing to say" },
    { line: "diff before after", does: "two folders" },
    { line: "diff main..feature --format sarif -o impact.sarif", does: "for code scanning" },
    { line: "diff origin/main...HEAD --format annotations", does: "in GitHub Actions: what got worse, beside the lines that did it" },
  ],
  json: "The impact (docs/reference/schema/impact.md). For a folder of models an impact for each name, in an envelope `merlon/diff-set/1`.",
  async run(input, context) {
    const request = requestOf(input);
    return impactOutcome(() => diffModels(request, context.session), { input, context, again: again(request, context) });
  },
};

function requestOf(input: Input): DiffRequest {
  const model = textOption(input, "model");
  return { words: input.args.filter((word) => word !== undefined), ...(model === undefined ? {} : { model }), force: flagOption(input, "force") };
}

/** The same comparison once more. */
function again({ words, model }: DiffRequest, context: Context): (verb: string) => string {
  const rest = [...words, ...(model === undefined ? [] : ["--model", model])].map((word) => ` ${quoted(word)}`).join("");
  return (verb) => `${context.commandOn(undefined)(verb)}${rest}`;
}
