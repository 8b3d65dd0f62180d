// `merlon analyze`: threats, open questions, crossings and where personal data goes.
import { analysisSetOf, analyzeModels, severities, type AnalysedModel, type AnalysedModels } from "@merlon/app";
import { summaryText } from "@merlon/reports";
import type { Severity } from "@merlon/schema";
import { flagOption, modelArgument, textOption, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { setText } from "../print/set-text.ts";
import { noticeOf } from "../print/notice.ts";
import { sessionInView, viewNotes, viewOption } from "../view-option.ts";

export const analyze: Command = {
  description: "Derives facts, generates threats and open questions, and says what to answer next. A folder of models is analysed as a set. Exits with 1 when the model does not pass its gate: by --fail-on, or by what the model's policy.yaml says of its stage.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models is a set` }],
  options: [
    { flags: "--all", description: "list everything instead of the first few" },
    viewOption,
    { flags: "--fail-on <severity>", description: "exit with 1 when an open threat is at least this severe", choices: severities },
  ],
  examples: [
    { line: "analyze examples/webshop", does: "a summary on two screens" },
    { line: "analyze --fail-on high", does: "in a pipeline: exit code 1 for an open threat of high or critical" },
    { line: "analyze examples/webshop --json", does: "everything that was derived, as one document" },
    { line: "analyze --view target", does: "with everything that is planned, and without what is on its way out" },
    { line: "analyze examples", does: "all models of a folder, with totals" },
  ],
  json: "The analysis (docs/reference/schema/analysis.md). For a folder of models an analysis for each name and their totals (docs/reference/schema/analysis-set.md), in an envelope `merlon/analyze-set/1`.",
  async run(input, context) {
    const failOn = textOption(input, "failOn") as Severity | undefined; // one of the choices
    const analysed = await analyzeModels(input.args[0], sessionInView(context.session, input), failOn === undefined ? {} : { failOn });
    const stopped = analysed.models.flatMap(gateSentences);
    const [first] = analysed.models;
    const diagnostics = analysed.models.flatMap((model) => model.diagnostics);
    return {
      ...(analysed.set ? { shape: "analyze-set/1", result: analysisSetOf(analysed.models) } : { result: first?.analysis }),
      diagnostics, text: () => textOf(analysed, context, flagOption(input, "all")),
      notes: [...(analysed.set ? viewNotes(analysed.models) : []), ...noticeOf(analysed.models, context), ...stopped], ...(stopped.length > 0 ? { exitCode: 1 as const } : {}),
    };
  },
};

function textOf({ set, models }: AnalysedModels, context: Context, all: boolean): string {
  const [first] = models;
  if (set || !first) return setText(models, context);
  return summaryText(first.analysis, { ...context.page, all, command: context.commandOn(first.loaded.place.shown) });
}

function gateSentences({ name, analysis: { gate } }: AnalysedModel): readonly string[] {
  return (gate?.reasons ?? []).map(({ text, ids: [first, ...more], policy, remedy }) => {
    const which = first === undefined ? "" : `: ${first}${more.length === 0 ? "" : ` and ${more.length} more`}`;
    return `${name}: ${text}${which}${policy === undefined ? "" : ` (${policy})`}.${remedy === undefined ? "" : ` ${remedy}`}`;
  });
}
