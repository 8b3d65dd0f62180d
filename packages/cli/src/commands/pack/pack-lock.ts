// `merlon pack lock`: holds a pack to what it releases.
import { lockPacks } from "@merlon/app";
import type { Command } from "../../command.ts";
import { packArgument } from "./pack-argument.ts";

export const packLock: Command = {
  description: "Writes pack.lock: the version, a digest of the whole pack, and what each revision of a rule means. Run it when you release a version and commit the file. Refused, with exit code 2, when the content changed and the version did not, when conditions changed and the rule's revision did not, and when a rule is gone that no other supersedes. A version with a hyphen, such as 1.5.0-draft, may change as it likes.",
  arguments: [packArgument],
  examples: [{ line: "pack lock ./rules", does: "after you raised `version` in rules/pack.yaml" }],
  json: "An object with `locks`: path and content of each pack.lock, and whether it was written anew.",
  async run(input, { session }) {
    const locks = await lockPacks(input.args[0] ?? ".", session);
    return { result: { locks }, text: () => locks.map(({ path, lock, written }) => `${written ? "Written" : "Unchanged"}: ${path} (${lock.id} ${lock.version})\n`).join("") };
  },
};
