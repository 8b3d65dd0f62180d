// `merlon git-setup`: makes Merlon git's merge and diff driver for the models of a clone.
import { setUpGit } from "@merlon/app";
import { flagOption, textOption, type Command } from "../command.ts";
import { programName } from "../context.ts";

export const gitSetup: Command = {
  description: "Tells git in this clone to merge the files of models with `merlon merge`, by object and field, and to show in `git diff` what changed of the model instead of lines. The drivers are kept in the clone's own configuration, so everybody runs this once; which files it is for stands in .gitattributes, which is shared.",
  arguments: [{ name: "[model]", description: "a model, or a folder of models; left out, the model that you are in" }],
  options: [
    { flags: "--write", description: "do it: set the drivers in the clone's configuration and add the lines that are missing to .gitattributes, at the root of the repository; without it nothing is touched" },
    { flags: "--program <words>", description: "the words that start Merlon in a shell, from the root of the repository; left out, as you started it" },
  ],
  examples: [
    { line: "git-setup", does: "see what would be set, and the lines for .gitattributes" },
    { line: "git-setup models --write", does: "set the drivers and write the lines, for every model of a folder" },
  ],
  json: "An object with the `driver` that git calls to merge, the `differ` that it calls to show a change, all `lines` that .gitattributes needs, those that are or were `missing`, and whether they were `written`.",
  async run(input, { session, io }) {
    const write = flagOption(input, "write");
    const result = await setUpGit(input.args[0], { program: textOption(input, "program") ?? programName(io.env), write }, session);
    const { driver, differ, missing, written } = result;
    return {
      result, text: () => (written || missing.length === 0 ? "" : `${missing.join("\n")}\n`),
      notes: write
        ? ["Git merges and compares models with Merlon in this clone.", written ? "The lines are in .gitattributes: commit it." : ".gitattributes has all lines already."]
        : [`Nothing was touched. With --write git merges with \`${driver}\` and compares with \`${differ}\` in this clone${missing.length > 0 ? ", and these lines go into .gitattributes" : "; .gitattributes has all lines already"}.`],
    };
  },
};
