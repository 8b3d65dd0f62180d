// `merlon stride`: the STRIDE table of every trust boundary.
import { strideOfModel } from "@merlon/app";
import { strideCsv, strideHtml, strideMarkdown, strideText, toJson } from "@merlon/reports";
import type { StrideTables } from "@merlon/schema";
import { flagOption, modelArgument, textOption, type Command } from "../command.ts";
import { usageError } from "../failure.ts";
import { sessionInView, viewNote, viewOption } from "../view-option.ts";

export const stride: Command = {
  description: "Shows for every trust boundary what crosses it, both legs of each flow and who is at its ends, against the six letters of STRIDE. Rows with neither threat nor question are folded.",
  arguments: [modelArgument],
  options: [
    { flags: "--boundary <id>", description: "only the table of this boundary" },
    viewOption,
    { flags: "--format <format>", description: "how to print it", choices: ["text", "markdown", "csv", "html", "json"], default: "text" },
    { flags: "--all", description: "show folded rows and what was checked in each cell" },
  ],
  examples: [
    { line: "stride examples/webshop", does: "all tables" },
    { line: "stride --boundary data-subnet --all", does: "one table with every row and cell" },
    { line: "stride --view live", does: "as it is today, without what is planned" },
    { line: "stride --format csv > stride.csv", does: "a line for each cell, for a spreadsheet" },
  ],
  json: "The tables (docs/reference/schema/stride-tables.md): each cell once, and rows that name their cells.",
  async run(input, context) {
    const format = textOption(input, "format") ?? "text";
    if (format === "html" && context.io.outIsTerminal && !context.json) throw usageError("A terminal cannot show HTML.", "Write it to a file: `stride --format html > stride.html`, or leave --format out.");
    const { loaded, tables } = await strideOfModel(input.args[0], sessionInView(context.session, input), textOption(input, "boundary"));
    const command = context.commandOn(loaded.place.shown);
    const all = flagOption(input, "all");
    const forms: Readonly<Record<string, () => string>> = {
      text: () => strideText(tables, { ...context.page, all, command }),
      markdown: () => strideMarkdown(tables, { all }), csv: () => strideCsv(tables, { all }), html: () => strideHtml(tables),
      json: () => toJson(tables),
    };
    return { result: tables satisfies StrideTables, diagnostics: loaded.diagnostics, text: forms[format] ?? (() => ""), notes: viewNote(loaded.model.view) };
  },
};
