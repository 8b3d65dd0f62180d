// `merlon words`: the words that a model may use.
import { listWords, wordKinds, type WordKind } from "@merlon/app";
import { textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";
import { wordsText } from "../print/words-text.ts";

const kinds = Object.keys(wordKinds);

export const words: Command = {
  description: "Lists the words that may stand in a model: element and boundary types, actors, technologies, protocols, data kinds, control types, scales and characteristics, with what each says. Searches by what people call things.",
  arguments: [
    { name: "[kind]", description: `only one kind of words: ${kinds.join(", ")}; anything else is searched for` },
    { name: "[search]", description: "only those that are called so, or whose description says so" },
  ],
  options: [{ flags: "--model <path>", description: "with the packs of this model" }],
  examples: [
    { line: "words django", does: "what is it called here?" },
    { line: "words protocol", does: "all protocols" },
    { line: "words type mail", does: "element types that have to do with mail" },
  ],
  json: "An object with `words`: for each its `kind`, `id`, `title`, `also`, `description` and what it `says`; and `nearest` when none fits.",
  async run(input, context) {
    const [first, second] = input.args;
    if (second !== undefined && !isKind(first)) throw usageError(`\`${first ?? ""}\` is no kind of words.`, `They are ${kinds.join(", ")}. Quote a search of several words.`);
    const text = isKind(first) ? second : first;
    const model = textOption(input, "model");
    const found = await listWords({ ...(isKind(first) ? { kind: first } : {}), ...(text === undefined ? {} : { text }), ...(model === undefined ? {} : { model }) }, context.session);
    return { result: found, text: () => wordsText(found, context.page) };
  },
};

function isKind(word: string | undefined): word is WordKind {
  return word !== undefined && kinds.includes(word);
}
