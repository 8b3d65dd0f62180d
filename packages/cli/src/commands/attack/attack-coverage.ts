// `merlon attack coverage`: techniques of our threats, and what stands against each.
import { coverageOfModel, readCatalogues } from "@merlon/app";
import { listOption, modelArgument, textOption, type Command } from "../../command.ts";
import { coverageText } from "../../print/attack-coverage-text.ts";
import { catalogueOption, versionOption } from "./attack-options.ts";

export const attackCoverageCommand: Command = {
  description: "Shows every technique that the model's threats name, the mitigations that ATT&CK knows against it and which of them are in place where the threats are: by controls that carry the mitigation's id, themselves or by their type. Says which techniques have no mitigation at all: those can only be accepted or detected.",
  arguments: [modelArgument],
  options: [versionOption, catalogueOption],
  examples: [{ line: "attack coverage examples/webshop", does: "what is in place, planned and missing" }],
  json: "An object with `model`, `version`, `techniques` (threats, mitigations with state and controls, count of detection strategies, whether alarms (`noticed`) and records (`recorded`) are there), `unknown` (techniques that the release does not have), `untagged` (threats without a technique) and `counts`.",
  async run(input, { session, page }) {
    const version = textOption(input, "attackVersion");
    const catalogues = await readCatalogues(listOption(input, "catalogue"), session);
    const result = await coverageOfModel(input.args[0], { catalogues, ...(version === undefined ? {} : { version }) }, session);
    return { result, text: () => coverageText(result, page) };
  },
};
