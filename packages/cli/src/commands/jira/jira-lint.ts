// `merlon jira lint`: what is wrong with the tickets beside a model.
import { lintTickets } from "@merlon/app";
import { ticketLintText } from "@merlon/reports";
import { flagOption, modelArgument, type Command } from "../../command.ts";

export const jiraLint: Command = {
  description: "Tells what is wrong with the tickets beside a model: words that the map does not know, links in both directions or to tickets that are not there, risks that nothing leads to or that lead to themselves, acceptances without a last day or an owner or whose day has passed, vulnerabilities at no part of the model, and open vulnerabilities that no threat of the model stands for.",
  arguments: [modelArgument],
  options: [{ flags: "--strict", description: "exit with 1 when there is anything" }],
  examples: [
    { line: "jira lint models/shop", does: "what to repair in Jira, in the map or in the model" },
    { line: "jira lint --strict", does: "in a pipeline" },
  ],
  json: "An object with `count`, `problems` (kind: gap, no-place, no-object, orphan-risk, acceptance-over, acceptance-without-end, acceptance-without-owner, circle, both-ways or lost-link; and the keys) and `unknown` words.",
  async run(input, { session, page }) {
    const { linted, diagnostics } = await lintTickets(input.args[0], session);
    const { titles: _titles, ...result } = linted;
    const failed = flagOption(input, "strict") && linted.problems.length + linted.unknown.length > 0;
    return { result, diagnostics, text: () => ticketLintText(linted, page), ...(failed ? { exitCode: 1 as const } : {}) };
  },
};
