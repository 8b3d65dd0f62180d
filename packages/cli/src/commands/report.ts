// `merlon report`: one report, or with --all every output into a folder.
import { resolve } from "node:path";
import { reportEverything, reportOfModel, shownPath, writeAtomic, type AnalysedModel, type ReportFormat } from "@merlon/app";
import { summaryText } from "@merlon/reports";
import { flagOption, modelArgument, textOption, type Command, type Input, type Outcome } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { noticeOf } from "../print/notice.ts";
import { sessionInView, viewNote, viewOption } from "../view-option.ts";
import { tryNextText } from "../print/try-next-text.ts";

const formats: readonly ReportFormat[] = ["html", "markdown", "sarif", "json"];

export const report: Command = {
  description: "Writes a report of a model: scope, diagram, data, crossings and STRIDE tables, threats with reasons and fixes, questions, assumptions and decisions. With --all it writes every output into a folder and prints the summary.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; with --all a folder of models too` }],
  options: [
    { flags: "--format <format>", description: "found out from the file's name when left out, else html", choices: formats },
    { flags: "-o, --out <path>", description: "the file to write, or with --all the folder" },
    viewOption,
    { flags: "--all", description: "write report.html, diagram.svg, diagram.png, stride.md, threats.json and threats.sarif" },
  ],
  examples: [
    { line: "report examples/webshop --all --out out/webshop", does: "everything, and the summary" },
    { line: "report --view target -o planned.html", does: "as it is wanted in the end" },
    { line: "report -o report.html", does: "one page that needs no network, to send around" },
    { line: "report --format sarif -o threats.sarif", does: "for code scanning" },
  ],
  json: "An object with `format` and `content`, or `files` when they were written and `missing` about what was left out.",
  async run(input, context) {
    return flagOption(input, "all") ? everything(input, context) : one(input, context);
  },
};

async function one(input: Input, { session, io, json }: Context): Promise<Outcome> {
  const viewed = sessionInView(session, input);
  const out = textOption(input, "out");
  const format = formatOf(textOption(input, "format"), out);
  if (format === "html" && out === undefined && io.outIsTerminal && !json) throw usageError("A terminal cannot show HTML.", "Write it to a file: -o report.html, or say --format markdown.");
  const { content, diagnostics, view } = await reportOfModel(input.args[0], viewed, format);
  const notes = viewNote(view);
  if (out === undefined) return { result: { format, content }, diagnostics, text: () => content, notes };
  await writeAtomic(resolve(session.cwd, out), content);
  const file = shownPath(out, session.cwd);
  return { result: { format, files: [file] }, diagnostics, text: () => "", notes: [...notes, `Written: ${file}`] };
}

async function everything(input: Input, context: Context): Promise<Outcome> {
  const out = textOption(input, "out");
  if (out === undefined) throw usageError("Where to? --all needs a folder.", "Say it with --out: `report --all --out out`.");
  const { models, files, missing } = await reportEverything(input.args[0], out, sessionInView(context.session, input));
  const about = (texts: readonly string[]) => (context.quiet ? [] : texts);
  return {
    result: { files, missing }, diagnostics: models.flatMap((model) => model.diagnostics),
    text: () => [...about(models.map((model) => summaryOf(model, context))), `Written:\n${files.map((file) => `  ${file}\n`).join("")}`, ...about([tryNextText(models, context)])].join("\n"),
    notes: [...noticeOf(models, context), ...missing],
  };
}

function summaryOf({ analysis, loaded }: AnalysedModel, context: Context): string {
  return summaryText(analysis, { ...context.page, command: context.commandOn(loaded.place.shown) });
}

function formatOf(asked: string | undefined, out: string | undefined): ReportFormat {
  const named = formats.find((format) => format === asked);
  if (named) return named;
  if (out === undefined) return "html";
  const known: Readonly<Record<string, ReportFormat>> = { html: "html", htm: "html", md: "markdown", markdown: "markdown", sarif: "sarif", json: "json" };
  const found = known[/\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? ""];
  if (!found) throw usageError(`It is not clear which report ${out} should be.`, "End the name with .html, .md, .sarif or .json, or say --format.");
  return found;
}
