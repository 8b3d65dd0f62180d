// `merlon explain`: the proof of one threat.
import { explainThreat } from "@merlon/app";
import { explanationText } from "@merlon/reports";
import { modelArgument, textOption, type Command } from "../command.ts";
import { draftNote } from "../print/draft-note.ts";

export const explain: Command = {
  description: "Shows why a threat is there, down to lines of the model, how its severity came about, and what each fix would do: whether it clears the threat, which others it clears, and which it adds.",
  arguments: [{ name: "<threat>", description: "a threat's id, as `analyze` and `stride` show it" }, modelArgument],
  options: [{ flags: "--model <path>", description: "the model, when it is easier to write it last" }],
  examples: [
    { line: "explain plaintext-flow-across-boundary@checkout", does: "the proof, the severity and the fixes" },
    { line: "explain plaintext-flow-across-boundary@checkout examples/webshop", does: "the same in another folder" },
  ],
  json: "The explanation (docs/reference/schema/explanation.md).",
  async run(input, context) {
    const { loaded, explanation, draft } = await explainThreat(input.args[0] ?? "", textOption(input, "model") ?? input.args[1], context.session);
    return { result: explanation, text: () => explanationText(explanation, { ...context.page, command: context.commandOn(loaded.place.shown) }), notes: draft ? [draftNote] : [] };
  },
};
