// What every section of the report looks things up in.
import type { Analysis, FlowFacts, Question, StrideTables, Threat } from "@merlon/schema";
import { titlesOf, type Titles } from "../wording/titles.ts";

export interface ReportContext {
  readonly analysis: Analysis;
  readonly stride: StrideTables;
  readonly titles: Titles;
  readonly threats: ReadonlyMap<string, Threat>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly flows: ReadonlyMap<string, FlowFacts>;
}

export function reportContext(analysis: Analysis, stride: StrideTables): ReportContext {
  return {
    analysis, stride, titles: titlesOf(analysis),
    threats: new Map(analysis.threats.map((threat) => [threat.id, threat])), questions: new Map(analysis.questions.map((question) => [question.id, question])),
    flows: new Map(analysis.flows.map((flow) => [flow.id, flow])),
  };
}
