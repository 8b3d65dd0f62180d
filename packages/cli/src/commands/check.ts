// `merlon check`: what is wrong with a model's files.
import { checkModels, repositoryFolder, type CheckedModel } from "@merlon/app";
import { diagnosticsText, suiteOfDiagnostics } from "@merlon/reports";
import type { Diagnostic } from "@merlon/schema";
import { flagOption, modelArgument, textOption, type Command, type Input } from "../command.ts";
import type { Context } from "../context.ts";
import { deliver, outOption, outputsOf, type Forms } from "../print/deliver.ts";
import { pipelineFormats, pipelineText } from "../print/pipeline-text.ts";

const formats = ["terminal", ...pipelineFormats] as const;
type Format = (typeof formats)[number];

const forms: Forms<Format> = { formats, endings: { ".txt": "terminal", ".xml": "junit", ".annotations": "annotations", "code-quality.json": "code-quality", "code-quality-report.json": "code-quality" } };

export const check: Command = {
  description: "Reads a model's files and tells everything that is wrong with them, each with its place and what to do. Says nothing about threats; see `analyze`.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models checks them all` }],
  options: [
    { flags: "--since <ref>", description: "only models that changed since the branch left this one, committed or not; without [model] wherever they lie below here" },
    { flags: "--strict", description: "fail on warnings too" },
    { flags: "--unused", description: "also list what the model states although no rule and no decision reads it" },
    { flags: "--format <format>", description: "for a pipeline; found out from the file's name when left out, else terminal", choices: formats },
    outOption,
  ],
  examples: [
    { line: "check examples/webshop", does: "errors, warnings and notes" },
    { line: "check --strict", does: "in a pipeline: exit code 1 when there is a warning" },
    { line: "check --since main", does: "before a push: only what this branch touches" },
    { line: "check models -o models.xml", does: "as test results, a suite for each model" },
    { line: "check --unused", does: "find out what can be left out of the model" },
  ],
  json: "An object with `models`: for each its name, path, counts of errors, warnings and notes, the state of its lock (absent, same or differs), and with --unused what is unused. With --since only those that changed. The problems themselves are the envelope's `diagnostics`.",
  async run(input, context) {
    const strict = flagOption(input, "strict");
    const since = textOption(input, "since");
    const outputs = outputsOf(input, forms);
    const models = await checkModels(input.args[0], context.session, { unused: flagOption(input, "unused"), ...(since === undefined ? {} : { since }) });
    const diagnostics = models.flatMap((model) => model.diagnostics);
    const result = { models: models.map(({ diagnostics: _, ...model }) => model) };
    const broken = models.some((model) => model.errors > 0);
    const failed = models.some((model) => model.lock === "differs" || (strict && model.warnings > 0));
    const nothing = models.length === 0 && since !== undefined ? [`Nothing to check: no model changed since ${since}.`] : [];
    const { text, notes } = await deliver(outputs, async ({ format }) => ({ content: await contentOf(models, format, { input, context }) }), context);
    return { result, diagnostics, text, notes: [...nothing, ...notes], ...(broken ? { exitCode: 2 as const } : failed ? { exitCode: 1 as const } : {}) };
  },
};

async function contentOf(models: readonly CheckedModel[], format: Format, { input, context }: { readonly input: Input; readonly context: Context }): Promise<string> {
  if (format === "terminal") return textOf(models, models.flatMap((model) => model.diagnostics), context);
  const suites = models.map(({ path, diagnostics }) => suiteOfDiagnostics({ model: path, diagnostics, strict: flagOption(input, "strict") }));
  return pipelineText(format, suites, await repositoryFolder(context.session));
}

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
