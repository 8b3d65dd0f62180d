// `merlon diff`: the impact of a change, between two versions in git or between two folders.
import { diffModels, diffViews, type DiffRequest, type ModelsDiff, type Session } from "@merlon/app";
import type { TimeView } from "@merlon/core";
import { flagOption, textOption, type Command, type Input } from "../command.ts";
import { quoted, type Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { impactOptions, impactOutcome } from "../impact-output.ts";
import { viewsOf } from "../view-option.ts";

export const diff: Command = {
  description: "Shows what a change does: threats that came, went or turned into questions, each with the lines of the model that brought it and what would clear it; decisions that hold no more; what is more exposed; what is to ask and to think of. Exits with 1 when the change brings an open threat of severity high (or what the policy of the older version says) or makes a decision stale.",
  arguments: [
    { name: "[base]", description: "`main..feature`, `main...feature` (from where they part), a branch, tag or commit, or a folder; HEAD when left out" },
    { name: "[head]", description: "the other version; your files as they are when left out" },
  ],
  options: [
    { flags: "--model <path>", description: "the model, or a folder of models; left out, the model that you are in" },
    { flags: "--view <views>", description: "live..target, or any two of live, target and at:<date>: the impact of a roadmap; one of them: both versions in that view" },
    ...impactOptions,
    { flags: "--force", description: "compare models with different ids" },
  ],
  examples: [
    { line: "diff", does: "what you changed since the last commit" },
    { line: "diff main --model examples/webshop", does: "your files against a branch" },
    { line: "diff origin/main...HEAD --format markdown -o comment.md", does: "for a pull request: empty when there is nothing to say" },
    { line: "diff main..feature -o impact.html -o impact.svg", does: "a page to send around, and one picture of both versions" },
    { line: "diff before after", does: "two folders" },
    { line: "diff --view live..target", does: "what the roadmap does: from today to what is wanted in the end" },
    { line: "diff main..feature --format sarif -o impact.sarif", does: "for code scanning" },
    { line: "diff origin/main...HEAD --format annotations", does: "in GitHub Actions: what got worse, beside the lines that did it" },
  ],
  json: "The impact (docs/reference/schema/impact.md). For a folder of models an impact for each name, in an envelope `merlon/diff-set/1`.",
  async run(input, context) {
    const request = requestOf(input);
    const views = viewsOf(textOption(input, "view"));
    const { session } = context;
    const compare = views.length === 2 ? roadmap(request, [views[0]!, views[1]!], session) : () => diffModels(request, views[0] ? { ...session, view: views[0] } : session);
    return impactOutcome(compare, { input, context, again: again(input, request, context) });
  },
};

function requestOf(input: Input): DiffRequest {
  const model = textOption(input, "model");
  return { words: input.args.filter((word) => word !== undefined), ...(model === undefined ? {} : { model }), force: flagOption(input, "force") };
}

/** One version is compared with itself, so that its model is all there is to say. */
function roadmap({ words, model }: DiffRequest, views: readonly [TimeView, TimeView], session: Session): () => Promise<ModelsDiff> {
  const [path, ...more] = [...(model === undefined ? [] : [model]), ...words];
  if (more.length > 0) throw usageError("Two views are of one version of a model.", "Name the model alone: `merlon diff --view live..target --model shop`.");
  return () => diffViews(path, views, session);
}

/** The same comparison once more. */
function again(input: Input, { words, model }: DiffRequest, context: Context): (verb: string) => string {
  const view = textOption(input, "view");
  const rest = [...words, ...(view === undefined ? [] : ["--view", view]), ...(model === undefined ? [] : ["--model", model])].map((word) => ` ${quoted(word)}`).join("");
  return (verb) => `${context.commandOn(undefined)(verb)}${rest}`;
}
