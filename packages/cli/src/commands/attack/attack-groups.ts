// `merlon attack groups`: what groups of attackers would do here.
import { groupsOfModel, readCatalogues } from "@merlon/app";
import { listOption, modelArgument, textOption, type Command } from "../../command.ts";
import { groupsText } from "../../print/attack-groups-text.ts";
import { catalogueOption, groupOption, versionOption } from "./attack-options.ts";

export const attackGroupsCommand: Command = {
  description: "Shows for groups of attackers which of the model's threats their techniques would bring about, and which of their techniques work on its elements although no threat names them. A platform that fits is necessary, not sufficient: read the second list as questions.",
  arguments: [modelArgument],
  options: [groupOption, versionOption, catalogueOption],
  examples: [
    { line: "attack groups examples/webshop --group G0016", does: "what APT29 would do to the web shop" },
    { line: "attack groups", does: "the adversaries that the model names" },
  ],
  json: "An object with `model`, `version` and `groups`: of each its id, name, count of techniques, `uses` (threats and the techniques behind them), `without` (techniques that work here and have no threat, with the elements) and `elsewhere` (the others, by reason).",
  async run(input, { session, page }) {
    const version = textOption(input, "attackVersion");
    const catalogues = await readCatalogues(listOption(input, "catalogue"), session);
    const result = await groupsOfModel(input.args[0], listOption(input, "group"), { catalogues, ...(version === undefined ? {} : { version }) }, session);
    return { result, text: () => groupsText(result, page) };
  },
};
