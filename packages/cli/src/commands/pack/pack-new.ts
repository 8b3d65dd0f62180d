// `merlon pack new`: a first pack.
import { newPack } from "@merlon/app";
import { textOption, type Command } from "../../command.ts";

export const packNew: Command = {
  description: "Writes a pack into a new folder: a header, one rule with a characteristic of its own, and tests that pass. Change them into what you need. Never overwrites anything.",
  arguments: [{ name: "<folder>", description: "a folder that is not there yet, or empty" }],
  options: [
    { flags: "--id <id>", description: "the pack's id, which its characteristics start with; made from the folder's name when left out" },
    { flags: "--title <text>", description: "what people call the pack" },
  ],
  examples: [
    { line: "pack new rules --id acme", does: "a pack `acme` in the folder rules" },
    { line: "pack new shared/payments --title 'Rules of the payment platform'", does: "a pack `payments`" },
  ],
  json: "An object with `id`, `title`, `folder` and `files` of the new pack.",
  async run(input, { session, commandOn }) {
    const [id, title] = [textOption(input, "id"), textOption(input, "title")];
    const made = await newPack(input.args[0] ?? "", { ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) }, session);
    return { result: made, text: () => newText(made.files, made.folder, commandOn(made.folder)("pack test")) };
  },
};

function newText(files: readonly string[], folder: string, test: string): string {
  const path = folder === "." ? "./path/to/it" : /^[./]/.test(folder) ? folder : `./${folder}`;
  return [
    ...files.map((file) => `Written: ${file}`), "", "Next:",
    `  ${test}`,
    `  In a model.yaml: packs: [default, ${path}]   (the path from the model to the pack)`, "",
  ].join("\n");
}
