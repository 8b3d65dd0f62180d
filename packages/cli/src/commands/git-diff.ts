// `merlon git-diff`: what git calls to show the change of one file of a model. See `git-setup`.
import { diffFile } from "@merlon/app";
import type { Command } from "../command.ts";
import { programName } from "../context.ts";
import { fileDiffText } from "../print/file-diff-text.ts";

export const gitDiff: Command = {
  description: "For git, which calls it in a clone where `git-setup` was run: shows what a change of one file does to the model, instead of its lines. For people there is `diff`, which also tells what it does to the threats.",
  arguments: [
    { name: "<path>", description: "where the file lies in the repository" },
    { name: "[before]", description: "a file with the version before; /dev/null where there is none" },
    { name: "[before-hex]", description: "its object in git; not used" },
    { name: "[before-mode]", description: "its mode; not used" },
    { name: "[after]", description: "a file with the version after" },
    { name: "[after-hex]", description: "its object in git; not used" },
    { name: "[after-mode]", description: "its mode; not used" },
    { name: "[new-path]", description: "where it lies now, when it was moved" },
    { name: "[similarity]", description: "how git tells that it was moved; not used" },
  ],
  examples: [{ line: "git-diff shop/model.yaml before.yaml 0 0 shop/model.yaml 0 0", does: "what git would show of these two versions" }],
  json: "An object with `path`, `change` (new, gone, changed), `operations` (as in docs/reference/schema/impact.md), `besides` (other keys that changed), and `unreadable` where a version cannot be read.",
  async run({ args }, { session, page, io }) {
    const [path = "", before, , , after, , , newPath = path] = args;
    // Git gives the path alone where a merge left conflicts.
    if (before === undefined || after === undefined) return { result: { path, change: "changed", operations: [], besides: [] }, text: () => `merlon ${path}: not merged yet\n` };
    const diff = await diffFile({ path: newPath, before, after }, session);
    return { result: diff, text: () => fileDiffText(diff, { page, from: path, program: programName(io.env) }) };
  },
};
