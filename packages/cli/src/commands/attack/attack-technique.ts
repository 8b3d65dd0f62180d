// `merlon attack technique`: one technique and where it could be used.
import { readCatalogues, techniqueOf } from "@merlon/app";
import { listOption, textOption, type Command } from "../../command.ts";
import { techniqueText } from "../../print/attack-technique-text.ts";
import { catalogueOption, versionOption } from "./attack-options.ts";

export const attackTechnique: Command = {
  description: "Shows one technique of ATT&CK or ATLAS: tactics, platforms, what it touches, mitigations, and what NIST SP 800-53, the Cloud Controls Matrix and D3FEND have against it. With a model, also the threats that name it and every element with the reason why it can be used there or cannot: platform, artefact, exposure, position.",
  arguments: [{ name: "<id>", description: "the technique" }, { name: "[model]", description: "the model to look at" }],
  options: [versionOption, catalogueOption],
  examples: [
    { line: "attack technique T1190", does: "what it is and what stands against it" },
    { line: "attack technique T1552 examples/webshop", does: "where in the web shop it could be used" },
  ],
  json: "An object with the technique (`tactics`, `platforms`, `artefacts`, `mitigations`, `detections`, `groups`), `outsideControls` by catalogue and, with a model, `model`: its `threats` and `elements`, of each the verdict and its aspects.",
  async run(input, { session, page }) {
    const version = textOption(input, "attackVersion");
    const catalogues = await readCatalogues(listOption(input, "catalogue"), session);
    const result = await techniqueOf(input.args[0] ?? "", input.args[1], { catalogues, ...(version === undefined ? {} : { version }) }, session);
    return { result, text: () => techniqueText(result, page) };
  },
};
