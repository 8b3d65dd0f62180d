// `merlon check`: what is wrong with a model's files.
import { checkModels, type CheckedModel } from "@merlon/app";
import { diagnosticsText } from "@merlon/reports";
import type { Diagnostic } from "@merlon/schema";
import { flagOption, modelArgument, type Command } from "../command.ts";
import type { Context } from "../context.ts";

export const check: Command = {
  description: "Reads a model's files and tells everything that is wrong with them, each with its place and what to do. Says nothing about threats; see `analyze`.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models checks them all` }],
  options: [
    { flags: "--strict", description: "fail on warnings too" },
    { flags: "--unused", description: "also list what the model states although no rule and no decision reads it" },
  ],
  examples: [
    { line: "check examples/webshop", does: "errors, warnings and notes" },
    { line: "check --strict", does: "in a pipeline: exit code 1 when there is a warning" },
    { line: "check --unused", does: "find out what can be left out of the model" },
  ],
  json: "An object with `models`: for each its name, path, counts of errors, warnings and notes, the state of its lock (absent, same or differs), and with --unused what is unused. The problems themselves are the envelope's `diagnostics`.",
  async run(input, context) {
    const strict = flagOption(input, "strict");
    const models = await checkModels(input.args[0], context.session, { unused: flagOption(input, "unused") });
    const diagnostics = models.flatMap((model) => model.diagnostics);
    const result = { models: models.map(({ diagnostics: _, ...model }) => model) };
    const broken = models.some((model) => model.errors > 0);
    const failed = models.some((model) => model.lock === "differs" || (strict && model.warnings > 0));
    return {
      result, diagnostics, text: () => textOf(models, diagnostics, context),
      ...(broken ? { exitCode: 2 as const } : failed ? { exitCode: 1 as const } : {}),
    };
  },
};

function textOf(models: readonly CheckedModel[], diagnostics: readonly Diagnostic[], context: Context): string {
  const shown = context.quiet ? diagnostics.filter((d) => d.severity !== "info") : diagnostics;
  const problems = diagnosticsText(shown, context.page);
  const clean = models.filter((model) => model.errors + model.warnings + model.notes === 0);
  const well = clean.length > 0 && !context.quiet ? `${clean.map((model) => `${model.path}: no problems`).join("\n")}\n` : "";
  return `${problems}${well}${models.map(unusedText).join("")}`;
}

function unusedText({ path, unused }: CheckedModel): string {
  if (!unused) return "";
  if (unused.length === 0) return `${path}: everything that is stated is of use\n`;
  const lines = unused.map(({ object, key, why, where }) => `${where.file}:${where.line}:${where.column} unused ${object}${key === undefined ? "" : ` › ${key}`}: ${why}`);
  return `${lines.join("\n")}\n`;
}
