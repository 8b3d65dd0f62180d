// `merlon lock`: writes merlon.lock.
import { lockModels } from "@merlon/app";
import { modelArgument, type Command } from "../command.ts";

export const lock: Command = {
  description: "Writes merlon.lock: the packs with their digests and the version of Merlon that a model is analysed with, so that the same checkout gives the same results everywhere. `check` tells when they differ.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models locks them all` }],
  examples: [{ line: "lock examples/webshop", does: "after you looked at what a new version of the rules changes" }],
  json: "An object with `locks`: the path and the content of each lock that was written.",
  async run(input, { session }) {
    const locks = await lockModels(input.args[0], session);
    return { result: { locks }, text: () => locks.map(({ path }) => `Written: ${path}\n`).join("") };
  },
};
