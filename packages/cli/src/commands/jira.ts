// `merlon jira`: tickets of Jira beside a model, from the site or from exported files.
import type { CommandGroup } from "../command.ts";
import { jiraImport } from "./jira/jira-import.ts";
import { jiraLint } from "./jira/jira-lint.ts";
import { jiraPull } from "./jira/jira-pull.ts";

export const jira: CommandGroup = {
  description: "Tickets of Jira in the landscape, fetched with a token that only reads, or from exported files; nothing is written to Jira. jira.map.yaml beside the model says what types, links, fields and statuses mean. docs/guides/jira.md tells how.",
  commands: [
    { name: "import", summary: "take an export into the mirror beside a model", ...jiraImport },
    { name: "pull", summary: "bring the mirror up to date from a Jira site", ...jiraPull },
    { name: "lint", summary: "find what is wrong with the tickets, and what the model lacks", ...jiraLint },
  ],
};
