// `merlon pack test`: the tests of a pack's rules.
import { testRules } from "@merlon/app";
import { textOption, type Command } from "../../command.ts";
import { testOutcome } from "../../print/rules-test-text.ts";
import { packArgument } from "./pack-argument.ts";

export const packTest: Command = {
  description: "Runs the tests beside a pack's rules, tries every fix on every firing test, and drops each condition in turn to see that some test notices. Exit code 1 when something is not as expected.",
  arguments: [packArgument],
  options: [{ flags: "--rule <id>", description: "only this rule" }],
  examples: [
    { line: "pack test ./rules", does: "test all rules of the pack" },
    { line: "pack test ./rules --rule acme-data-leaves-unapproved", does: "the loop to write a rule in" },
  ],
  json: "An object with `pack` and `rules`: for each its tests, their kinds, the mutants tried, and the failures.",
  async run(input, context) {
    const only = textOption(input, "rule");
    return testOutcome(await testRules(context.session, { folder: input.args[0] ?? ".", ...(only === undefined ? {} : { only }) }), context.page);
  },
};
