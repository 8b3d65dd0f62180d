// `merlon attack upgrade`: references from one release to another.
import { readCatalogues, upgradeAttack } from "@merlon/app";
import { flagOption, listOption, modelArgument, textOption, type Command } from "../../command.ts";
import { upgradeText } from "../../print/upgrade-text.ts";
import { catalogueOption } from "./attack-options.ts";

export const attackUpgrade: Command = {
  description: "Takes every reference of a model, and of the rules of its own packs, to another release of ATT&CK: what stays, what has another name, what serves another tactic, what was replaced, and what only you can say. Tactics are compared by what they mean: TA0005 kept its id in 19 and means something else. Shows the plan; writes with --apply. Exit code 1 while something waits for you.",
  arguments: [modelArgument],
  options: [
    { flags: "--to <version>", description: "the release to go to; the newest known when left out" },
    { flags: "--from <version>", description: "the release that the ids are of, where the model does not say `attack-version`" },
    { flags: "--choose <old=new>", description: "what to use instead of an id, one of its tactics, or `none` to drop it; may be repeated", repeatable: true },
    { flags: "--apply", description: "write it; attack-version follows when nothing is open" },
    catalogueOption,
  ],
  examples: [
    { line: "attack upgrade --to 19.1", does: "the plan for the model that you are in" },
    { line: "attack upgrade models/shop --from 14.1 --to 19.1 --choose T1064=none --apply", does: "answer what is open, and write" },
  ],
  json: "An object with `model`, `from`, `to`, `steps` (kind, id, tactic, by, where, outcome, to, toTactic, why and options of each reference), `rules` (the same of the model's own packs), `threats` (those that name other techniques then: id, was, is), `open`, `files` and `written`.",
  async run(input, { session, page }) {
    const [to, from] = [textOption(input, "to"), textOption(input, "from")];
    const catalogues = await readCatalogues(listOption(input, "catalogue"), session);
    const upgrade = await upgradeAttack(input.args[0], {
      ...(to === undefined ? {} : { to }), ...(from === undefined ? {} : { from }), choices: listOption(input, "choose"), apply: flagOption(input, "apply"), catalogues,
    }, session);
    const { files, written, open } = upgrade;
    const done = files.length === 0 ? "Nothing changes." : written ? `Written: ${files.map(({ path }) => path).join(", ")}` : "Nothing was written; say --apply to write it.";
    return { result: upgrade, text: () => upgradeText(upgrade, page), notes: [done], ...(open > 0 ? { exitCode: 1 as const } : {}) };
  },
};
