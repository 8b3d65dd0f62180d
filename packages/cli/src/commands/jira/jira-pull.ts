// `merlon jira pull`: issues of a Jira site into tickets.jsonl beside a model.
import { pullTickets } from "@merlon/app";
import { diagnosticsText, ticketImportText } from "@merlon/reports";
import { flagOption, modelArgument, textOption, type Command } from "../../command.ts";

export const jiraPull: Command = {
  description: "Asks a Jira site (Cloud, REST version 3) for issues and brings tickets.jsonl beside the model up to date; nothing is written to Jira. The account is read from MERLON_JIRA_EMAIL and MERLON_JIRA_TOKEN, or the file that MERLON_JIRA_TOKEN_FILE names; a token that may only read is enough. Issues behind a security level and descriptions stay out unless asked for.",
  arguments: [modelArgument],
  options: [
    { flags: "--jql <query>", description: "which issues; the projects of the mirror when left out" },
    { flags: "--url <address>", description: "of the site, when jira.map.yaml does not say it" },
    { flags: "--with-restricted", description: "also issues behind a security level" },
    { flags: "--with-descriptions", description: "also descriptions, as plain text" },
  ],
  examples: [
    { line: "jira pull models/shop --jql 'project in (SEC, RISK)'", does: "the first time" },
    { line: "jira pull models/shop", does: "the projects of the mirror, as they are now" },
  ],
  json: "What `jira import` gives, and under `lost` the keys in the mirror that Jira does not show any more; `isCut` when the search stopped before its last page.",
  // It has a limit of its own, since a site may ask to wait.
  interactive: true,
  async run(input, { session, page, io }) {
    const [url, jql] = [textOption(input, "url"), textOption(input, "jql")];
    const { pulled, diagnostics } = await pullTickets(input.args[0], {
      env: io.env, ...(url === undefined ? {} : { url }), ...(jql === undefined ? {} : { jql }), withRestricted: flagOption(input, "withRestricted"), withDescriptions: flagOption(input, "withDescriptions"),
    }, session);
    const notes = pulled.isCut ? ["The search stopped before its last page, so that new tickets may be missing: run it again."] : [];
    return { result: pulled, diagnostics, notes, text: () => `${diagnosticsText(diagnostics, page)}${ticketImportText(pulled, page)}` };
  },
};
