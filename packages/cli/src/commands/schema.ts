// `merlon schema`: the JSON Schema of model files.
import { resolve } from "node:path";
import { schemaOfModel, shownPath, writeAtomic } from "@merlon/app";
import { modelArgument, textOption, type Command } from "../command.ts";

export const schema: Command = {
  description: "Prints the JSON Schema (2020-12) of model files, with the words and characteristics of the packs that the model uses. Editors complete and check with it.",
  arguments: [{ ...modelArgument, description: "the model whose packs are meant; left out, the packs that come with Merlon" }],
  options: [{ flags: "-o, --out <file>", description: "write it to a file" }],
  examples: [
    { line: "schema -o merlon.schema.json", does: "for an editor: name it in the first line of model.yaml" },
    { line: "schema examples/webshop", does: "with the packs of that model" },
  ],
  json: "The JSON Schema.",
  async run(input, { session }) {
    const result = await schemaOfModel(input.args[0], session);
    const text = `${JSON.stringify(result, undefined, 2)}\n`;
    const out = textOption(input, "out");
    if (out === undefined) return { result, text: () => text };
    await writeAtomic(resolve(session.cwd, out), text);
    return { result, text: () => "", notes: [`Written: ${shownPath(out, session.cwd)}`] };
  },
};
