// `merlon rules list|show|dismissed|test`.
import { dismissedRules, documentRule, listRules, optionalPacks, testRules, type RuleFilter } from "@merlon/app";
import { textOption, type Command, type CommandGroup, type Input } from "../command.ts";
import { dismissedText } from "../print/dismissed-text.ts";
import { rulesListText } from "../print/rules-list-text.ts";
import { ruleText } from "../print/rule-text.ts";
import { testOutcome } from "../print/rules-test-text.ts";

const modelOption = { flags: "--model <path>", description: "with the packs of this model" };

const list: Command = {
  description: "Lists the rules that threats come from.",
  options: [
    { flags: "--scope <scope>", description: "only rules asked of this", choices: ["element", "flow", "boundary", "model", "path"] },
    { flags: "--stride <letter>", description: "only rules with this letter", choices: ["S", "T", "R", "I", "D", "E"] },
    { flags: "--status <status>", description: "only rules of this status", choices: ["draft", "stable", "deprecated"] },
    { flags: "--pack <id>", description: "only rules of this pack, also of one that is off by default" },
    { flags: "--text <words>", description: "only rules that have these words in their id, title or reasons" },
    modelOption,
  ],
  examples: [
    { line: "rules list", does: "all rules" },
    { line: "rules list --stride I --scope flow", does: "what can be disclosed on a flow" },
    { line: "rules list --pack privacy", does: "the rules of one pack" },
  ],
  json: "An object with `rules`: id, title, scope, STRIDE letters, status, pack, category (the folder inside it, or the pack), revision and the number of tests by kind (fires, nearMiss, unknown) of each.",
  async run(input, context) {
    const [filter, source] = [filterOf(input), sourceOf(input)];
    const rules = await listRules(context.session, filter, source);
    const notShown = filter.pack === undefined && source.model === undefined ? optionalPacks(context.session) : [];
    return { result: { rules }, text: () => rulesListText(rules, context.page, notShown) };
  },
};

const show: Command = {
  description: "Shows everything about a rule: when it fires, what stops it, why it matters, what to do, and an example to avoid and one to prefer, taken from its tests.",
  arguments: [{ name: "<rule>", description: "a rule's id, also an old one" }],
  options: [modelOption],
  examples: [{ line: "rules show plaintext-flow-across-boundary", does: "its whole documentation" }],
  json: "An object with `rule` (docs/reference/schema/rule.md), `avoid` and `prefer` (a test each, or null) and `tests` by kind.",
  async run(input, context) {
    const documentation = await documentRule(input.args[0] ?? "", context.session, sourceOf(input));
    return { result: documentation, text: () => ruleText(documentation, context.page) };
  },
};

const test: Command = {
  description: "Runs the tests beside the rules, tries every fix on every firing test, and drops each condition in turn to see that some test notices. For the rules that come with Merlon, or for a pack of your own.",
  arguments: [{ name: "[folder]", description: "a pack's folder, with pack.yaml; left out, the rules that come with Merlon" }],
  options: [{ flags: "--rule <id>", description: "only this rule" }],
  examples: [
    { line: "rules test", does: "test the built-in rules" },
    { line: "rules test ./rules --rule my-rule", does: "test one rule of your own" },
  ],
  json: "An object with `pack` and `rules`: for each its tests, their kinds, the mutants tried, and the failures.",
  async run(input, context) {
    const only = textOption(input, "rule");
    const [folder] = input.args;
    return testOutcome(await testRules(context.session, { ...(folder === undefined ? {} : { folder }), ...(only === undefined ? {} : { only }) }), context.page);
  },
};

const dismissed: Command = {
  description: "Counts for each rule how many of its threats people set aside as not applicable or a false positive, with their reasons. A rule of which three and at least half are set aside is often dismissed: it is wrong for you, or the models do not say what stops it. Counted here and sent nowhere.",
  arguments: [{ name: "[models...]", description: "models and folders of models; left out, the model that you are in" }],
  examples: [
    { line: "rules dismissed examples", does: "over all models of a folder" },
    { line: "rules dismissed shop till --json", does: "over two models, for a tool" },
  ],
  json: "An object with the number of `models` and `rules`: for each `dismissed` of its `threats`, whether that is `often`, and the `decisions` with their reasons.",
  async run(input, context) {
    const found = await dismissedRules(input.args.flat().filter((path) => path !== undefined), context.session);
    return { result: found, text: () => dismissedText(found, context.page) };
  },
};

export const rules: CommandGroup = {
  description: "The rules that turn facts into threats and questions. They are data; see docs for how to write your own.",
  commands: [
    { name: "list", summary: "list the rules", ...list },
    { name: "show", summary: "show everything about a rule", ...show },
    { name: "dismissed", summary: "count what people set aside, by rule", ...dismissed },
    { name: "test", summary: "run the tests of rules", ...test },
  ],
};

function filterOf(input: Input): RuleFilter {
  const names = ["scope", "stride", "status", "pack", "text"] as const;
  return Object.fromEntries(names.flatMap((name) => { const value = textOption(input, name); return value === undefined ? [] : [[name, value]]; }));
}

function sourceOf(input: Input): { readonly model?: string } {
  const model = textOption(input, "model");
  return model === undefined ? {} : { model };
}
