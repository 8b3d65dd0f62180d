// `merlon due`: for the scheduled run, what runs out or should be done by now, by owner.
import { dueOfModels } from "@merlon/app";
import { dueMarkdown, dueText, toJson, type Page } from "@merlon/reports";
import type { Due } from "@merlon/schema";
import { modelArgument, textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";
import { deliver, outOption, outputsOf, type Forms } from "../print/deliver.ts";

const formats = ["terminal", "markdown", "json"] as const;
type Format = (typeof formats)[number];

const forms: Forms<Format> = { formats, endings: { ".txt": "terminal", ".md": "markdown", ".markdown": "markdown", ".json": "json" } };

const MOST_DAYS = 3_660;

export const due: Command = {
  description: "Lists by owner what only time brings: acceptances and assumptions that expire, actions that are due, decisions that are stale, and rules that changed under a lock. Made for a run every night or week, so that no pull request fails for what it did not do. Exits with 1 when something is expired or overdue.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models looks at them all` }],
  options: [
    { flags: "--within <time>", description: "how far to look ahead: days or weeks", default: "30d" },
    { flags: "--owner <name>", description: "only what this person or team sees to" },
    { flags: "--no-gate", description: "only report: exit with 0 also when something is late" },
    { flags: "--format <format>", description: "found out from the file's name when left out, else terminal; the Markdown is empty when nothing is due", choices: formats },
    outOption,
  ],
  examples: [
    { line: "due models", does: "all models of a folder, 30 days ahead" },
    { line: "due --within 2w --owner team-blue", does: "what one team has before it" },
    { line: "due models --no-gate -o due.md", does: "for a message that is written whatever comes" },
    { line: "due --at 2027-01-01", does: "as it will be on a day" },
  ],
  json: "What is due (docs/reference/schema/due.md).",
  async run(input, context) {
    const { session, page } = context;
    const owner = textOption(input, "owner");
    const outputs = outputsOf(input, forms);
    const within = daysOf(textOption(input, "within") ?? "");
    const { due: found, diagnostics, owners } = await dueOfModels(input.args[0], { within, ...(owner === undefined ? {} : { owner }) }, session);
    const failed = input.options["gate"] !== false && found.items.some((item) => item.late);
    const none = owner !== undefined && !owners.includes(owner) ? [`Nothing is due for ${owner}${owners.length === 0 ? "." : `; something is for ${owners.join(", ")}.`}`] : [];
    const { text, notes } = await deliver(outputs, async ({ format }) => ({ content: contentOf(found, format, page) }), context);
    return { result: found, diagnostics, text, notes: [...none, ...notes], ...(failed ? { exitCode: 1 as const } : {}) };
  },
};

function contentOf(found: Due, format: Format, page: Page): string {
  switch (format) {
    case "terminal": return dueText(found, page);
    case "markdown": return dueMarkdown(found);
    case "json": return toJson(found);
  }
}

function daysOf(text: string): number {
  const [, count, unit = "d"] = /^(\d{1,4})([dw]?)$/.exec(text) ?? [];
  const days = Number(count) * (unit === "w" ? 7 : 1);
  if (count === undefined || days > MOST_DAYS) throw usageError(`\`${text}\` is not a time to look ahead.`, `Write days or weeks, at most ten years: --within 30d, --within 6w.`);
  return days;
}
