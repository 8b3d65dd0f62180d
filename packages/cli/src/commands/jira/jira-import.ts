// `merlon jira import`: an export of Jira into tickets.jsonl beside a model.
import { importTickets } from "@merlon/app";
import { diagnosticsText, ticketImportText } from "@merlon/reports";
import { flagOption, modelArgument, type Command } from "../../command.ts";

export const jiraImport: Command = {
  description: "Reads issues that were exported from Jira, as JSON (pages of a search, or a list of issues) or as CSV with all fields, into tickets.jsonl beside the model: one issue to a line, sorted by key. Issues that are there already are brought up to date; what is newer wins. Issues behind a security level and descriptions stay out unless asked for.",
  arguments: [{ name: "<file>", description: "the export" }, modelArgument],
  options: [
    { flags: "--with-restricted", description: "also issues behind a security level" },
    { flags: "--with-descriptions", description: "also descriptions, as plain text" },
  ],
  examples: [
    { line: "jira import export.json models/shop", does: "take the issues into models/shop/tickets.jsonl" },
    { line: "jira import export.csv --with-descriptions", does: "for the model you are in, with descriptions" },
  ],
  json: "An object with `mirror`, `count`, the keys that are `added`, `changed`, `unchanged`, `older` and `removed`, and `skipped` with a reason each (unknown-type, left-out, restricted, broken).",
  async run(input, { session, page }) {
    const [file = "", model] = input.args;
    const { imported, diagnostics } = await importTickets(file, model, { withRestricted: flagOption(input, "withRestricted"), withDescriptions: flagOption(input, "withDescriptions") }, session);
    return { result: imported, diagnostics, text: () => `${diagnosticsText(diagnostics, page)}${ticketImportText(imported, page)}` };
  },
};
