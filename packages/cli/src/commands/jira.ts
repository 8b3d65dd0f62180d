// `merlon jira`: tickets of Jira beside a model, from exported files.
import type { CommandGroup } from "../command.ts";
import { jiraImport } from "./jira/jira-import.ts";
import { jiraLint } from "./jira/jira-lint.ts";

export const jira: CommandGroup = {
  description: "Tickets of Jira in the landscape, from exported files; nothing is fetched. jira.map.yaml beside the model says what types, links, fields and statuses mean. docs/guides/jira.md tells how.",
  commands: [
    { name: "import", summary: "take an export into the mirror beside a model", ...jiraImport },
    { name: "lint", summary: "find what is wrong with the tickets, and what the model lacks", ...jiraLint },
  ],
};
