// `merlon pack`: packs of rules of one's own.
import type { CommandGroup } from "../command.ts";
import { packLint } from "./pack/pack-lint.ts";
import { packLock } from "./pack/pack-lock.ts";
import { packNew } from "./pack/pack-new.ts";
import { packTest } from "./pack/pack-test.ts";

export const pack: CommandGroup = {
  description: "Packs of rules of your own. A model uses one when its `packs` name the folder: `packs: [default, ./rules]`. docs/guides/packs.md tells how to write one.",
  commands: [
    { name: "new", summary: "write a first pack", ...packNew },
    { name: "test", summary: "run the tests of a pack's rules", ...packTest },
    { name: "lint", summary: "find everything that is wrong with a pack", ...packLint },
    { name: "lock", summary: "hold a pack to what this version has", ...packLock },
  ],
};
