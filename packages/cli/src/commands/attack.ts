// `merlon attack`: everything about MITRE ATT&CK.
import type { CommandGroup } from "../command.ts";
import { attackCoverageCommand } from "./attack/attack-coverage.ts";
import { attackGroupsCommand } from "./attack/attack-groups.ts";
import { attackImport } from "./attack/attack-import.ts";
import { attackLayer } from "./attack/attack-layer.ts";
import { attackSuggest } from "./attack/attack-suggest.ts";
import { attackTechnique } from "./attack/attack-technique.ts";
import { attackUpgrade } from "./attack/attack-upgrade.ts";

export const attack: CommandGroup = {
  description: "Speaks MITRE ATT&CK. Models and rules name techniques, mitigations and groups by their ids; `check` judges them. All facts come with Merlon, so that nothing here needs a network.",
  commands: [
    { name: "layer", summary: "write a layer for ATT&CK Navigator", ...attackLayer },
    { name: "groups", summary: "see what groups of attackers would do", ...attackGroupsCommand },
    { name: "coverage", summary: "see which mitigations are in place", ...attackCoverageCommand },
    { name: "technique", summary: "see one technique and where it could be used", ...attackTechnique },
    { name: "suggest", summary: "propose techniques for a weakness", ...attackSuggest },
    { name: "import", summary: "make a catalogue from MITRE's bundle", ...attackImport },
    { name: "upgrade", summary: "take references to another release", ...attackUpgrade },
  ],
};
