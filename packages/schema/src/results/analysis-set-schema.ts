// Runtime schema of the analyses of a folder of models.
import * as z from "zod";
import { exactly } from "../exactly.ts";
import { counted, openCounts, RuleOutcomeSchema } from "./analysis-parts-schema.ts";
import { AnalysisSchema } from "./analysis-schema.ts";
import type { AnalysisSet, AnalysisTotals } from "./analysis-set.ts";

const none: readonly unknown[] = [];

const AnalysisTotalsSchema = exactly<AnalysisTotals>()(z.strictObject({
  models: counted("Models", "How many models there are."),
  elements: counted("Elements", "How many elements they have together."),
  flows: counted("Flows", "How many flows they have together."),
  boundaries: counted("Boundaries", "How many boundaries they have together."),
  data: counted("Data", "How many kinds of data they have together."),
  open: openCounts.meta({ title: "Open", description: "How many threats are open in all of them, by severity.", examples: [{ info: 0, low: 1, medium: 2, high: 1, critical: 0 }] }),
  threats: counted("Threats", "How many threats there are in all of them."),
  mitigated: counted("Mitigated", "How many are stopped."),
  questions: counted("Questions", "How many answers are missing."),
  rules: z.array(RuleOutcomeSchema).meta({ title: "Rules", description: "What each rule came to, summed over the models.", examples: [none] }),
}).meta({ title: "Totals", description: "The numbers of all models together." }));

export const AnalysisSetSchema = exactly<AnalysisSet>()(z.strictObject({
  schema: z.literal("merlon/analysis-set/1").meta({ title: "Schema", description: "The version of this shape.", examples: ["merlon/analysis-set/1"] }),
  models: z.record(z.string(), AnalysisSchema).meta({ title: "Models", description: "The analysis of each model, by the name of its folder or file.", examples: [{}] }),
  totals: AnalysisTotalsSchema.meta({
    title: "Totals", description: "The numbers of all models together.",
    examples: [{ models: 2, elements: 5, flows: 4, boundaries: 2, data: 1, open: { info: 0, low: 0, medium: 0, high: 1, critical: 0 }, threats: 1, mitigated: 0, questions: 2, rules: [] }],
  }),
}).meta({ id: "AnalysisSet", title: "Analysis set", description: "What `merlon analyze` gives for a folder of models: an analysis of each, and their totals." }));
