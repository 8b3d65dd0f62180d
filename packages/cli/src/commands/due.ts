// `merlon due`: for the scheduled run, what runs out or should be done by now, by owner.
import { resolve } from "node:path";
import { dueOfModels, shownPath, writeAtomic } from "@merlon/app";
import { dueMarkdown, dueText, toJson } from "@merlon/reports";
import type { Due } from "@merlon/schema";
import { modelArgument, textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";

const formats = ["terminal", "markdown", "json"] as const;
type Format = (typeof formats)[number];

const MOST_DAYS = 3_660;

export const due: Command = {
  description: "Lists by owner what only time brings: acceptances and assumptions that expire, actions that are due, decisions that are stale, and rules that changed under a lock. Made for a run every night or week, so that no pull request fails for what it did not do. Exits with 1 when something is expired or overdue.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models looks at them all` }],
  options: [
    { flags: "--within <time>", description: "how far to look ahead: days or weeks", default: "30d" },
    { flags: "--owner <name>", description: "only what this person or team sees to" },
    { flags: "--no-gate", description: "only report: exit with 0 also when something is late" },
    { flags: "--format <format>", description: "found out from the file's name when left out, else terminal; the Markdown is empty when nothing is due", choices: formats },
    { flags: "-o, --out <file>", description: "write it to a file" },
  ],
  examples: [
    { line: "due models", does: "all models of a folder, 30 days ahead" },
    { line: "due --within 2w --owner team-blue", does: "what one team has before it" },
    { line: "due models --no-gate -o due.md", does: "for a message that is written whatever comes" },
    { line: "due --at 2027-01-01", does: "as it will be on a day" },
  ],
  json: "What is due (docs/reference/schema/due.md).",
  async run(input, { session, page, json }) {
    const [out, owner] = [textOption(input, "out"), textOption(input, "owner")];
    const format = formatOf(textOption(input, "format"), out);
    const within = daysOf(textOption(input, "within") ?? "");
    const { due: found, diagnostics, owners } = await dueOfModels(input.args[0], { within, ...(owner === undefined ? {} : { owner }) }, session);
    const failed = input.options["gate"] !== false && found.items.some((item) => item.late);
    const outcome = { result: found, diagnostics, ...(failed ? { exitCode: 1 as const } : {}) };
    const notes = owner !== undefined && !owners.includes(owner) ? [`Nothing is due for ${owner}${owners.length === 0 ? "." : `; something is for ${owners.join(", ")}.`}`] : [];
    const content = contentOf(found, format, () => dueText(found, page));
    if (out === undefined) return { ...outcome, text: () => (json ? "" : content), notes };
    await writeAtomic(resolve(session.cwd, out), content);
    return { ...outcome, text: () => "", notes: [...notes, `Written: ${shownPath(out, session.cwd)}`] };
  },
};

function contentOf(found: Due, format: Format, terminal: () => string): string {
  switch (format) {
    case "terminal": return terminal();
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

function formatOf(asked: string | undefined, out: string | undefined): Format {
  const named = formats.find((format) => format === asked);
  if (named || out === undefined) return named ?? "terminal";
  const known: Readonly<Record<string, Format>> = { txt: "terminal", md: "markdown", markdown: "markdown", json: "json" };
  const found = known[/\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? ""];
  if (!found) throw usageError(`It is not clear in which form ${out} should be.`, "End the name with .txt, .md or .json, or say --format.");
  return found;
}
