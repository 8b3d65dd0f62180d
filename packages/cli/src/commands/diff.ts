// `merlon diff`: the impact of a change, between two versions in git or between two folders.
import { resolve } from "node:path";
import { diffModels, sarifOfDiff, shownPath, writeAtomic, type DiffRequest, type ModelsDiff } from "@merlon/app";
import { impactMarkdown, impactSetMarkdown, impactText, sarifText, toJson } from "@merlon/reports";
import { flagOption, textOption, type Command, type Input } from "../command.ts";
import { quoted, type Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { noticeOf } from "../print/notice.ts";

const formats = ["terminal", "markdown", "json", "sarif"] as const;
type Format = (typeof formats)[number];

const LEAST_CHARS = 4_000;

export const diff: Command = {
  description: "Shows what a change does: threats that came, went or turned into questions, each with the lines of the model that brought it and what would clear it; decisions that hold no more; what is more exposed; what is to ask and to think of. Exits with 1 when the change brings an open threat of severity high (or what the policy of the older version says) or makes a decision stale.",
  arguments: [
    { name: "[base]", description: "`main..feature`, `main...feature` (from where they part), a branch, tag or commit, or a folder; HEAD when left out" },
    { name: "[head]", description: "the other version; your files as they are when left out" },
  ],
  options: [
    { flags: "--model <path>", description: "the model, or a folder of models; left out, the model that you are in" },
    { flags: "--format <format>", description: "found out from the file's name when left out, else terminal", choices: formats },
    { flags: "-o, --out <file>", description: "write it to a file" },
    { flags: "--all", description: "list everything instead of the first few" },
    { flags: "--no-gate", description: "exit with 0 also when the gate fails" },
    { flags: "--max-chars <number>", description: "the longest that the Markdown may be", default: "60000" },
    { flags: "--force", description: "compare models with different ids" },
  ],
  examples: [
    { line: "diff", does: "what you changed since the last commit" },
    { line: "diff main --model examples/webshop", does: "your files against a branch" },
    { line: "diff origin/main...HEAD --format markdown -o comment.md", does: "for a pull request: empty when there is nothing to say" },
    { line: "diff before after", does: "two folders" },
    { line: "diff main..feature --format sarif -o impact.sarif", does: "for code scanning" },
  ],
  json: "The impact (docs/reference/schema/impact.md). For a folder of models an impact for each name, in an envelope `merlon/diff-set/1`.",
  async run(input, context) {
    const { session, json } = context;
    const out = textOption(input, "out");
    const format = formatOf(textOption(input, "format"), out);
    const request = requestOf(input);
    const found = await diffModels(request, session);
    const content = contentOf(found, format, { input, context, request });
    const outcome = {
      result: resultOf(found), ...(found.set ? { shape: "diff-set/1" } : {}), diagnostics: found.models.flatMap(({ head }) => head.diagnostics),
      ...(input.options["gate"] !== false && found.models.some(({ impact }) => impact.gate.failed) ? { exitCode: 1 as const } : {}),
    };
    const notes = [...found.notes, ...noticeOf(found.models.filter(({ head }) => head.place.from === undefined).map(({ head }) => ({ loaded: head, diagnostics: head.diagnostics })), context)];
    if (out === undefined) return { ...outcome, text: () => (json ? "" : content()), notes };
    await writeAtomic(resolve(session.cwd, out), content());
    return { ...outcome, text: () => "", notes: [...notes, `Written: ${shownPath(out, session.cwd)}`] };
  },
};

function requestOf(input: Input): DiffRequest {
  const model = textOption(input, "model");
  return { words: input.args.filter((word) => word !== undefined), ...(model === undefined ? {} : { model }), force: flagOption(input, "force") };
}

function resultOf({ set, models }: ModelsDiff): unknown {
  return set ? { models: Object.fromEntries(models.map(({ name, impact }) => [name, impact])) } : models[0]?.impact;
}

interface Asked {
  readonly input: Input;
  readonly context: Context;
  readonly request: DiffRequest;
}

function contentOf(found: ModelsDiff, format: Format, asked: Asked): () => string {
  switch (format) {
    case "terminal": return () => terminalOf(found, asked);
    case "markdown": {
      const most = mostChars(asked.input);
      return () => markdownOf(found, most, asked);
    }
    case "json": return () => toJson(resultOf(found));
    case "sarif": return () => sarifText(sarifOfDiff(found, asked.context.session));
  }
}

function gateOption(input: Input): { readonly gate?: "off" } {
  return input.options["gate"] === false ? { gate: "off" } : {};
}

function terminalOf({ models }: ModelsDiff, { input, context, request }: Asked): string {
  const options = { ...context.page, all: flagOption(input, "all"), command: again(request, context), ...gateOption(input) };
  return models.map(({ impact }) => impactText(impact, options)).join("\n");
}

function markdownOf({ set, models }: ModelsDiff, maxChars: number, { input, context, request }: Asked): string {
  const options = { maxChars, command: again(request, context)("diff --all"), ...gateOption(input) };
  const [first] = models;
  return set || !first ? impactSetMarkdown(models.map(({ impact }) => impact), options) : impactMarkdown(first.impact, options);
}

/** The same comparison once more. */
function again({ words, model }: DiffRequest, context: Context): (verb: string) => string {
  const rest = [...words, ...(model === undefined ? [] : ["--model", model])].map((word) => ` ${quoted(word)}`).join("");
  return (verb) => `${context.commandOn(undefined)(verb)}${rest}`;
}

function mostChars(input: Input): number {
  const said = textOption(input, "maxChars") ?? "";
  if (!/^\d+$/.test(said) || Number(said) < LEAST_CHARS) throw usageError(`--max-chars takes a number from ${LEAST_CHARS} up.`);
  return Number(said);
}

function formatOf(asked: string | undefined, out: string | undefined): Format {
  const named = formats.find((format) => format === asked);
  if (named || out === undefined) return named ?? "terminal";
  const known: Readonly<Record<string, Format>> = { txt: "terminal", md: "markdown", markdown: "markdown", json: "json", sarif: "sarif" };
  const found = known[/\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? ""];
  if (!found) throw usageError(`It is not clear in which form ${out} should be.`, "End the name with .txt, .md, .json or .sarif, or say --format.");
  return found;
}
