// `merlon landscape`: what hangs together with one thing of a model, from its flows to the risks of the business and the people who answer for them.
import { drawLandscape, landscapeFilter, landscapeOfModel, severities, type ModelLandscape } from "@merlon/app";
import { landscapeDot, landscapeGraphml, landscapeKindsText, landscapeMarkdown, landscapeMermaid, landscapePlantUml, landscapeText, toJson } from "@merlon/reports";
import { flagOption, listOption, textOption, type Command, type Input } from "../command.ts";
import type { Context } from "../context.ts";
import { usageError } from "../failure.ts";
import { deliver, outOption, outputsOf, type Forms } from "../print/deliver.ts";
import { landscapeDiffCommand } from "./landscape-diff.ts";
import { depthOf, depthOption, walkOption } from "./landscape-options.ts";
import { sessionInView, viewNote, viewOption } from "../view-option.ts";

const formats = ["text", "markdown", "json", "svg", "png", "mermaid", "dot", "plantuml", "graphml"] as const;
type Format = (typeof formats)[number];

const forms: Forms<Format> = {
  formats,
  endings: { ".txt": "text", ".md": "markdown", ".json": "json", ".svg": "svg", ".png": "png", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot", ".puml": "plantuml", ".graphml": "graphml" },
};

export const landscape: Command = {
  inner: [{ name: "diff", summary: "show what became of it between two days or versions", ...landscapeDiffCommand }],
  description: "Shows what hangs together with one thing: the threats to an element and its flows, the techniques and weaknesses behind them, attack paths that end there, what stands against them, what was decided, and on to the risks of the business and the people who answer for them. From a risk it goes down to its causes, from a technique to all that it is used against.",
  arguments: [
    { name: "[what]", description: "an element, a flow, a boundary, data, a control, a threat, a risk, a technique, a weakness, a ticket or a person; the whole graph when it is - or left out; what is called diff is asked for as element:diff" },
    { name: "[model]", description: "the folder or file of the model; the folder you are in when left out" },
  ],
  options: [
    walkOption, depthOption,
    { flags: "--type <type>", description: "only things of this type, may be repeated", repeatable: true },
    { flags: "--state <state>", description: "of what has a state only this one, may be repeated", repeatable: true },
    { flags: "--severity <severity>", description: "of what has a severity only this one and worse", choices: severities },
    { flags: "--tag <tag>", description: "only what has this tag, may be repeated", repeatable: true },
    viewOption,
    { flags: "--kinds", description: "which types and relations are there, with counts" },
    { flags: "--all", description: "show everything instead of the first few, and a box for each thing" },
    { flags: "--format <format>", description: "found out from the file's name when left out, else text", choices: formats },
    outOption,
  ],
  examples: [
    { line: "landscape payment examples/webshop", does: "all that hangs together with the payment service" },
    { line: "landscape payment --walk up --severity high", does: "its way up to the business, of severe things only" },
    { line: "landscape card-data-breach --walk down", does: "what feeds a risk" },
    { line: "landscape T1190", does: "what a technique is used against here" },
    { line: "landscape payment -o payment.png -o payment.md", does: "as a picture and as Markdown" },
    { line: "landscape - --kinds", does: "what the whole graph is made of" },
    { line: "landscape -o graph.json -o graph.graphml", does: "the whole graph, for programs" },
  ],
  json: "The landscape (docs/reference/schema/landscape.md).",
  async run(input, context) {
    const outputs = outputsOf(input, forms);
    for (const { format, file } of outputs) if (file === undefined && !context.json && context.io.outIsTerminal && format === "png") throw usageError("A terminal cannot show a PNG.", "Write it to a file: -o landscape.png.");
    const [what, model] = input.args;
    const filter = landscapeFilter({ types: listOption(input, "type"), states: listOption(input, "state"), tags: listOption(input, "tag"), severity: severities.find((one) => one === textOption(input, "severity")) });
    const walk = textOption(input, "walk");
    const depth = depthOf(input);
    const found = await landscapeOfModel(model, {
      ...(what === undefined || what === "-" ? {} : { of: what }), ...(walk === undefined ? {} : { walk }), ...(depth === undefined ? {} : { depth }), ...(filter ? { filter } : {}),
    }, sessionInView(context.session, input));
    const { text, notes } = await deliver(outputs, async ({ format }) => ({ content: await contentOf(found, format, input, context) }), context);
    return { result: found.landscape, diagnostics: found.diagnostics, text, notes: [...viewNote(found.loaded.model.view), ...found.notes, ...notes] };
  },
};

async function contentOf({ landscape: found }: ModelLandscape, format: Format, input: Input, { page, session }: Context): Promise<string | Uint8Array> {
  const all = flagOption(input, "all");
  switch (format) {
    case "text": return flagOption(input, "kinds") ? landscapeKindsText(found, page) : landscapeText(found, { ...page, all });
    case "markdown": return landscapeMarkdown(found);
    case "json": return toJson(found);
    case "svg":
    case "png": return drawLandscape(found, format, { all }, session);
    case "mermaid": return landscapeMermaid(found, { all });
    case "dot": return landscapeDot(found, { all });
    case "plantuml": return landscapePlantUml(found, { all });
    case "graphml": return landscapeGraphml(found);
  }
}
