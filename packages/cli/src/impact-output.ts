// An impact in every form that a person may ask for, with the gate's exit code: what `merlon diff` and `merlon impact` share.
import { resolve } from "node:path";
import { headAnalyses, sarifOfDiff, shownPath, writeAtomic, type ModelsDiff } from "@merlon/app";
import { impactMarkdown, impactSetMarkdown, impactText, sarifText, suiteOfImpact, suiteOfThreats, toJson } from "@merlon/reports";
import { flagOption, textOption, type Input, type OptionSpec, type Outcome } from "./command.ts";
import type { Context } from "./context.ts";
import { usageError } from "./failure.ts";
import { noticeOf } from "./print/notice.ts";
import { pipelineFormats, pipelineText } from "./print/pipeline-text.ts";

const formats = ["terminal", "markdown", "json", "sarif", ...pipelineFormats] as const;
type Format = (typeof formats)[number];

const LEAST_CHARS = 4_000;

export const impactOptions: readonly OptionSpec[] = [
  { flags: "--format <format>", description: "found out from the file's name when left out, else terminal", choices: formats },
  { flags: "-o, --out <file>", description: "write it to a file" },
  { flags: "--all", description: "list everything instead of the first few" },
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
  const { session, json } = context;
  const out = textOption(input, "out");
  const format = formatOf(textOption(input, "format"), out);
  const most = mostChars(input);
  const found = await compare();
  const content = () => contentOf(found, format, most, asked);
  const outcome = {
    result: resultOf(found), ...(found.set ? { shape: "diff-set/1" } : {}), diagnostics: found.models.flatMap(({ head }) => head.diagnostics),
    ...(input.options["gate"] !== false && found.models.some(({ impact }) => impact.gate.failed) ? { exitCode: 1 as const } : {}),
  };
  const notes = [...found.notes, ...noticeOf(found.models.filter(({ head }) => head.place.from === undefined).map(({ head }) => ({ loaded: head, diagnostics: head.diagnostics })), context)];
  if (out === undefined) return { ...outcome, text: () => (json ? "" : content()), notes };
  await writeAtomic(resolve(session.cwd, out), content());
  return { ...outcome, text: () => "", notes: [...notes, `Written: ${shownPath(out, session.cwd)}`] };
}

function resultOf({ set, models }: ModelsDiff): unknown {
  return set ? { models: Object.fromEntries(models.map(({ name, impact }) => [name, impact])) } : models[0]?.impact;
}

function contentOf(found: ModelsDiff, format: Format, most: number, asked: Asked): string {
  switch (format) {
    case "terminal": return terminalOf(found, asked);
    case "markdown": return markdownOf(found, most, asked);
    case "json": return toJson(resultOf(found));
    case "sarif": return sarifText(sarifOfDiff(found, asked.context.session));
    case "junit":
    case "annotations": return pipelineText(format, found.models.map(({ impact }) => suiteOfImpact(impact, gateOption(asked.input))), found.root);
    case "code-quality": return pipelineText(format, headAnalyses(found, asked.context.session).map(suiteOfThreats), found.root);
  }
}

function gateOption(input: Input): { readonly gate?: "off" } {
  return input.options["gate"] === false ? { gate: "off" } : {};
}

function terminalOf({ models }: ModelsDiff, { input, context, again }: Asked): string {
  const options = { ...context.page, all: flagOption(input, "all"), command: again, ...gateOption(input) };
  return models.map(({ impact }) => impactText(impact, options)).join("\n");
}

function markdownOf({ set, models }: ModelsDiff, maxChars: number, { input, again }: Asked): string {
  const options = { maxChars, command: again("diff --all"), ...gateOption(input) };
  const [first] = models;
  return set || !first ? impactSetMarkdown(models.map(({ impact }) => impact), options) : impactMarkdown(first.impact, options);
}

function mostChars(input: Input): number {
  const said = textOption(input, "maxChars") ?? "";
  if (!/^\d+$/.test(said) || Number(said) < LEAST_CHARS) throw usageError(`--max-chars takes a number from ${LEAST_CHARS} up.`);
  return Number(said);
}

function formatOf(asked: string | undefined, out: string | undefined): Format {
  const named = formats.find((format) => format === asked);
  if (named || out === undefined) return named ?? "terminal";
  const known: Readonly<Record<string, Format>> = { txt: "terminal", md: "markdown", markdown: "markdown", json: "json", sarif: "sarif", xml: "junit" };
  const found = known[/\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? ""];
  if (!found) throw usageError(`It is not clear in which form ${out} should be.`, "End the name with .txt, .md, .json, .sarif or .xml (JUnit), or say --format.");
  return found;
}
