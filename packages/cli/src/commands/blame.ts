// `merlon blame`: how a threat came in, and who decided what about it.
import { blameThreat } from "@merlon/app";
import { textOption, type Command } from "../command.ts";
import { blameText } from "../print/blame-text.ts";

export const blame: Command = {
  description: "Shows by which commit a threat came in, who wrote it and by which lines of the model; who decided what about it since, and when; and by which commit it went. Declared renames are followed.",
  arguments: [
    { name: "<threat>", description: "a threat's id, also of one that is gone" },
    { name: "[model]", description: "a model's folder or file; left out, the model that you are in" },
  ],
  options: [{ flags: "--model <path>", description: "the model, when it is easier to write it last" }],
  examples: [{ line: "blame plaintext-flow-across-boundary@checkout", does: "since when, by whom and why it is there" }],
  json: "How the threat came to be what it is (docs/reference/schema/threat-blame.md).",
  async run(input, context) {
    const found = await blameThreat(input.args[0] ?? "", textOption(input, "model") ?? input.args[1], context.session);
    return { result: found, text: () => blameText(found, context.page) };
  },
};
