// An impact in every form that a person may ask for, with the gate's exit code: what `merlon diff` and `merlon impact` share.
import { join, resolve } from "node:path";
import { headAnalyses, htmlOfDiff, mermaidOfDiff, pictureOfDiff, picturesOfDiff, sarifOfDiff, shownPath, writeFiles, type ComparedModel, type ModelsDiff, type PictureFormat } from "@merlon/app";
import { impactMarkdown, impactSetMarkdown, impactText, sarifText, suiteOfImpact, suiteOfThreats, toJson, type ChangeGraphOptions } from "@merlon/reports";
import { flagOption, textOption, type Input, type OptionSpec, type Outcome } from "./command.ts";
import type { Context } from "./context.ts";
import { usageError } from "./failure.ts";
import { deliver, outOption, outputsOf, type Delivery, type Forms, type Output } from "./print/deliver.ts";
import { noticeOf } from "./print/notice.ts";
import { pipelineFormats, pipelineText } from "./print/pipeline-text.ts";

const pictures = ["svg", "png", "mermaid", "dot"] as const;
const formats = ["terminal", "markdown", "html", "json", "sarif", ...pictures, ...pipelineFormats] as const;
type Format = (typeof formats)[number];

const forms: Forms<Format> = {
  formats,
  endings: {
    ".txt": "terminal", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".json": "json", ".sarif": "sarif", ".svg": "svg", ".png": "png", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot",
    ".xml": "junit", ".annotations": "annotations", "code-quality.json": "code-quality", "code-quality-report.json": "code-quality",
  },
};

const LEAST_CHARS = 4_000;

export const impactOptions: readonly OptionSpec[] = [
  { flags: "--format <format>", description: "found out from the file's name when left out, else terminal", choices: formats },
  outOption,
  { flags: "--all", description: "list everything instead of the first few, and draw the whole model instead of what is around the changes" },
  { flags: "--no-gate", description: "exit with 0 also when the gate fails" },
  { flags: "--max-chars <number>", description: "the longest that the Markdown may be", default: "60000" },
];

export interface Asked {
  readonly input: Input;
  readonly context: Context;
  /** How the same comparison is run once more, by the words that come first: `diff --all`. */
  readonly again: (verb: string) => string;
}

/** `compare` is called after the options were found to be usable. */
export async function impactOutcome(compare: () => Promise<ModelsDiff>, asked: Asked): Promise<Outcome> {
  const { input, context } = asked;
  const outputs = outputsOf(input, forms);
  const most = mostChars(input);
  for (const { format, file } of outputs) if (file === undefined && !context.json && context.io.outIsTerminal) assertShowable(format);
  const found = await compare();
  const { text, notes } = await deliver(outputs, (output) => deliveryOf(found, output, most, asked), context);
  const warnings = noticeOf(found.models.map(onDisk).filter((loaded) => loaded.place.from === undefined).map((loaded) => ({ loaded, diagnostics: loaded.diagnostics })), context);
  return {
    result: resultOf(found), ...(found.set ? { shape: "diff-set/1" } : {}), diagnostics: found.models.flatMap(({ head }) => head.diagnostics), text, notes: [...found.notes, ...warnings, ...notes],
    ...(input.options["gate"] !== false && found.models.some(({ impact }) => impact.gate.failed) ? { exitCode: 1 as const } : {}),
  };
}

/** What is only imagined is at the place of what is there. */
function onDisk({ base, head }: ComparedModel): ComparedModel["head"] {
  return base.place === head.place ? base : head;
}

function isPicture(format: Format): format is PictureFormat {
  return pictures.some((picture) => picture === format);
}

function assertShowable(format: Format): void {
  if (format === "html" || format === "svg" || format === "png") throw usageError(`A terminal cannot show ${format.toUpperCase()}.`, `Write it to a file: -o impact.${format}.`);
}

const PICTURE_FILE = /\.(svg|png|mmd|mermaid|dot|gv)$/i;

/** A picture shows one model, so several need a folder; of a folder with one model it may be a file too. */
function needsFolder({ set, models }: ModelsDiff, out: string | undefined): boolean {
  return set && (models.length > 1 || (out !== undefined && !PICTURE_FILE.test(out)));
}

async function writePictures(found: ModelsDiff, format: PictureFormat, out: string | undefined, { input, context: { session } }: Asked): Promise<readonly string[]> {
  if (out === undefined || PICTURE_FILE.test(out)) throw usageError("A picture shows one model, and this is a folder of models.", `Say a folder to write them to, \`--format ${format} -o pictures\`, or one model with --model.`);
  const files = await picturesOfDiff(found, format, session, extentOf(input));
  await writeFiles(resolve(session.cwd, out), files);
  return files.length === 0 ? ["Nothing changed, so there is no picture."] : files.map(({ path }) => `Written: ${shownPath(join(out, path), session.cwd)}`);
}

function extentOf(input: Input): ChangeGraphOptions {
  return flagOption(input, "all") ? { extent: "whole" } : {};
}

function resultOf({ set, models }: ModelsDiff): unknown {
  return set ? { models: Object.fromEntries(models.map(({ name, impact }) => [name, impact])) } : models[0]?.impact;
}

async function deliveryOf(found: ModelsDiff, { format, file }: Output<Format>, most: number, asked: Asked): Promise<Delivery> {
  const { session } = asked.context;
  if (isPicture(format) && needsFolder(found, file)) return { notes: await writePictures(found, format, file, asked) };
  switch (format) {
    case "terminal": return { content: terminalOf(found, asked) };
    case "markdown": return { content: markdownOf(found, most, asked) };
    case "html": {
      const { html, notes } = await htmlOfDiff(found, session, { ...gateOption(asked.input), ...extentOf(asked.input) });
      return { content: html, notes };
    }
    case "svg":
    case "png":
    case "mermaid":
    case "dot": return { content: await pictureOfDiff(oneOf(found), format, session, extentOf(asked.input)) };
    case "json": return { content: toJson(resultOf(found)) };
    case "sarif": return { content: sarifText(sarifOfDiff(found, session)) };
    case "junit":
    case "annotations": return { content: pipelineText(format, found.models.map(({ impact }) => suiteOfImpact(impact, gateOption(asked.input))), found.root) };
    case "code-quality": return { content: pipelineText(format, headAnalyses(found, session).map((analysis, index) => suiteOfThreats(analysis, found.models[index]?.impact)), found.root) };
  }
}

function oneOf({ models: [only] }: ModelsDiff): ComparedModel {
  if (!only) throw new Error("a comparison has a model");
  return only;
}

function gateOption(input: Input): { readonly gate?: "off" } {
  return input.options["gate"] === false ? { gate: "off" } : {};
}

function terminalOf({ models }: ModelsDiff, { input, context, again }: Asked): string {
  const options = { ...context.page, all: flagOption(input, "all"), command: again, ...gateOption(input) };
  return models.map(({ impact }) => impactText(impact, options)).join("\n");
}

function markdownOf({ set, models }: ModelsDiff, maxChars: number, { input, context, again }: Asked): string {
  const options = { maxChars, command: again("diff --all"), ...gateOption(input) };
  const [first] = models;
  if (set || !first) return impactSetMarkdown(models.map(({ impact }) => impact), options);
  const picture = mermaidOfDiff(first, context.session);
  return impactMarkdown(first.impact, { ...options, ...(picture === "too large" ? { draw: again("diff -o impact.svg") } : picture ? { picture: picture.mermaid } : {}) });
}

function mostChars(input: Input): number {
  const said = textOption(input, "maxChars") ?? "";
  if (!/^\d+$/.test(said) || Number(said) < LEAST_CHARS) throw usageError(`--max-chars takes a number from ${LEAST_CHARS} up.`);
  return Number(said);
}
