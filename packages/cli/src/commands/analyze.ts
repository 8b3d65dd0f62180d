// `merlon analyze`: threats, open questions, crossings and where personal data goes.
import { analysisSetOf, analyzeModels, severities, severityGate, type AnalysedModels, type GateResult } from "@merlon/app";
import { summaryText } from "@merlon/reports";
import type { Severity } from "@merlon/schema";
import { flagOption, modelArgument, textOption, type Command } from "../command.ts";
import type { Context } from "../context.ts";
import { setText } from "../print/set-text.ts";
import { noticeOf } from "../print/notice.ts";

export const analyze: Command = {
  description: "Derives facts, generates threats and open questions, and says what to answer next. A folder of models is analysed as a set. Exits with 1 when an open threat is too severe, by --fail-on or by the model's policy.yaml.",
  arguments: [{ ...modelArgument, description: `${modelArgument.description}; a folder of models is a set` }],
  options: [
    { flags: "--all", description: "list everything instead of the first few" },
    { flags: "--fail-on <severity>", description: "exit with 1 when an open threat is at least this severe", choices: severities },
  ],
  examples: [
    { line: "analyze examples/webshop", does: "a summary on two screens" },
    { line: "analyze --fail-on high", does: "in a pipeline: exit code 1 for an open threat of high or critical" },
    { line: "analyze examples/webshop --json", does: "everything that was derived, as one document" },
    { line: "analyze examples", does: "all models of a folder, with totals" },
  ],
  json: "The analysis (docs/reference/schema/analysis.md). For a folder of models an analysis for each name and their totals (docs/reference/schema/analysis-set.md), in an envelope `merlon/analyze-set/1`.",
  async run(input, context) {
    const analysed = await analyzeModels(input.args[0], context.session);
    const gate = severityGate(analysed.models, textOption(input, "failOn") as Severity | undefined); // one of the choices
    const [first] = analysed.models;
    const diagnostics = analysed.models.flatMap((model) => model.diagnostics);
    return {
      ...(analysed.set ? { shape: "analyze-set/1", result: analysisSetOf(analysed.models) } : { result: first?.analysis }),
      diagnostics, text: () => textOf(analysed, context, flagOption(input, "all")),
      notes: [...noticeOf(analysed.models, context), ...gate.map(gateSentence)], ...(gate.length > 0 ? { exitCode: 1 as const } : {}),
    };
  },
};

function textOf({ set, models }: AnalysedModels, context: Context, all: boolean): string {
  const [first] = models;
  if (set || !first) return setText(models, context);
  return summaryText(first.analysis, { ...context.page, all, command: context.commandOn(first.loaded.place.shown) });
}

function gateSentence({ model, failOn, threats }: GateResult): string {
  const [first] = threats;
  return `${model}: ${threats.length === 1 ? "1 open threat is" : `${threats.length} open threats are`} of severity ${failOn} or worse, starting with ${first?.id ?? ""}.`;
}
