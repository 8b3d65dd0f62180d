// `merlon landscape diff`: what became of the landscape of one thing, or of the whole graph, between two days, refs or folders.
import { diffLandscape, drawLandscapeDiff, type ModelLandscapeDiff } from "@merlon/app";
import { landscapeDiffDot, landscapeDiffMarkdown, landscapeDiffMermaid, landscapeDiffText, toJson } from "@merlon/reports";
import { flagOption, textOption, type Command, type Input } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { deliver, outOption, outputsOf, type Forms } from "../print/deliver.ts";
import { viewsOf } from "../view-option.ts";
import { depthOf, depthOption, walkOption } from "./landscape-options.ts";

const formats = ["text", "markdown", "json", "svg", "png", "mermaid", "dot"] as const;
type Format = (typeof formats)[number];

const forms: Forms<Format> = {
  formats,
  endings: { ".txt": "text", ".md": "markdown", ".json": "json", ".svg": "svg", ".png": "png", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot" },
};

export const landscapeDiffCommand: Command = {
  description: "Shows what became of a landscape between two versions: things and relations that came, went or changed, risks of the business at another level, decisions that hold no more, and new or cheaper ways to crown jewels. A day means the last commit of that day or before it, and expiries are judged then.",
  arguments: [
    { name: "[versions]", description: "`2026-09-01..2026-11-01`, `main..feature`, `main...feature` (from where they part), two folders `before..after`, or a day, branch, tag or commit against your files; HEAD when it is - or left out" },
    { name: "[what]", description: "the thing, as `merlon landscape` takes it; the whole graph when it is - or left out" },
  ],
  options: [
    { flags: "--model <path>", description: "the model; left out, the model that you are in" },
    walkOption, depthOption,
    { flags: "--view <views>", description: "live..target, or any two of live, target and at:<date>: what the roadmap does, with - for the versions; one of them: both versions in that view" },
    { flags: "--all", description: "list everything instead of the first few, and draw a box for each thing" },
    { flags: "--format <format>", description: "found out from the file's name when left out, else text", choices: formats },
    outOption,
    { flags: "--force", description: "compare models with different ids" },
  ],
  examples: [
    { line: "landscape diff 2026-09-01..2026-11-01 payment --model examples/webshop", does: "what became of the payment service's landscape between two days" },
    { line: "landscape diff main..feature -o change.png -o change.md", does: "one picture of both versions, and Markdown that is empty when nothing changed" },
    { line: "landscape diff before..after", does: "two folders" },
    { line: "landscape diff - payment --view live..target", does: "what the roadmap does to it" },
  ],
  json: "The landscape, compared (docs/reference/schema/landscape-diff.md).",
  async run(input, context) {
    const outputs = outputsOf(input, forms);
    for (const { format, file } of outputs) if (file === undefined && !context.json && context.io.outIsTerminal && format === "png") throw usageError("A terminal cannot show a PNG.", "Write it to a file: -o change.png.");
    const [range, what] = input.args;
    const [walk, model] = [textOption(input, "walk"), textOption(input, "model")];
    const depth = depthOf(input);
    const [view, target] = viewsOf(textOption(input, "view"));
    const isGiven = range !== undefined && range !== "-";
    if (view && target && isGiven) throw usageError("Two views are of one version of a model.", "Write - for the versions: `merlon landscape diff - payment --view live..target`.");
    const found = await diffLandscape({
      force: flagOption(input, "force"),
      ...(isGiven ? { range } : {}), ...(view && target ? { views: [view, target] as const } : {}), ...(model === undefined ? {} : { model }), ...(what === undefined || what === "-" ? {} : { of: what }), ...(walk === undefined ? {} : { walk }), ...(depth === undefined ? {} : { depth }),
    }, view && !target ? { ...context.session, view } : context.session);
    const { text, notes } = await deliver(outputs, async ({ format }) => ({ content: await contentOf(found, format, input, context) }), context);
    return { result: found.diff, diagnostics: found.diagnostics, text, notes: [...found.notes, ...notes] };
  },
};

async function contentOf({ diff }: ModelLandscapeDiff, format: Format, input: Input, { page, session }: Context): Promise<string | Uint8Array> {
  const all = flagOption(input, "all");
  switch (format) {
    case "text": return landscapeDiffText(diff, { ...page, all });
    case "markdown": return landscapeDiffMarkdown(diff, { all });
    case "json": return toJson(diff);
    case "svg":
    case "png": return drawLandscapeDiff(diff, format, { all }, session);
    case "mermaid": return landscapeDiffMermaid(diff, { all });
    case "dot": return landscapeDiffDot(diff, { all });
  }
}
